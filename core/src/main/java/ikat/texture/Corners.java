package ikat.texture;

import ikat.image.PixelRegion;
import java.util.List;

/**
 * Four textures blended between the corners of a rectangle (PSGAN, arXiv 1705.06566, figure 5).
 * Beyond its sides the plane continues as it is there.
 *
 * @param area the rectangle
 * @param leftTop texture of a corner
 * @param rightTop texture of a corner
 * @param leftBottom texture of a corner
 * @param rightBottom texture of a corner
 * @param easing of the blend
 */
public record Corners(
        PixelRegion area,
        GlobalVector leftTop,
        GlobalVector rightTop,
        GlobalVector leftBottom,
        GlobalVector rightBottom,
        Easing easing)
        implements GlobalField {

    @Override
    public List<GlobalVector> textures() {
        return List.of(leftTop, rightTop, leftBottom, rightBottom);
    }

    @Override
    public void weigh(long x, long y, double[] weights) {
        double across = easing.share(way(x - area.left(), area.width()));
        double down = easing.share(way(y - area.top(), area.height()));
        weights[0] = (1 - across) * (1 - down);
        weights[1] = across * (1 - down);
        weights[2] = (1 - across) * down;
        weights[3] = across * down;
    }

    private static double way(long from, long length) {
        return Math.max(0, Math.min(1, (from + 0.5) / length));
    }

    @Override
    public GlobalField repeating(long width, long height) {
        throw new IllegalArgumentException(
                "four corners cannot close on a plane that repeats, as its opposite sides would"
                        + " differ; take points, which close");
    }
}
