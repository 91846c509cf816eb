package ikat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.analysis.PictureReport;
import ikat.image.Domain;
import ikat.image.Exemplar;
import ikat.image.Light;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

    private static final List<Integer> NO = List.of();

    /** Of pictures whose edges may join by chance. */
    private static Intake intake(
            List<Integer> crop, List<Integer> corners, double turn, int flatten, double scale) {
        return new Intake(null, crop, corners, turn, null, flatten, scale, Answer.NO);
    }

    /** Stripes of 16 px at an angle, of three channels. */
    private static Exemplar stripes(int width, int height, double degrees) {
        float[] pixels = new float[3 * width * height];
        double angle = Math.toRadians(degrees);
        for (int i = 0; i < pixels.length; i++) {
            int x = i % width;
            int y = i / width % height;
            double across = x * Math.cos(angle) + y * Math.sin(angle);
            pixels[i] = (float) (0.8 * Math.sin(2 * Math.PI * across / 16));
        }
        return Exemplar.made("stripes.png", 3, width, height, pixels);
    }

    /** How much neighbours differ downwards: nothing where stripes run upright. */
    private static double change(Exemplar picture) {
        double sum = 0;
        for (int y = 4; y < picture.height() - 5; y++) {
            for (int x = 4; x < picture.width() - 4; x++) {
                sum += Math.abs(picture.at(0, x, y + 1) - picture.at(0, x, y));
            }
        }
        return sum / (picture.width() - 8) / (picture.height() - 9);
    }

    @Test
    void nothingIsDoneUnlessItIsAskedFor() {
        Exemplar picture = stripes(60, 40, 0);
        assertThat(Intake.of(PlanSettings.NONE)).isEqualTo(Intake.NONE);
        assertThat(Intake.NONE.apply(picture)).isSameAs(picture);
    }

    @Test
    void aCropIsExact() {
        Exemplar picture = stripes(60, 40, 20);
        Exemplar part = intake(List.of(10, 5, 30, 20), NO, 0, 0, 0).apply(picture);
        assertThat(part.width()).isEqualTo(30);
        assertThat(part.at(1, 7, 9)).isEqualTo(picture.at(1, 17, 14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, 7.5, 30})
    void turningStraightensStripes(double degrees) {
        Exemplar picture = stripes(200, 160, degrees);
        Exemplar turned = intake(NO, NO, -degrees, 0, 0).apply(picture);
        Exemplar wrong = intake(NO, NO, degrees, 0, 0).apply(picture);
        double best = Math.min(change(turned), change(wrong));
        assertThat(best).isLessThan(change(picture) / 4);
        assertThat(turned.width()).isLessThan(picture.width());
    }

    @Test
    void clockwiseIsClockwise() {
        float[] pixels = new float[101 * 101];
        pixels[20 * 101 + 50] = 1; // above the middle
        Exemplar picture = Exemplar.made("dot.png", 1, 101, 101, pixels);
        Exemplar turned = intake(NO, NO, 20, 0, 0).apply(picture);
        int brightest = 0;
        for (int i = 0; i < turned.pixels().length; i++) {
            brightest = turned.pixels()[i] > turned.pixels()[brightest] ? i : brightest;
        }
        assertThat(brightest % turned.width()).isGreaterThan(turned.width() / 2); // to the right
    }

    @Test
    void cornersBecomeARectangle() {
        int side = 200;
        float[] pixels = new float[side * side];
        for (int i = 0; i < pixels.length; i++) { // lines that meet far above
            double x = (i % side - 100.0) / (0.5 + i / side / 400.0);
            pixels[i] = (float) (0.8 * Math.sin(2 * Math.PI * x / 20));
        }
        Exemplar picture = Exemplar.made("road.png", 1, side, side, pixels);
        List<Integer> corners = List.of(50, 0, 150, 0, 200, 200, 0, 200);
        Exemplar straight = intake(NO, corners, 0, 0, 0).apply(picture);
        assertThat(straight.width()).isEqualTo(150);
        assertThat(change(straight)).isLessThan(change(picture) / 8);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 100, 60", "2, 400, 240", "0.25, 50, 30"})
    void scalingKeepsTheLight(double scale, int width, int height) {
        Exemplar picture = stripes(200, 120, 30);
        Exemplar scaled = intake(NO, NO, 0, 0, scale).apply(picture);
        assertThat(scaled.width()).isEqualTo(width);
        assertThat(scaled.height()).isEqualTo(height);
        assertThat(light(scaled)).isCloseTo(light(picture), within(0.004));
    }

    private static double light(Exemplar picture) {
        double sum = 0;
        for (float value : picture.pixels()) {
            sum += Light.decoded((value + 1) / 2.0);
        }
        return sum / picture.pixels().length;
    }

    @Test
    void aGradientOfTheLightIsTakenOutAndTheTextureIsNot() {
        Exemplar even = stripes(256, 256, 0);
        float[] pixels = even.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            double light = Light.decoded((pixels[i] + 1) / 2.0);
            double lit = light * (0.35 + 0.6 * (i % 256) / 256);
            pixels[i] = (float) (2 * Light.encoded(lit) - 1);
        }
        Exemplar picture = Exemplar.made("lit.png", 3, 256, 256, pixels);
        Exemplar flat = intake(NO, NO, 0, 40, 0).apply(picture);
        assertThat(halves(picture)).isGreaterThan(1.5);
        assertThat(halves(flat)).isCloseTo(1, within(0.12));
        double before = deviation(even);
        assertThat(deviation(flat)).isBetween(0.5 * before, 1.1 * before);
    }

    private static double halves(Exemplar picture) {
        Exemplar left = picture.crop(0, 0, 128, 256);
        Exemplar right = picture.crop(128, 0, 128, 256);
        return light(right) / light(left);
    }

    private static double deviation(Exemplar picture) {
        double sum = 0;
        for (float value : picture.pixels()) {
            sum += value * value;
        }
        return Math.sqrt(sum / picture.pixels().length);
    }

    @Test
    void plansKeepIt() {
        Intake intake =
                new Intake(Alpha.MASK, List.of(1, 2, 30, 40), NO, 3.5, null, 50, 0.5, Answer.YES);
        PlanSettings settings =
                PlanSettings.NONE
                        .with(Intake.ALPHA, Alpha.MASK)
                        .with(Intake.TILEABLE, Answer.YES)
                        .with(Intake.CROP, intake.crop())
                        .with(Intake.TURN, 3.5)
                        .with(Intake.FLATTEN, 50)
                        .with(Intake.SCALE, 0.5);
        assertThat(Intake.of(settings)).isEqualTo(intake);
    }

    @Test
    void whatIsNotAllowedIsTold() {
        Exemplar picture = stripes(60, 40, 0);
        assertThatThrownBy(() -> intake(List.of(1, 2, 3), NO, 0, 0, 0))
                .hasMessage("crop has 3 numbers, but must have 4: left, top, width and height");
        assertThatThrownBy(() -> intake(List.of(50, 0, 20, 20), NO, 0, 0, 0).apply(picture))
                .hasMessage(
                        "crop is 50,0,20,20, but must lie within the 60x40 pixels of stripes.png");
        assertThatThrownBy(() -> intake(NO, NO, 46, 0, 0)).hasMessageContaining("turn is 46");
        assertThatThrownBy(() -> intake(NO, NO, 0, 0, 0.01)).hasMessageContaining("scale");
        List<Integer> wrong = List.of(0, 0, 0, 30, 30, 30, 30, 0);
        assertThatThrownBy(() -> intake(NO, wrong, 0, 0, 0).apply(picture))
                .hasMessageContaining("must run clockwise");
        List<Integer> right = List.of(0, 0, 30, 0, 30, 30, 0, 30);
        assertThatThrownBy(() -> intake(NO, right, 3, 0, 0))
                .hasMessageContaining("only one of corners, turn and straighten");
    }

    /** Stripes with a disc of one value that is hidden. */
    private static Exemplar withDisc(float value) {
        Exemplar stripes = stripes(120, 90, 30);
        float[] pixels = stripes.pixels().clone();
        BitSet hidden = new BitSet();
        for (int i = 0; i < 120 * 90; i++) {
            if (Math.hypot(i % 120 - 70, i / 120 - 40) < 12) {
                hidden.set(i);
                for (int c = 0; c < 3; c++) {
                    pixels[c * 120 * 90 + i] = value;
                }
            }
        }
        return stripes.with(pixels).within(Domain.without(hidden, 120, 90));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "10, 0, 0", "0, 20, 0", "0, 0, 1.5", "-20, 16, 0.5"})
    void whatIsHiddenLeavesNoTrace(double turn, int flatten, double scale) {
        Intake intake = intake(NO, NO, turn, flatten, scale);
        Exemplar black = intake.apply(withDisc(-1));
        Exemplar white = intake.apply(withDisc(1));
        assertThat(Arrays.equals(black.pixels(), white.pixels())).isTrue();
        assertThat(black.domain()).isEqualTo(white.domain());
        assertThat(black.domain().hides()).isTrue();
    }

    @Test
    void whatIsHiddenIsFilledWithSomethingLikeTheRest() {
        Exemplar filled = Intake.NONE.apply(withDisc(1));
        double whole = stripes(120, 90, 30).toPixels().variance();
        assertThat(filled.toPixels().variance()).isCloseTo(whole, within(0.05 * whole));
        float[] left = filled.crop(0, 0, 50, 90).pixels();
        assertThat(Arrays.equals(left, stripes(120, 90, 30).crop(0, 0, 50, 90).pixels())).isTrue();
        assertThat(filled.domain()).isEqualTo(withDisc(1).domain());
    }

    @Test
    void aSmallPictureThatTilesIsRepeated() {
        Exemplar tile = stripes(48, 42, 0);
        Exemplar learned = Intake.NONE.apply(tile);
        assertThat(learned.domain()).isEqualTo(Domain.torus(48, 42, 6, 8));
        assertThat(learned.notes()).singleElement().asString().contains("repeated to 288x336");
        for (int c = 0; c < 3; c++) {
            assertThat(learned.at(c, 48 + 7, 2 * 42 + 9)).isEqualTo(tile.at(c, 7, 9));
        }
        Exemplar large = stripes(272, 260, 0);
        assertThat(Intake.NONE.apply(large).domain()).isEqualTo(Domain.torus(272, 260));
        assertThat(Intake.NONE.apply(large).pixels()).isSameAs(large.pixels());
        assertThat(intake(NO, NO, 0, 0, 0).apply(tile)).isSameAs(tile);
    }

    @Test
    void itIsSaidWhatShallTileThoughItsEdgesDoNotJoin() {
        Intake yes = new Intake(null, NO, NO, 0, null, 0, 0, Answer.YES);
        Exemplar stripes = stripes(100, 100, 30);
        assertThat(Intake.NONE.apply(stripes).domain().isTorus()).isFalse();
        assertThat(yes.apply(stripes).domain()).isEqualTo(Domain.torus(100, 100, 3, 3));
        assertThatThrownBy(() -> yes.apply(withDisc(1)))
                .hasMessage("tileable is yes, but parts of stripes.png are hidden");
    }

    @ParameterizedTest
    @ValueSource(doubles = {7, -12, 3.5, 83})
    void stripesAreTurnedUntilTheyRunAlongAnEdge(double degrees) {
        Intake straighten = new Intake(null, NO, NO, 0, Answer.YES, 0, 0, Answer.NO);
        PictureReport.Period period =
                PictureReport.of(straighten.apply(stripes(300, 280, degrees))).periods().get(0);
        double off = period.degrees() - 90 * Math.rint(period.degrees() / 90);
        assertThat(off).isCloseTo(0, within(0.4));
        assertThat(period.pixels()).isCloseTo(16, within(0.2));
    }

    @Test
    void whatHasNoPeriodCannotBeStraightened() {
        Random random = new Random(3);
        float[] noise = new float[256 * 256];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 2 * random.nextFloat() - 1;
        }
        Intake straighten = new Intake(null, NO, NO, 0, Answer.YES, 0, 0, null);
        assertThatThrownBy(() -> straighten.apply(Exemplar.made("sand.png", 1, 256, 256, noise)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sand.png has no period");
        assertThatThrownBy(() -> new Intake(null, NO, NO, 5, Answer.YES, 0, 0, null))
                .hasMessageContaining("only one of corners, turn and straighten");
    }
}
