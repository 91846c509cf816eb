package ikat.noise;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.texture.Brushed;
import ikat.texture.BrushedAmong;
import ikat.texture.Corners;
import ikat.texture.Easing;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Legend;
import ikat.texture.Painted;
import ikat.texture.Points;
import ikat.texture.Strip;
import ikat.texture.Stroke;
import ikat.texture.StrokeShares;
import ikat.texture.Tiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One field of each kind over a rectangle, of textures with two values, for tests. */
public final class Fields {

    public static final GlobalVector A = GlobalVector.of(-0.9f, 0.8f);
    public static final GlobalVector B = GlobalVector.of(0.7f, 0.6f);
    public static final GlobalVector C = GlobalVector.of(0.1f, -0.9f);
    public static final GlobalVector D = GlobalVector.of(-0.4f, -0.3f);

    private Fields() {}

    public static Map<String, GlobalField> over(PixelRegion area) {
        Map<String, GlobalField> fields = closing(area);
        fields.put("corners", new Corners(area, A, B, C, D, Easing.LINEAR));
        fields.put("smooth corners", new Corners(area, A, B, C, D, Easing.SMOOTH));
        fields.put("brush", brushed(area));
        fields.put("brush among others", among(area));
        return fields;
    }

    /** Two textures with a stroke of something else between them. */
    private static GlobalField among(PixelRegion area) {
        Stroke.Point leftTop = new Stroke.Point(area.left() + 5, area.top() + 9);
        Stroke.Point middle =
                new Stroke.Point(
                        area.left() + area.width() / 2.0, area.top() + area.height() / 2.0);
        Stroke first = new Stroke(14, 0.5, List.of(leftTop, middle));
        Stroke last = new Stroke(20, 0.5, List.of(middle));
        return new BrushedAmong(
                List.of(A, B),
                new int[] {0, 2},
                new StrokeShares(
                        3,
                        List.of(new StrokeShares.Layer(1, first), new StrokeShares.Layer(2, last))),
                new StrokeShares(2, List.of(new StrokeShares.Layer(1, last))));
    }

    /** A stroke across, and a dab over it. */
    private static GlobalField brushed(PixelRegion area) {
        Stroke.Point leftTop = new Stroke.Point(area.left() + 5, area.top() + 9);
        Stroke.Point middle =
                new Stroke.Point(
                        area.left() + area.width() / 2.0, area.top() + area.height() / 2.0);
        return new Brushed(
                A,
                List.of(B, C),
                List.of(
                        new Brushed.Layer(0, new Stroke(14, 0.5, List.of(leftTop, middle))),
                        new Brushed.Layer(1, new Stroke(11, 0, List.of(middle)))));
    }

    /** Those that can close on a plane that repeats. */
    public static Map<String, GlobalField> closing(PixelRegion area) {
        Map<String, GlobalField> fields = new LinkedHashMap<>();
        fields.put("constant", new GlobalField.Constant(A));
        fields.put("tiles", new Tiles(area, 3, 2, List.of(A, B, C, D), 0.4));
        fields.put("hard tiles", new Tiles(area, 2, 2, List.of(A, B), 0));
        fields.put(
                "points",
                Points.of(
                        List.of(
                                new Points.Point(A, area.left() + 9, area.top() + 20),
                                new Points.Point(B, area.right() - 4, area.top() + 3),
                                new Points.Point(C, area.left() + 60, area.bottom()))));
        for (Strip.Direction direction : Strip.Direction.values()) {
            boolean right = direction == Strip.Direction.RIGHT;
            fields.put(
                    "strip " + direction,
                    new Strip(
                            List.of(A, B, C),
                            direction,
                            right ? area.left() : area.top(),
                            right ? area.width() : area.height(),
                            Strip.Ends.OPEN));
        }
        Legend legend =
                new Legend(
                        List.of(
                                new Legend.Entry(0xff0000, A),
                                new Legend.Entry(0x00ff00, B),
                                new Legend.Entry(0x0000ff, C)));
        fields.put("map", Painted.byColour(disc(), legend, area, 24));
        fields.put("hard map", Painted.byColour(disc(), legend, area, 0));
        fields.put("weighed", Painted.weighed(4, grid(), List.of(A, C, D), area, 12));
        fields.put("ramp", Painted.byBrightness(ramp(), List.of(A, B, D), area, 8));
        return fields;
    }

    /** A green disc on red, a blue stripe on the right. */
    public static Exemplar disc() {
        return picture(
                16,
                12,
                (x, y) -> x >= 13 ? 0x0000ff : Math.hypot(x - 6, y - 6) < 4 ? 0x00ff00 : 0xff0000);
    }

    /** Four columns and three rows of which each sample is one texture, or half of two. */
    private static float[][] grid() {
        return new float[][] {
            {1, 0, 0, 0.5f, 1, 0, 0, 0.5f, 1, 0, 0, 1},
            {0, 1, 0, 0.5f, 0, 1, 0, 0.5f, 0, 1, 0.5f, 0},
            {0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0.5f, 0}
        };
    }

    private static Exemplar ramp() {
        return picture(16, 4, (x, y) -> 0x111111 * x);
    }

    /** Gives the colour of a pixel. */
    public interface Paint {
        int rgb(int x, int y);
    }

    public static Exemplar picture(int width, int height, Paint paint) {
        float[] pixels = new float[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            int rgb = paint.rgb(i % width, i / width);
            for (int c = 0; c < 3; c++) {
                pixels[c * width * height + i] = (rgb >> 16 - 8 * c & 255) / 127.5f - 1;
            }
        }
        return new Exemplar("map.png", "0".repeat(64), 3, width, height, pixels, List.of());
    }
}
