package ikat.score;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.Wraps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Observers say of spoiled pictures what an eye would; half of a sample judges the other half. */
class ToldApartTest {

    @Test
    void spoiledPebblesAreToldApartInASensibleOrder() throws IOException {
        spoiledHalvesAreToldApartInASensibleOrder("pebbles");
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"honeycomb", "knit", "text", "brick", "scales"})
    void spoiledHalvesAreToldApartInASensibleOrder(String sample) throws IOException {
        Exemplar picture = read(sample);
        int half = picture.width() / 2;
        Exemplar left = picture.crop(0, 0, half, picture.height());
        Exemplar right = picture.crop(half, 0, half, picture.height());
        TwoSampleTest test = TwoSampleTest.energies(left);
        ToldApart same = test.of(List.of(right));
        assertThat(same.full()).as("the other half").isLessThan(same.fullFloor() + 2);
        assertThat(same.half()).as("the other half").isLessThan(same.halfFloor() + 2.5);

        double blurred = test.of(List.of(Spoiled.blurred(right))).full();
        double phases = test.of(List.of(Spoiled.phaseRandomised(right))).full();
        double meshed = test.of(List.of(Spoiled.checkerboarded(right, 3))).full();
        double recoloured = test.of(List.of(Spoiled.recoloured(right))).full();
        double little = test.of(List.of(Spoiled.noisy(right, 4))).full();
        double much = test.of(List.of(Spoiled.noisy(right, 16))).full();
        List<Double> all = new ArrayList<>(List.of(blurred, phases, recoloured, much));
        assertThat(all).allSatisfy(d -> assertThat(d).isGreaterThan(same.full() + 3));
        assertThat(much).isGreaterThan(1.5 * little);
        assertThat(meshed).isGreaterThan(same.full() + 0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"honeycomb", "pebbles"})
    void copiesAreNotToldApartButReportedAsCopies(String sample) throws IOException {
        Exemplar picture = read(sample);
        Score score = new Scorer(picture).score(List.of(rolled(picture)), Wraps.NONE);
        assertThat(score.toldApart()).hasSize(2);
        assertThat(score.toldApart()).allSatisfy(told -> assertThat(told.full()).isLessThan(1));
        assertThat(score.findings().stream().filter(Finding::raised).map(Finding::name))
                .contains("copying");
    }

    @Test
    void smallGreyAndFlatPicturesAreJudgedToo() {
        Exemplar flat = Exemplar.made("flat", 3, 128, 130, new float[3 * 128 * 130]);
        for (TwoSampleTest test :
                List.of(TwoSampleTest.energies(flat), TwoSampleTest.words(flat))) {
            ToldApart told = test.of(List.of(flat));
            assertThat(told.full()).isZero();
            assertThat(told.half()).isZero();
            assertThat(told.fullFloor()).isZero();
        }
    }

    /** Moved by a third, with its ends swapped: large pieces of the exemplar elsewhere. */
    private static Exemplar rolled(Exemplar picture) {
        float[] pixels = new float[picture.pixels().length];
        int width = picture.width();
        int height = picture.height();
        for (int i = 0; i < pixels.length; i++) {
            int x = (i % width + width / 3) % width;
            int y = (i / width % height + height / 3) % height;
            pixels[i] = picture.at(i / (width * height), x, y);
        }
        return Exemplar.made("rolled", picture.channels(), width, height, pixels);
    }

    private static Exemplar read(String sample) throws IOException {
        return ImageFiles.read(Path.of("..", "samples", sample + ".png"));
    }
}
