package ikat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.image.Light;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

    private static final List<Integer> NO = List.of();

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
        Exemplar part = new Intake(List.of(10, 5, 30, 20), NO, 0, 0, 0).apply(picture);
        assertThat(part.width()).isEqualTo(30);
        assertThat(part.at(1, 7, 9)).isEqualTo(picture.at(1, 17, 14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, 7.5, 30})
    void turningStraightensStripes(double degrees) {
        Exemplar picture = stripes(200, 160, degrees);
        Exemplar turned = new Intake(NO, NO, -degrees, 0, 0).apply(picture);
        Exemplar wrong = new Intake(NO, NO, degrees, 0, 0).apply(picture);
        double best = Math.min(change(turned), change(wrong));
        assertThat(best).isLessThan(change(picture) / 4);
        assertThat(turned.width()).isLessThan(picture.width());
    }

    @Test
    void clockwiseIsClockwise() {
        float[] pixels = new float[101 * 101];
        pixels[20 * 101 + 50] = 1; // above the middle
        Exemplar picture = Exemplar.made("dot.png", 1, 101, 101, pixels);
        Exemplar turned = new Intake(NO, NO, 20, 0, 0).apply(picture);
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
        Exemplar straight = new Intake(NO, corners, 0, 0, 0).apply(picture);
        assertThat(straight.width()).isEqualTo(150);
        assertThat(change(straight)).isLessThan(change(picture) / 8);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 100, 60", "2, 400, 240", "0.25, 50, 30"})
    void scalingKeepsTheLight(double scale, int width, int height) {
        Exemplar picture = stripes(200, 120, 30);
        Exemplar scaled = new Intake(NO, NO, 0, 0, scale).apply(picture);
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
        Exemplar flat = new Intake(NO, NO, 0, 40, 0).apply(picture);
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
        Intake intake = new Intake(List.of(1, 2, 30, 40), NO, 3.5, 50, 0.5);
        PlanSettings settings =
                PlanSettings.NONE
                        .with(Intake.CROP, intake.crop())
                        .with(Intake.TURN, 3.5)
                        .with(Intake.FLATTEN, 50)
                        .with(Intake.SCALE, 0.5);
        assertThat(Intake.of(settings)).isEqualTo(intake);
    }

    @Test
    void whatIsNotAllowedIsTold() {
        Exemplar picture = stripes(60, 40, 0);
        assertThatThrownBy(() -> new Intake(List.of(1, 2, 3), NO, 0, 0, 0))
                .hasMessage("crop has 3 numbers, but must have 4: left, top, width and height");
        assertThatThrownBy(() -> new Intake(List.of(50, 0, 20, 20), NO, 0, 0, 0).apply(picture))
                .hasMessage(
                        "crop is 50,0,20,20, but must lie within the 60x40 pixels of stripes.png");
        assertThatThrownBy(() -> new Intake(NO, NO, 46, 0, 0)).hasMessageContaining("turn is 46");
        assertThatThrownBy(() -> new Intake(NO, NO, 0, 0, 0.01)).hasMessageContaining("scale");
        List<Integer> wrong = List.of(0, 0, 0, 30, 30, 30, 30, 0);
        assertThatThrownBy(() -> new Intake(NO, wrong, 0, 0, 0).apply(picture))
                .hasMessageContaining("must run clockwise");
        List<Integer> right = List.of(0, 0, 30, 0, 30, 30, 0, 30);
        assertThatThrownBy(() -> new Intake(NO, right, 3, 0, 0))
                .hasMessageContaining("both corners and turn are given");
    }
}
