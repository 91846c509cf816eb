package ikat.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ikat.model.NoiseSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingNoiseTest {

    private static final double[] COLUMNS = {-4, -3, -2, -1, 0, 1, 2, 3, 4};
    private static final double[] ROWS = {-3, -2, -1, 0, 1, 2, 3};
    private static final int CELLS = COLUMNS.length * ROWS.length;

    private final TrainingNoise noise = new TrainingNoise(new NoiseSpec(2, 2, 1), 5);

    @Test
    void onlyTheLastSamplesGoOverIntoAnotherTexture() {
        float[] shares = noise.mixtures(3, 0, 4, 1, 9, COLUMNS, ROWS);
        assertThat(shares).hasSize(4 * CELLS);
        assertThat(Arrays.copyOf(shares, 3 * CELLS)).containsOnly(1);
    }

    @Test
    void bordersAreSharpBroadAndEverywhereBetween() {
        double mean = 0;
        int sharp = 0;
        int broad = 0;
        int samples = 500;
        for (int step = 0; step < samples; step++) {
            float[] shares = noise.mixtures(step, 0, 1, 1, 9, COLUMNS, ROWS);
            int between = 0;
            for (float share : shares) {
                assertThat(share).isBetween(0f, 1f);
                mean += share / (samples * CELLS);
                between += share > 0 && share < 1 ? 1 : 0;
            }
            sharp += between < CELLS / 4 ? 1 : 0;
            broad += between > CELLS * 3 / 4 ? 1 : 0;
        }
        assertThat(mean).isBetween(0.45, 0.55);
        assertThat(sharp).isGreaterThan(samples / 20);
        assertThat(broad).isGreaterThan(samples / 20);
    }

    @Test
    void rampsOfLateStagesAreAsSharpAsInRenderingInEverySecondStep() {
        NoiseSpec late = new NoiseSpec(2, 2, 1, List.of(), List.of(0), List.of(), List.of(1, 2));
        TrainingNoise sharp = new TrainingNoise(late, 5);
        for (int step = 0; step < 20; step++) {
            float[] shares = noise.mixtures(step, 2, 1, 1, 9, COLUMNS, ROWS);
            float[] later = sharp.mixtures(step, 2, 1, 1, 9, COLUMNS, ROWS);
            for (int i = 0; i < shares.length; i++) {
                double own = Math.pow(shares[i], 4);
                double sharpened = own / (own + Math.pow(1 - shares[i], 4));
                assertThat(later[i])
                        .isCloseTo((float) (step % 2 == 0 ? sharpened : shares[i]), offset(1e-6f));
            }
        }
    }

    @Test
    void aStepHasTheSameMixturesWheneverItIsTaken() {
        assertThat(noise.mixtures(8, 0, 2, 2, 9, COLUMNS, ROWS))
                .containsExactly(noise.mixtures(8, 0, 2, 2, 9, COLUMNS, ROWS))
                .isNotEqualTo(noise.mixtures(9, 0, 2, 2, 9, COLUMNS, ROWS));
    }
}
