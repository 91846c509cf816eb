package ikat.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ikat.image.PixelRegion;
import ikat.noise.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalFieldTest {

    private static final PixelRegion AREA = new PixelRegion(0, 0, 96, 64);
    private static final long FAR = 1L << 40;

    static Stream<Map.Entry<String, GlobalField>> fields() {
        return Fields.over(AREA).entrySet().stream();
    }

    static Stream<Map.Entry<String, GlobalField>> closing() {
        return Fields.closing(AREA).entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void weightsAreSharesOfOne(Map.Entry<String, GlobalField> field) {
        for (long at : new long[] {0, -37, 40, 95, 96, 1000, FAR, -FAR}) {
            for (long y : new long[] {0, 31, 63, 64, -FAR}) {
                double[] weights = weights(field.getValue(), at, y);
                assertThat(Arrays.stream(weights).sum()).isCloseTo(1, offset(1e-12));
                assertThat(Arrays.stream(weights).min()).matches(least -> least.orElse(-1) >= 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldVaries(Map.Entry<String, GlobalField> field) {
        double[] first = weights(field.getValue(), 0, 0);
        double most = 0;
        for (long i = 0; i < 64; i++) {
            most = Math.max(most, difference(first, weights(field.getValue(), i, i)));
        }
        assertThat(most > 0.5).isNotEqualTo(field.getKey().equals("constant"));
    }

    /** Across the border where the plane closes, a step of a pixel changes as much as elsewhere. */
    @ParameterizedTest
    @MethodSource("closing")
    void aRepeatingFieldClosesWithoutAJump(Map.Entry<String, GlobalField> entry) {
        if (entry.getKey().startsWith("hard")) {
            return; // its tiles have jumps everywhere
        }
        GlobalField field = entry.getValue().repeating(96, 64);
        double inside = 0;
        for (long x = 1; x < 96; x++) {
            inside = Math.max(inside, difference(weights(field, x - 1, 9), weights(field, x, 9)));
        }
        for (long y = 1; y < 64; y++) {
            inside = Math.max(inside, difference(weights(field, 9, y - 1), weights(field, 9, y)));
        }
        for (long i = 0; i < 64; i += 7) {
            assertThat(difference(weights(field, 95, i), weights(field, 0, i)))
                    .isLessThanOrEqualTo(inside * 2 + 1e-9);
            assertThat(difference(weights(field, i, 63), weights(field, i, 0)))
                    .isLessThanOrEqualTo(inside * 2 + 1e-9);
            assertThat(weights(field, i + 96, i)).containsExactly(weights(field, i, i));
            assertThat(weights(field, i, i - 128)).containsExactly(weights(field, i, i));
        }
    }

    @Test
    void tilesStandInOrderAndMeetSoftly() {
        Tiles tiles = new Tiles(AREA, 3, 2, List.of(Fields.A, Fields.B, Fields.C, Fields.D), 0.5);
        assertThat(weights(tiles, 16, 16)).containsExactly(1, 0, 0, 0);
        assertThat(weights(tiles, 48, 16)).containsExactly(0, 1, 0, 0);
        assertThat(weights(tiles, 16, 48)).containsExactly(0, 0, 0, 1);
        assertThat(weights(tiles, 48, 48)).as("the fifth is the first").containsExactly(1, 0, 0, 0);
        assertThat(weights(tiles, 16 + 96 * 5, 16 - 64)).containsExactly(1, 0, 0, 0);
        double[] border = weights(tiles, 31, 16);
        assertThat(border[0]).isBetween(0.5, 0.6);
        assertThat(border[1]).isEqualTo(1 - border[0]);
    }

    @Test
    void cornersAreThoseOfTheirRectangleAndStayBeyondIt() {
        PixelRegion area = new PixelRegion(FAR, -FAR, 100, 100);
        Corners corners = new Corners(area, Fields.A, Fields.B, Fields.C, Fields.D, Easing.LINEAR);
        assertThat(weights(corners, FAR - 5, -FAR - 5)).containsExactly(1, 0, 0, 0);
        assertThat(weights(corners, FAR + 100, -FAR - 5)).containsExactly(0, 1, 0, 0);
        assertThat(weights(corners, FAR - 5, -FAR + 100)).containsExactly(0, 0, 1, 0);
        assertThat(weights(corners, FAR + 24, -FAR + 1000)[3]).isCloseTo(0.245, offset(1e-12));
    }

    @Test
    void aPointHasItsTextureAndHalfWayBothCountAlike() {
        GlobalField points =
                Points.of(
                        List.of(
                                new Points.Point(Fields.A, FAR, 0),
                                new Points.Point(Fields.B, FAR + 20, 0)));
        assertThat(weights(points, FAR, 0)).containsExactly(1, 0);
        assertThat(weights(points, FAR + 10, 7)).containsExactly(0.5, 0.5);
        assertThat(weights(points, FAR + 5, 0)[0]).isCloseTo(81 / 82.0, offset(1e-12));
        GlobalField torus = points.repeating(24, 0);
        assertThat(weights(torus, FAR - 2, 0)).as("B is as near round the back").contains(0.5);
    }

    @Test
    void aMapPaintsWithTheNearestColour() {
        GlobalField map = Fields.over(AREA).get("hard map");
        assertThat(weights(map, 3, 3)).containsExactly(1, 0, 0);
        assertThat(weights(map, 36, 32)).containsExactly(0, 1, 0);
        assertThat(weights(map, 92, 32)).containsExactly(0, 0, 1);
        GlobalField ramp = Fields.over(AREA).get("ramp");
        assertThat(weights(ramp, -500, 3)[0]).isGreaterThan(0.9);
        assertThat(weights(ramp, 48, 3)[1]).isGreaterThan(0.9);
        assertThat(weights(ramp, 500, 3)[2]).isGreaterThan(0.9);
    }

    @Test
    void aLargeMapIsGatheredWithoutLosingTheShares() {
        Legend legend =
                new Legend(
                        List.of(
                                new Legend.Entry(0, Fields.A),
                                new Legend.Entry(0xffffff, Fields.B)));
        PixelRegion area = new PixelRegion(0, 0, 2100, 3);
        Painted map =
                Painted.byColour(
                        Fields.picture(2100, 3, (x, y) -> x < 1050 ? 0 : 0xffffff),
                        legend,
                        area,
                        0);
        assertThat(weights(map, 1040, 1)).containsExactly(1, 0);
        assertThat(weights(map, 1060, 1)).containsExactly(0, 1);
    }

    @Test
    void coloursThatStandForNothingAreNamed() {
        Legend legend =
                new Legend(
                        List.of(
                                new Legend.Entry(0xff0000, Fields.A),
                                new Legend.Entry(0x00ff00, Fields.B)));
        assertThatThrownBy(() -> Painted.byColour(Fields.disc(), legend, AREA, 0))
                .hasMessage(
                        "the colour #0000ff, 18.8 % of the map, stands for nothing; the legend has"
                                + " #ff0000, #00ff00: give it a texture too, or repaint it");
        // One pixel of 192 is the rim of a smoothed edge.
        Painted.byColour(
                Fields.picture(16, 12, (x, y) -> x + y == 0 ? 0x0000ff : 0xfe0101),
                legend,
                AREA,
                0);
        assertThatThrownBy(
                        () ->
                                new Legend(
                                        List.of(
                                                new Legend.Entry(1, Fields.A),
                                                new Legend.Entry(1, Fields.B))))
                .hasMessageContaining("#000001, #000001");
    }

    @Test
    void whatCannotCloseIsOneSentence() {
        Map<String, GlobalField> fields = Fields.over(AREA);
        assertThatThrownBy(() -> fields.get("corners").repeating(96, 64))
                .hasMessageContaining("take points");
        assertThatThrownBy(() -> fields.get("tiles").repeating(0, 100))
                .hasMessage(
                        "the grid of tiles repeats after 64 pixels down, which do not divide the"
                                + " plane's period of 100; the nearest periods that it fits are 64"
                                + " and 128");
        assertThatThrownBy(() -> fields.get("map").repeating(32, 0))
                .hasMessageContaining("the nearest periods that it fits are 96");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.5, Double.NaN})
    void settingsOutOfRangeAreRefused(double value) {
        assertThatThrownBy(() -> new Tiles(AREA, 3, 2, List.of(Fields.A), value))
                .hasMessageContaining("softness is " + value);
        assertThatThrownBy(() -> new Points(List.of(), 4, 0, 0)).hasMessageContaining("no points");
        assertThatThrownBy(() -> new Tiles(AREA, 0, 2, List.of(Fields.A), 0))
                .hasMessageContaining("0x2");
        assertThatThrownBy(() -> new Strip(List.of(), Strip.Direction.DOWN, 0, 5, Strip.Ends.OPEN))
                .hasMessageContaining("no texture");
    }

    private static double[] weights(GlobalField field, long x, long y) {
        double[] weights = new double[field.textures().size()];
        Arrays.fill(weights, Double.NaN);
        field.weigh(x, y, weights);
        return weights;
    }

    private static double difference(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}
