package ikat.studio.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ikat.studio.live.MeanColours.Lab;
import ikat.studio.web.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteeringTest {

    private static final double[] EVENLY = {0.5, 0.5};

    /** Grey from black on the left to white on the right, with some waves down. */
    private static CameraPicture ramp() {
        float[] rgb = new float[3 * 32 * 24];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % 32;
            int y = i / 96;
            rgb[i] = (float) Math.max(0, Math.min(255, 255.0 * x / 31 + 20 * Math.sin(y)));
        }
        return new CameraPicture(32, 24, rgb);
    }

    @Test
    void theBrightTextureFollowsTheBrightness() {
        CameraPicture picture = ramp();
        float[][] weights = Steering.byBrightness(picture, EVENLY, 1);

        assertThat(correlation(picture.rgb(), weights[1])).isGreaterThan(0.999);
        assertThat(correlation(picture.rgb(), weights[0])).isLessThan(-0.999);
        float[][] half = Steering.byBrightness(picture, EVENLY, 0.5);
        assertThat(correlation(picture.rgb(), half[1])).isGreaterThan(0.999);
        assertThat(half[1][0]).isCloseTo(0.25f, offset(0.05f));
    }

    @Test
    void withoutStrengthThePictureCountsForNothing() {
        float[][] weights = Steering.byBrightness(ramp(), new double[] {0.25, 0.75}, 0);

        assertThat(weights[0]).containsOnly(0.25f);
        assertThat(weights[1]).containsOnly(0.75f);
    }

    @Test
    void aColourChoosesTheTextureThatHasIt() {
        float[] rgb = {200, 30, 30, 30, 30, 200, 190, 50, 40};
        List<Lab> colours = List.of(Lab.of(20, 20, 220), Lab.of(210, 20, 20));
        float[][] weights = Steering.byColour(new CameraPicture(3, 1, rgb), colours, 10, EVENLY, 1);

        assertThat(weights[1][0]).isGreaterThan(0.99f);
        assertThat(weights[0][1]).isGreaterThan(0.99f);
        assertThat(weights[1][2]).isGreaterThan(0.99f);
        assertThat(weights[0][0] + weights[1][0]).isCloseTo(1, offset(1e-5f));
    }

    /** Known values of CIELAB under D65. */
    @ParameterizedTest
    @CsvSource({"255,255,255,100,0,0", "255,0,0,53.2,80.1,67.2", "0,0,255,32.3,79.2,-107.9"})
    void coloursAreThoseOfCielab(
            double red, double green, double blue, double lightness, double a, double b) {
        Lab lab = Lab.of(red, green, blue);

        assertThat(lab.lightness()).isCloseTo(lightness, offset(0.2));
        assertThat(lab.a()).isCloseTo(a, offset(0.2));
        assertThat(lab.b()).isCloseTo(b, offset(0.2));
    }

    @Test
    void picturesFlowIntoOneAnother() {
        CameraPicture black = new CameraPicture(1, 1, new float[] {0, 0, 0});
        CameraPicture white = new CameraPicture(1, 1, new float[] {200, 200, 200});

        assertThat(white.after(black, 0.75).rgb()).containsExactly(50, 50, 50);
        assertThat(white.after(ramp(), 0.75)).isSameAs(white);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1,3", "1,0,1,0", "1,129,1,387", "1,2,2,11", "1,2,2,13", "2,1,1,3"})
    void aMessageThatIsNoPictureIsRefused(int kind, int width, int height, int bytes) {
        ByteBuffer message =
                ByteBuffer.allocate(5 + bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) kind)
                        .putShort((short) width)
                        .putShort((short) height)
                        .rewind();

        assertThatThrownBy(() -> CameraPicture.read(message)).isInstanceOf(Problem.class);
    }

    private static double correlation(float[] rgb, float[] weights) {
        int n = weights.length;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            double a = rgb[3 * i];
            x += a;
            y += weights[i];
            xx += a * a;
            yy += weights[i] * weights[i];
            xy += a * weights[i];
        }
        return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
    }
}
