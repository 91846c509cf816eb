package ikat.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.io.Workers;
import ikat.lab.method.Effort;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.Pictures;
import ikat.lab.method.StoppedException;
import ikat.signal.SteerableFilters;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortillaSimoncelliTest {

    @ParameterizedTest
    @CsvSource({"1, 0.05", "3, 0.2"})
    void theStatisticsComeNearerRoundByRound(int colours, double reached) {
        double[][] exemplar = Channels.colours(Pictures.discs(colours, 64, 64));
        Colouring colouring = Colouring.of(exemplar);
        SteerableFilters filters = new SteerableFilters(64, 64, 2, 4);
        try (Workers workers = new Workers("texture method", 1)) {
            JointStatistics wanted =
                    JointStatistics.of(colouring.channels().split(exemplar), filters, workers);
            Synthesis synthesis = new Synthesis(wanted, colouring, filters, 4096, 1, workers);
            double before = distance(wanted, synthesis, filters, workers);
            for (int rounds : new int[] {1, 1, 2, 4, 8}) {
                for (int i = 0; i < rounds; i++) {
                    synthesis.round();
                }
                double after = distance(wanted, synthesis, filters, workers);
                assertThat(after).isLessThan(before);
                before = after;
            }
            assertThat(before).isLessThan(reached);
        }
    }

    private static double distance(
            JointStatistics wanted,
            Synthesis synthesis,
            SteerableFilters filters,
            Workers workers) {
        return wanted.distance(JointStatistics.of(synthesis.planes(), filters, workers));
    }

    @Test
    void theStatisticsOfTheExemplarAreAtDistanceZero() {
        double[][] planes = Channels.colours(Pictures.discs(1, 64, 64));
        SteerableFilters filters = new SteerableFilters(64, 64, 2, 4);
        try (Workers workers = new Workers("texture method", 1)) {
            JointStatistics statistics = JointStatistics.of(planes, filters, workers);

            assertThat(statistics.distance(JointStatistics.of(planes, filters, workers))).isZero();
        }
    }

    @Test
    void eachColourIsSpreadAsInTheExemplar() {
        Exemplar exemplar = Pictures.discs(3, 96, 96);

        double[][] made = Channels.colours(make(12, exemplar, 96, 96, 1, 1));

        double[][] colours = Channels.colours(exemplar);
        for (int c = 0; c < 3; c++) {
            Moments expected = Moments.of(colours[c]);
            Moments moments = Moments.of(made[c]);
            double deviation = Math.sqrt(expected.variance());
            assertThat(moments.mean()).isCloseTo(expected.mean(), within(0.03 * deviation));
            assertThat(Math.sqrt(moments.variance()))
                    .isCloseTo(deviation, within(0.03 * deviation));
            assertThat(moments.skewness()).isCloseTo(expected.skewness(), within(0.1));
            assertThat(moments.kurtosis()).isCloseTo(expected.kurtosis(), within(0.2));
            assertThat(quantileDistance(made[c], colours[c])).isLessThan(0.25 * deviation);
        }
    }

    /** Mean distance between the sorted values. */
    private static double quantileDistance(double[] one, double[] other) {
        Arrays.sort(one);
        Arrays.sort(other);
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }

    @Test
    void theSameSeedGivesTheSamePictureOnAnyNumberOfThreads() {
        Exemplar exemplar = Pictures.discs(3, 64, 64);

        Exemplar alone = make(exemplar, 64, 64, 7, 1);
        Exemplar shared = make(exemplar, 64, 64, 7, 2);
        Exemplar other = make(exemplar, 64, 64, 8, 1);

        assertThat(shared.pixels()).isEqualTo(alone.pixels());
        assertThat(other.pixels()).isNotEqualTo(alone.pixels());
    }

    @Test
    void sizesThatDoNotDivideAreMadeAllTheSame() {
        Exemplar made = make(Pictures.discs(1, 70, 90), 101, 37, 1, 1);

        assertThat(made.width()).isEqualTo(101);
        assertThat(made.height()).isEqualTo(37);
    }

    @Test
    void greyInThreeChannelsStaysGrey() {
        Exemplar made = make(Pictures.discs(1, 64, 64).withChannels(3), 64, 64, 1, 1);

        int area = 64 * 64;
        assertThat(made.channels()).isEqualTo(3);
        for (int i = area; i < 3 * area; i++) {
            assertThat(made.pixels()[i]).isEqualTo(made.pixels()[i - area]);
        }
    }

    @Test
    void aPlainPictureGivesAPlainPicture() {
        Exemplar plain = Pictures.painted(3, 64, 64, (c, x, y) -> 0.3 * c - 0.2);

        Exemplar made = make(plain, 64, 64, 1, 1);

        assertThat(made.pixels()).containsExactly(plain.pixels(), within(1e-4f));
    }

    @Test
    void picturesThatAreTooSmallAreRefused() {
        assertThatThrownBy(() -> make(Pictures.discs(1, 100, 63), 64, 64, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the picture is 100x63, but statistics need at least 64 pixels along both"
                                + " sides");
    }

    @Test
    void aSizeWithoutPixelsIsRefused() {
        assertThatThrownBy(() -> make(Pictures.discs(1, 64, 64), 0, 64, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the size is 0x64, but both sides must be at least 1");
    }

    @Test
    void aStopEndsLearningAndMaking() {
        Exemplar exemplar = Pictures.discs(1, 64, 64);
        AtomicInteger questions = new AtomicInteger();
        Effort learning = new Effort(Duration.ofSeconds(1), 1, () -> true);
        Effort making =
                new Effort(Duration.ofSeconds(1), 1, () -> questions.incrementAndGet() > 150);

        assertThatThrownBy(() -> new PortillaSimoncelli().learn(exemplar, learning, 1))
                .isInstanceOf(StoppedException.class);
        try (LearnedTexture texture = new PortillaSimoncelli().learn(exemplar, making, 1)) {
            assertThatThrownBy(() -> texture.make(64, 64, 1)).isInstanceOf(StoppedException.class);
        }
    }

    private static Exemplar make(Exemplar exemplar, int width, int height, long seed, int threads) {
        return make(2, exemplar, width, height, seed, threads);
    }

    private static Exemplar make(
            int rounds, Exemplar exemplar, int width, int height, long seed, int threads) {
        try (LearnedTexture texture =
                new PortillaSimoncelli(rounds).learn(exemplar, Pictures.effort(threads), 1)) {
            return texture.make(width, height, seed);
        }
    }
}
