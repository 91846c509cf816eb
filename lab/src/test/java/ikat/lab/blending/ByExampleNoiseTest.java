package ikat.lab.blending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.Pictures;
import ikat.lab.method.StoppedException;
import ikat.lab.method.TextureMethod;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ByExampleNoiseTest {

    static Stream<ByExampleNoise> both() {
        return Stream.of(ByExampleNoise.published(), ByExampleNoise.sharper());
    }

    @ParameterizedTest
    @MethodSource("both")
    void theHistogramIsTheExemplars(ByExampleNoise method) {
        Exemplar exemplar = skewed();
        float[] wanted = sorted(exemplar);
        float[] made = sorted(make(method, exemplar, 700, 700, 1, 2));
        double worst = 0;
        for (int percent = 1; percent < 100; percent++) {
            float expected = wanted[wanted.length * percent / 100];
            worst = Math.max(worst, Math.abs(made[made.length * percent / 100] - expected));
        }
        assertThat(worst).isLessThan(0.03);
    }

    @Test
    void eachColourKeepsItsMeanAndSpread() {
        Exemplar grain = skewed();
        Exemplar exemplar =
                Pictures.painted(
                        3, 96, 96, (c, x, y) -> (0.8 - 0.3 * c) * grain.at(0, x, y) + 0.1 * c);
        Exemplar made = make(ByExampleNoise.published(), exemplar, 700, 700, 1, 2);
        for (int c = 0; c < 3; c++) {
            double[] expected = meanAndDeviation(exemplar, c, 0, 0, 96);
            double[] found = meanAndDeviation(made, c, 0, 0, 700);
            assertThat(found[0]).isCloseTo(expected[0], within(0.02));
            assertThat(found[1] / expected[1]).isCloseTo(1, within(0.05));
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void anyPartAloneIsThatOfTheWhole(ByExampleNoise method) {
        PixelSource plane = method.plane(Pictures.discs(3, 64, 48), Pictures.effort(1), 7);
        for (long far : new long[] {0, -1_000_003, (1L << 40) + 17}) {
            byte[] whole = plane.render(new PixelRegion(far, -far, 90, 70));
            byte[] part = plane.render(new PixelRegion(far + 31, -far + 12, 20, 30));
            for (int y = 0; y < 30; y++) {
                int from = ((y + 12) * 90 + 31) * 3;
                assertThat(Arrays.copyOfRange(part, y * 60, (y + 1) * 60))
                        .isEqualTo(Arrays.copyOfRange(whole, from, from + 60));
            }
        }
    }

    @Test
    void thePlaneIsAlikeEverywhereAndRepeatsNowhere() {
        Exemplar exemplar = skewed();
        PixelSource plane = ByExampleNoise.published().plane(exemplar, Pictures.effort(1), 3);
        double[] expected = meanAndDeviation(exemplar, 0, 0, 0, 96);
        byte[] first = plane.render(new PixelRegion(0, 0, 400, 400));
        for (long far : new long[] {0, 50_000, -3_000_000_000L, 1L << 39}) {
            PixelRegion region = new PixelRegion(far, far / 2, 400, 400);
            Exemplar part = Exemplar.rendered("part", plane, region);
            double[] found = meanAndDeviation(part, 0, 0, 0, 400);
            assertThat(found[0]).isCloseTo(expected[0], within(0.06));
            assertThat(found[1] / expected[1]).isCloseTo(1, within(0.12));
            assertThat(Arrays.equals(plane.render(region), first)).isEqualTo(far == 0);
        }
    }

    @Test
    void narrowSeamsKeepMoreOfAPattern() {
        Exemplar discs = Pictures.discs(1, 64, 64);
        double wide = farness(make(ByExampleNoise.published(), discs, 150, 150, 1, 1), discs);
        double narrow = farness(make(ByExampleNoise.sharper(), discs, 150, 150, 1, 1), discs);
        assertThat(narrow).isPositive().isLessThan(0.8 * wide);
    }

    /** The mean distance of squares of 6x6 pixels from the nearest of the exemplar. */
    private static double farness(Exemplar picture, Exemplar exemplar) {
        double sum = 0;
        int count = 0;
        for (int place = 0; place < 144 * 144; place += 97, count++) {
            double least = Double.MAX_VALUE;
            for (int other = 0; other < 58 * 58; other++) {
                double distance = 0;
                for (int i = 0; i < 36 && distance < least; i++) {
                    float one = picture.at(0, place % 144 + i % 6, place / 144 + i / 6);
                    float two = exemplar.at(0, other % 58 + i % 6, other / 58 + i / 6);
                    distance += (one - two) * (one - two);
                }
                least = Math.min(least, distance);
            }
            sum += least / 36;
        }
        return sum / count;
    }

    @ParameterizedTest
    @MethodSource("both")
    void theSameSeedMakesTheSamePictureWhateverTheThreads(ByExampleNoise method) {
        Exemplar exemplar = Pictures.discs(3, 64, 64);
        float[] one = make(method, exemplar, 130, 150, 5, 1).pixels();
        assertThat(make(method, exemplar, 130, 150, 5, 3).pixels()).isEqualTo(one);
        assertThat(make(method, exemplar, 130, 150, 6, 1).pixels()).isNotEqualTo(one);
    }

    @Test
    void aPictureOfOneColourStaysOne() {
        Exemplar plain = Pictures.painted(3, 40, 40, (c, x, y) -> 0.2 * c);
        float[] made = make(ByExampleNoise.published(), plain, 50, 20, 1, 1).pixels();
        for (int i = 0; i < made.length; i++) {
            assertThat((double) made[i]).isCloseTo(0.2 * (i / 1000), within(0.01));
        }
    }

    @Test
    void whatCannotBeMadeIsRefused() {
        ByExampleNoise method = ByExampleNoise.published();
        assertThatThrownBy(() -> make(method, Pictures.discs(1, 31, 90), 50, 50, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the picture is 31x90, but by-example noise needs at least 32 pixels along"
                                + " both sides");
        assertThatThrownBy(() -> make(method, Pictures.discs(1, 40, 40), 5, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the size is 5x0");
        Effort stopped = new Effort(Duration.ofSeconds(1), 1, () -> true);
        assertThatThrownBy(() -> method.learn(Pictures.discs(1, 40, 40), stopped, 1))
                .isInstanceOf(StoppedException.class);
    }

    /** Fine grain whose dark values are many and whose bright ones are few. */
    private static Exemplar skewed() {
        Random random = new Random(2);
        return Pictures.painted(
                1, 96, 96, (c, x, y) -> 1.8 * Math.pow(random.nextDouble(), 3) - 0.9);
    }

    private static float[] sorted(Exemplar picture) {
        float[] values = picture.pixels().clone();
        Arrays.sort(values);
        return values;
    }

    private static double[] meanAndDeviation(
            Exemplar picture, int channel, int left, int top, int side) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < side * side; i++) {
            double value = picture.at(channel, left + i % side, top + i / side);
            sum += value;
            squares += value * value;
        }
        double mean = sum / side / side;
        return new double[] {mean, Math.sqrt(squares / side / side - mean * mean)};
    }

    private static Exemplar make(
            TextureMethod method,
            Exemplar exemplar,
            int width,
            int height,
            long seed,
            int threads) {
        try (LearnedTexture texture = method.learn(exemplar, Pictures.effort(threads), 1)) {
            assertThat(texture.growth()).isEqualTo(Growth.ENDLESS);
            return texture.make(width, height, seed);
        }
    }
}
