package ikat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.image.Homography;
import ikat.image.Light;
import ikat.text.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReportTest {

    @Test
    void oneColourIsRefused() {
        PictureReport report = PictureReport.of(Painted.grey(200, 200, (x, y) -> 0.3));

        assertThat(report.verdict().refuses()).isTrue();
        assertThat(report.verdict().sentences())
                .containsExactly("painted.png has one colour only; there is nothing to learn.");
        assertThat(report.peaks()).isEmpty();
    }

    @Test
    void aSinglePixelIsRefusedAndNotAnError() {
        Exemplar pixel = Painted.grey(1, 1, (x, y) -> 1);

        assertThat(PictureReport.of(pixel).verdict().refuses()).isTrue();
    }

    @Test
    void smallerThanFortyEightIsRefusedWithWhatIsNeeded() {
        PictureReport report = PictureReport.of(Painted.noise(47, 1, 1));

        assertThat(report.verdict().kind()).isEqualTo(Verdict.Kind.REFUSED);
        assertThat(report.verdict().sentences().get(0)).contains("47x47", "at least 48 pixels");
    }

    @Test
    void fortyEightIsEnoughButSmall() {
        PictureReport report = PictureReport.of(Painted.noise(48, 1, 1));

        assertThat(report.verdict().kind()).isEqualTo(Verdict.Kind.WARNED);
        assertThat(report.verdict().sentences())
                .singleElement()
                .asString()
                .contains("smaller patch");
    }

    @Test
    void evenTextureIsFine() {
        PictureReport report = PictureReport.of(Painted.discs(320, 20, 1));

        assertThat(report.verdict())
                .isEqualTo(new Verdict(Verdict.Kind.FINE, report.verdict().sentences()));
        assertThat(report.homogeneity().uniform()).isTrue();
        assertThat(report.isotropy()).isGreaterThan(0.95);
    }

    @Test
    void grainIsWhatIsFinerThanSixPixels() {
        assertThat(PictureReport.of(Painted.noise(128, 1, 0)).grain()).isGreaterThan(0.8);
        assertThat(PictureReport.of(Painted.stripes(128, 5, 0)).grain()).isGreaterThan(0.9);
        assertThat(PictureReport.of(Painted.stripes(128, 8, 0)).grain()).isLessThan(0.1);
        double rows = PictureReport.of(Painted.grey(128, 128, (x, y) -> mixed(y))).grain();
        double columns = PictureReport.of(Painted.grey(128, 128, (x, y) -> mixed(x))).grain();
        assertThat(rows).isCloseTo(columns, within(1e-6)).isBetween(0.15, 0.25);
    }

    /** A coarse wave and a fine one of half its height: a fifth of the variance. */
    private static double mixed(double at) {
        return 0.5 + 0.2 * Math.sin(at / 3) + 0.1 * Math.sin(2 * Math.PI * at / 4.3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {12, 20, 36})
    void elementsOfRandomDiscsAreMeasured(double diameter) {
        ElementSize element = PictureReport.of(Painted.discs(400, diameter, 4)).element();

        assertThat(element.width()).isCloseTo(diameter, within(0.25 * diameter));
        assertThat(element.height()).isCloseTo(diameter, within(0.25 * diameter));
    }

    @Test
    void elementsLargerThanTheNetworkSeesAreMentioned() {
        PictureReport report = PictureReport.of(Painted.discs(1100, 260, 4));

        assertThat(report.element().decisive()).isGreaterThan(200);
        assertThat(report.verdict().sentences()).anyMatch(s -> s.contains("scale the picture to"));
    }

    @Test
    void stripesHaveOneDirection() {
        assertThat(PictureReport.of(Painted.stripes(256, 16, 0)).isotropy()).isLessThan(0.2);
    }

    @Test
    void aPeriodThatChangesOverThePictureIsMentioned() {
        PictureReport report =
                PictureReport.of(
                        Painted.grey(
                                512,
                                512,
                                (x, y) ->
                                        0.5
                                                + 0.4
                                                        * Math.sin(
                                                                2
                                                                        * Math.PI
                                                                        * (x - 256)
                                                                        / (30 + y / 40.0))));

        assertThat(report.homogeneity().drifts()).isTrue();
        assertThat(report.verdict().sentences()).anyMatch(s -> s.contains("perspective"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, false",
        "0.9, 0.95, false",
        "0.4, 0.4, true",
        "0.3, 1, true",
        "1, 0.3, true"
    })
    void lightThatFallsOffIsSeen(double right, double bottom, boolean seen) {
        Exemplar even = Painted.hexagons(256, 24);
        Exemplar dim =
                Painted.grey(
                        256,
                        256,
                        (x, y) -> {
                            double across = 1 - (1 - right) * x / 255;
                            double down = 1 - (1 - bottom) * y / 255;
                            double light = Light.decoded((even.at(0, x, y) + 1) / 2);
                            return Light.encoded(across * down * light);
                        });
        PictureReport report = PictureReport.of(dim);
        assertThat(report.homogeneity().fall() > 0.25).isEqualTo(seen);
        assertThat(report.verdict().sentences().stream().anyMatch(s -> s.contains("--flatten")))
                .isEqualTo(seen);
    }

    /**
     * Bricks whose joints are light and dark: the third and the fourth harmonic are about as
     * strong, and as near to each other as perspective moves a wave.
     */
    private static Exemplar bricks(double row) {
        return Painted.grey(
                512,
                512,
                (x, y) -> {
                    int course = (int) Math.floor(y / row);
                    double down = y - course * row;
                    double across =
                            Math.floorMod((int) (x + 0.5 * course * 4 * row), (int) (4 * row));
                    double brick =
                            0.45
                                    + 0.05
                                            * Math.sin(
                                                    course * 12.9
                                                            + Math.floor(x / (4 * row)) * 78.2);
                    boolean light = down < 0.12 * row;
                    boolean dark = down > 0.88 * row || across < 0.12 * row;
                    return light ? 0.9 : dark ? 0.1 : brick;
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {9, 13, 17, 17.1, 22, 29, 41, 64})
    void flatBricksAreNotInPerspective(double row) {
        Homogeneity flat = PictureReport.of(bricks(row)).homogeneity();

        assertThat(flat.drift()).isLessThan(1.04);
    }

    @ParameterizedTest
    @ValueSource(doubles = {17, 22, 29})
    void bricksSeenAtAnAngleAreInPerspective(double row) {
        double[] corners = {45, 20, 466, 20, 511, 511, 0, 511};
        Exemplar tilted = Homography.to(corners, 480, 480).apply(bricks(row));

        PictureReport report = PictureReport.of(tilted);

        assertThat(report.homogeneity().drifts()).as("%s", report.homogeneity().drift()).isTrue();
        assertThat(report.verdict().sentences()).anyMatch(s -> s.contains("perspective"));
    }

    @Test
    void twoHalvesOfDifferentBrightnessAreMentioned() {
        PictureReport report =
                PictureReport.of(
                        Painted.grey(
                                256,
                                256,
                                (x, y) -> (x * 31 + y * 17) % 7 / 20.0 + (x < 128 ? 0 : 0.5)));

        assertThat(report.homogeneity().uniform()).isFalse();
        assertThat(report.verdict().sentences()).anyMatch(s -> s.contains("differ in brightness"));
    }

    @Test
    void theFactsBeginWithTheNameAndEndWithTheVerdict() {
        PictureReport report = PictureReport.of(Painted.hexagons(384, 30));

        assertThat(report.facts())
                .startsWith(
                        new Fact("picture", "painted.png"), new Fact("size", "384x384 px, grey"))
                .contains(new Fact("elements", "about 35x30 px"))
                .endsWith(new Fact("verdict", "fine"));
    }

    @Test
    void aLongThinPictureIsAnalysed() {
        Exemplar ribbon =
                Painted.grey(3000, 50, (x, y) -> 0.5 + 0.4 * Math.sin(2 * Math.PI * x / 10));

        assertThat(PictureReport.of(ribbon).periods().get(0).pixels()).isCloseTo(10, within(0.02));
    }
}
