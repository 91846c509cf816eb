package ikat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which settings are refused in a combination that has no use for them, and which are not. */
class WithoutEffectTest {

    private static final PictureReport NOISE = report();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # settings                              | pictures | refused
                    overtones=4                             | 1 | overtones is 4, but there are no waves; leave it out
                    waveStages=1,2                          | 1 | waveStages is [1, 2], but there are no waves; leave it out
                    waveRate=3                              | 1 | waveRate is 3.0, but there are no waves; leave it out
                    waveStart=fixed waves=0                 | 1 | waveStart is fixed, but there are no waves; leave it out
                    waveform=sine                           | 1 | waveform is sine, but there are no waves; leave it out
                    waveHidden=9                            | 1 | waveHidden is 9, but no waves are adapted to textures; leave it out
                    waveHidden=9 waves=0                    | 2 | waveHidden is 9, but no waves are adapted to textures; leave it out
                    layout=one_cell waves=2                 | 1 | waves is 2, but a model of one cell has none; leave it out
                    codes=drawn                             | 1 | codes is drawn, but there is only one texture, without global channels; leave it out
                    codes=learned                           | 1 | codes is learned, but there is only one texture, without global channels; leave it out
                    globalStages=1                          | 1 | globalStages is [1], but there is only one texture, without global channels; leave it out
                    mixedShare=0.2                          | 1 | mixedShare is 0.2, but there are no codes; leave it out
                    codeRate=0.5                            | 1 | codeRate is 0.5, but there are no codes; leave it out
                    codes=drawn mixedShare=0.2              | 2 | mixedShare is 0.2, but there are no codes; leave it out
                    codes=drawn places=64                   | 2 | placePixels is 64, but there are no codes; leave it out
                    codes=drawn codeRate=0.5                | 2 | codeRate is 0.5, but there are no codes; leave it out
                    global=0 places=64                      | 1 | placePixels is 64, but there are no codes; leave it out
                    recipe=published codeRate=0.5           | 2 | codeRate is 0.5, but there are no codes; leave it out
                    recipe=published waves=0 global=0 waveRate=1 | 1 | waveRate is 1.0, but there are no waves; leave it out
                    width=full channels=16,8                | 1 | width is full, but the generator's channels are given; leave it out
                    depth=5 channels=16,8                   | 1 | depth is 5, but the generator's channels make 3 stages; leave it out
                    """)
    void whatHasNoEffectIsRefused(String settings, int pictures, String message) {
        assertThatThrownBy(() -> plan(settings, pictures))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    overtones=0 waves=0 waveRate=0          | 1
                    places=0 mixedShare=0 globalStages=     | 1
                    waveStages=0                            | 1
                    global=4 codes=drawn                    | 1
                    codes=learned codeRate=0.5              | 2
                    places=64 mixedShare=0.2                | 1
                    depth=3 channels=16,8                   | 1
                    recipe=published waveRate=2             | 1
                    recipe=published waveHidden=9           | 2
                    recipe=published codes=drawn            | 2
                    width=standard discriminatorChannels=8,16,32 | 1
                    """)
    void whatHasAnEffectOrAsksForNothingIsTaken(String settings, int pictures) {
        assertThat(plan(settings, pictures)).isNotNull();
    }

    private static TrainingPlan plan(String settings, int pictures) {
        PlanSettings given = PlanSettings.NONE;
        for (String entry : settings.split(" ")) {
            String[] parts = entry.split("=", 2);
            given =
                    parts[1].isEmpty()
                            ? given.with(parts[0], List.of())
                            : given.withText(parts[0], parts[1]);
        }
        return PlanFactory.plan(Collections.nCopies(pictures, NOISE), given);
    }

    private static PictureReport report() {
        int side = 256;
        float[] pixels = new float[side * side];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        return PictureReport.of(
                new Exemplar("noise.png", "0".repeat(64), 1, side, side, pixels, List.of()));
    }
}
