package ikat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeakTest {

    @ParameterizedTest
    @CsvSource({"8, -80", "11.3, 31", "20, 0", "28.2, 90", "38.6, -43", "52.9, 68"})
    void stripesAreFoundWithinTwoThousandths(double period, double degrees) {
        PictureReport report = PictureReport.of(Painted.stripes(256, period, degrees));

        Peak peak = report.peaks().get(0);
        double fx = Math.cos(Math.toRadians(degrees)) / period;
        double fy = Math.sin(Math.toRadians(degrees)) / period;
        double sign = peak.fx() * fx + peak.fy() * fy < 0 ? -1 : 1;
        assertThat(Math.hypot(sign * peak.fx() - fx, sign * peak.fy() - fy))
                .isLessThan(0.002 / period);
        assertThat(peak.sharpness()).isGreaterThan(0.9);
        assertThat(peak.share()).isGreaterThan(0.8);
        assertThat(report.peaks()).hasSize(1);
        assertThat(report.periods()).hasSize(1);
    }

    @Test
    void sharesOfOneWaveDoNotDependOnTheShapeOfThePicture() {
        Exemplar wide =
                Painted.grey(400, 90, (x, y) -> 0.5 + 0.4 * Math.sin(2 * Math.PI * x / 15.0));

        assertThat(PictureReport.of(wide).peaks().get(0).share()).isCloseTo(1, within(0.01));
    }

    @Test
    void aHexagonalLatticeHasThreeDirectionsFirst() {
        PictureReport report = PictureReport.of(Painted.hexagons(384, 30));

        assertThat(report.periods()).hasSize(3);
        assertThat(report.periods())
                .allSatisfy(period -> assertThat(period.pixels()).isCloseTo(30, within(0.2)));
        assertThat(report.periods().stream().map(p -> Math.round(Math.abs(p.degrees()) / 30)))
                .containsExactlyInAnyOrder(1L, 1L, 3L);
        assertThat(report.element().width()).isCloseTo(34.6, within(0.5));
        assertThat(report.element().height()).isCloseTo(30, within(0.5));
        assertThat(report.peaks()).hasSizeLessThanOrEqualTo(PictureReport.MOST_PEAKS);
    }

    @Test
    void aHarmonicOfStripesComesAfterItsFundamental() {
        PictureReport report =
                PictureReport.of(
                        Painted.grey(
                                256,
                                256,
                                (x, y) ->
                                        0.5
                                                + 0.1 * Math.sin(2 * Math.PI * x / 40)
                                                + 0.2 * Math.sin(2 * Math.PI * x / 20)));

        assertThat(report.peaks().stream().map(p -> Math.round(p.period())))
                .containsExactly(40L, 20L);
        assertThat(report.periods()).hasSize(1);
    }

    @Test
    void staggeredBricksGiveTheirLatticeThoughItsHarmonicsAreStronger() {
        PictureReport report = PictureReport.of(Painted.bricks(384, 64, 28));

        assertThat(report.peaks().subList(0, 2))
                .allSatisfy(peak -> assertThat(peak.fx()).isCloseTo(1 / 64.0, within(0.0003)))
                .allSatisfy(
                        peak ->
                                assertThat(Math.abs(peak.fy()))
                                        .isCloseTo(1 / 56.0, within(0.0003)));
        assertThat(report.element().width()).isCloseTo(64, within(2.0));
        assertThat(report.element().height()).isCloseTo(28, within(1.0));
    }

    @Test
    void aBasisWithoutPowerOfItsOwnIsFoundByItsCombinations() {
        // 2a, 3a + b, 2a + b and 2a - b have power, a and b do not
        Exemplar picture =
                Painted.grey(
                        384,
                        384,
                        (x, y) ->
                                0.5
                                        + 0.12 * wave(2, 0, x, y)
                                        + 0.12 * wave(3, 1, x, y)
                                        + 0.12 * wave(2, 1, x, y)
                                        + 0.12 * wave(2, -1, x, y));

        PictureReport report = PictureReport.of(picture);

        assertThat(report.periods().stream().map(p -> Math.round(p.pixels())).toList())
                .startsWith(32L, 26L);
        assertThat(report.peaks().subList(0, 2)).allMatch(peak -> peak.share() < 0.001);
        assertThat(report.element().width()).isCloseTo(32, within(0.5));
        assertThat(report.element().height()).isCloseTo(26, within(0.5));
    }

    private static double wave(int across, int down, int x, int y) {
        return Math.sin(2 * Math.PI * (across * x / 32.0 + down * y / 26.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void noiseHasNoPeaks(int passes) {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(PictureReport.of(Painted.noise(192, seed, passes)).peaks())
                    .as("seed %d, %d passes", seed, passes)
                    .isEmpty();
        }
    }

    @Test
    void randomDiscsHaveNoPeaks() {
        assertThat(PictureReport.of(Painted.discs(320, 22, 5)).peaks()).isEmpty();
    }

    @Test
    void wavesTooLongForAPatchAreLeftOut() {
        assertThat(PictureReport.of(Painted.stripes(512, 120, 0)).peaks()).isEmpty();
    }

    @Test
    void aPatternOfTwoEquallyBrightColoursIsSeen() {
        Random noise = new Random(3);
        Exemplar picture =
                Painted.colour(
                        192,
                        (x, y) -> 0.5 + 0.3 * Math.sin(x * 0.3) + 0.01 * noise.nextGaussian(),
                        (x, y) -> 0.5 - 0.3 * 0.2126 / 0.7152 * Math.sin(x * 0.3),
                        (x, y) -> 0.5);

        PictureReport report = PictureReport.of(picture);

        assertThat(report.contrast()).isLessThan(0.005);
        assertThat(report.periods().get(0).pixels()).isCloseTo(2 * Math.PI / 0.3, within(0.05));
    }
}
