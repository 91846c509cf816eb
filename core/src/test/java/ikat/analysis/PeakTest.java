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
    void aStrongHarmonicDoesNotPrecedeItsFundamental() {
        PictureReport report =
                PictureReport.of(
                        Painted.grey(
                                256,
                                256,
                                (x, y) ->
                                        0.5
                                                + 0.1 * Math.sin(2 * Math.PI * x / 40)
                                                + 0.1 * Math.sin(2 * Math.PI * x / 20)
                                                + 0.1 * Math.sin(2 * Math.PI * y / 25)));

        assertThat(report.periods().stream().map(p -> Math.round(p.pixels())))
                .containsExactlyInAnyOrder(20L, 25L);
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
