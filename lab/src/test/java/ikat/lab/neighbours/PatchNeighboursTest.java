package ikat.lab.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.lab.blending.ByExampleNoise;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.Pictures;
import ikat.lab.method.StoppedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatchNeighboursTest {

    private static final Exemplar DISCS = Pictures.discs(3, 64, 64);

    @Test
    void eachPatchIsNearlyOneOfTheExemplar() {
        Raster made = Raster.of(make(DISCS, 80, 72, 1, 2));
        Raster blended = Raster.of(noise(DISCS, 80, 72));
        assertThat(farness(made, Raster.of(DISCS)))
                .isLessThan(0.02)
                .isLessThan(farness(blended, Raster.of(DISCS)) / 3);
    }

    @Test
    void eachValueIsAMeanOfTheExemplars() {
        float[] values = DISCS.pixels().clone();
        Arrays.sort(values);
        for (float value : make(DISCS, 80, 72, 1, 2).pixels()) {
            assertThat(value).isBetween(values[0] - 1e-5f, values[values.length - 1] + 1e-5f);
        }
    }

    private static Exemplar noise(Exemplar exemplar, int width, int height) {
        try (LearnedTexture texture =
                ByExampleNoise.published().learn(exemplar, Pictures.effort(1), 1)) {
            return texture.make(width, height, 1);
        }
    }

    @Test
    void noPatchOfTheExemplarIsLeftOut() {
        Exemplar rare =
                Pictures.painted(
                        3,
                        64,
                        64,
                        (c, x, y) ->
                                Math.hypot(x - 30.0, y - 34.0) < 5
                                        ? 0.9 - 1.8 * (c / 2)
                                        : DISCS.at(c, x, y));
        Raster exemplar = Raster.of(rare);
        Raster made = Raster.of(make(rare, 96, 96, 4, 2));
        int centre = 31 * exemplar.columns() + 27;
        float least = Float.MAX_VALUE;
        for (int patch = 0; patch < made.columns() * made.rows(); patch++) {
            least = Math.min(least, exemplar.distance(centre, made, patch, least));
        }
        assertThat(least / exemplar.patchValues()).isLessThan(0.02f);
    }

    @Test
    void coloursAreTheExemplarsInEachQuarter() {
        Exemplar grain = Pictures.discs(1, 96, 96);
        Exemplar made = make(grain, 160, 160, 1, 2);
        double mean = mean(grain, 0, 0, 96);
        for (int quarter = 0; quarter < 4; quarter++) {
            assertThat(mean(made, quarter % 2 * 80, quarter / 2 * 80, 80))
                    .isCloseTo(mean, within(0.1));
        }
    }

    @Test
    void theSameSeedMakesTheSamePictureWhateverTheThreads() {
        float[] one = make(DISCS, 70, 50, 5, 1).pixels();
        assertThat(make(DISCS, 70, 50, 5, 2).pixels()).isEqualTo(one);
        assertThat(make(DISCS, 70, 50, 6, 2).pixels()).isNotEqualTo(one);
    }

    @Test
    void anySizeIsMade() {
        for (int[] size : new int[][] {{1, 2}, {150, 9}, {40, 77}}) {
            Exemplar made = make(DISCS, size[0], size[1], 1, 2);
            assertThat(made.width()).isEqualTo(size[0]);
            assertThat(made.height()).isEqualTo(size[1]);
            assertThat(made.channels()).isEqualTo(3);
        }
    }

    @Test
    void sizesAreAFactorOfFourThirdsApartDownToThreePatches() {
        assertThat(PatchNeighbours.Scales.of(Raster.of(DISCS)).pictures())
                .extracting(Raster::width)
                .containsExactly(64, 48, 36, 27);
    }

    @Test
    void tooSmallAndTooLargePicturesAreRefused() {
        assertThatThrownBy(() -> make(Pictures.discs(1, 31, 90), 50, 50, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the picture is 31x90, but patch neighbours need at least 32 pixels along"
                                + " both sides");
        assertThatThrownBy(() -> make(DISCS, 0, 5, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the size is 0x5, but both sides must be at least 1");
        assertThatThrownBy(() -> make(DISCS, 4096, 4097, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all pixels together at most 16777216");
    }

    @Test
    void aStopEndsTheWork() {
        AtomicInteger questions = new AtomicInteger();
        Effort effort = new Effort(Duration.ofSeconds(1), 1, () -> questions.incrementAndGet() > 9);
        try (LearnedTexture texture = new PatchNeighbours().learn(DISCS, effort, 1)) {
            assertThat(texture.growth()).isEqualTo(Growth.WHOLE);
            assertThatThrownBy(() -> texture.make(200, 200, 1))
                    .isInstanceOf(StoppedException.class);
        }
        assertThat(questions).hasValue(10);
    }

    /** The median of the mean squared differences of patches from the exemplar's nearest. */
    private static double farness(Raster picture, Raster exemplar) {
        int count = picture.columns() * picture.rows() / 7;
        double[] far = new double[count];
        for (int i = 0; i < count; i++) {
            float least = Float.MAX_VALUE;
            for (int key = 0; key < exemplar.columns() * exemplar.rows(); key++) {
                least = Math.min(least, picture.distance(7 * i, exemplar, key, least));
            }
            far[i] = least / picture.patchValues();
        }
        Arrays.sort(far);
        return far[count / 2];
    }

    private static double mean(Exemplar picture, int left, int top, int side) {
        double sum = 0;
        for (int i = 0; i < side * side; i++) {
            sum += picture.at(0, left + i % side, top + i / side);
        }
        return sum / side / side;
    }

    private static Exemplar make(Exemplar exemplar, int width, int height, long seed, int threads) {
        try (LearnedTexture texture =
                new PatchNeighbours().learn(exemplar, Pictures.effort(threads), 1)) {
            return texture.make(width, height, seed);
        }
    }
}
