package ikat.texture;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.texture.WeightMap.Beyond;
import java.util.List;

/**
 * A picture over a rectangle of the plane that selects the textures, as in GANosaic (Jetchev,
 * Bergmann and Seward, arXiv 1712.00269). Beyond its sides the plane continues as it is there.
 * Immutable.
 */
public final class Painted implements GlobalField {

    /** The default softness in pixels: about a cell. */
    public static final double SOFTNESS = 32;

    private static final int MOST_SOFTNESS = 1 << 20;

    private final PixelRegion area;
    private final List<GlobalVector> textures;
    private final WeightMap raw;
    private final double softness;
    private final Beyond acrossSides;
    private final Beyond downSides;
    private final WeightMap map;

    private Painted(
            PixelRegion area,
            List<GlobalVector> textures,
            WeightMap raw,
            double softness,
            Beyond acrossSides,
            Beyond downSides) {
        this.area = area;
        this.textures = textures;
        this.raw = raw;
        this.softness = softness;
        this.acrossSides = acrossSides;
        this.downSides = downSides;
        double sigma = softness / 4;
        this.map =
                raw.smoothed(
                        sigma * raw.columns() / area.width(),
                        sigma * raw.rows() / area.height(),
                        acrossSides,
                        downSides);
    }

    /**
     * Maps colours to textures; each pixel counts as the nearest colour of the legend.
     *
     * @param softness pixels of the plane over which a border is mixed, 0 for those of a pixel of
     *     the picture
     * @throws IllegalArgumentException if the picture has colours that match none of the legend;
     *     one sentence
     */
    public static Painted byColour(
            Exemplar picture, Legend legend, PixelRegion area, double softness) {
        check(softness);
        return of(legend.weigh(picture), legend.textures(), area, softness);
    }

    /**
     * Maps brightness to a path of textures, from black, the first, to white.
     *
     * @param path at least two
     * @param softness pixels of the plane over which a border is mixed, 0 for those of a pixel of
     *     the picture
     */
    public static Painted byBrightness(
            Exemplar picture, List<GlobalVector> path, PixelRegion area, double softness) {
        check(softness);
        if (path.size() < 2) {
            throw new IllegalArgumentException(
                    "the path has " + path.size() + " textures, but must have at least 2");
        }
        WeightMap raw =
                WeightMap.gather(
                        picture.width(),
                        picture.height(),
                        path.size(),
                        (x, y, shares) -> BrightnessPath.share(brightness(picture, x, y), shares));
        return of(raw, path, area, softness);
    }

    /**
     * Lays a grid of mixtures over an area.
     *
     * @param columns of the grid
     * @param weights {@code [textures][rows * columns]}, none negative, of sum 1 at each sample;
     *     not copied
     * @param textures at least one
     * @param softness pixels of the plane over which a border is mixed, 0 for those of a sample
     * @throws IllegalArgumentException if the weights are not such a grid; one sentence
     */
    public static Painted weighed(
            int columns,
            float[][] weights,
            List<GlobalVector> textures,
            PixelRegion area,
            double softness) {
        check(softness);
        if (textures.isEmpty() || weights.length != textures.size()) {
            throw new IllegalArgumentException(
                    "there are weights of %s textures, but must be of each of the %s, at least 1"
                            .formatted(weights.length, textures.size()));
        }
        return of(WeightMap.checked(columns, weights), textures, area, softness);
    }

    private static Painted of(
            WeightMap raw, List<GlobalVector> textures, PixelRegion area, double softness) {
        return new Painted(area, List.copyOf(textures), raw, softness, Beyond.SAME, Beyond.SAME);
    }

    private static void check(double softness) {
        if (!(softness >= 0 && softness <= MOST_SOFTNESS)) {
            throw new IllegalArgumentException(
                    "the softness of the map is %s pixels, but must be from 0 to %s"
                            .formatted(softness, MOST_SOFTNESS));
        }
    }

    /** From 0 (black) to 1 (white). */
    private static double brightness(Exemplar picture, int x, int y) {
        double red = picture.at(0, x, y);
        boolean grey = picture.channels() == 1;
        double luma =
                grey ? red : BrightnessPath.luma(red, picture.at(1, x, y), picture.at(2, x, y));
        return (luma + 1) / 2;
    }

    @Override
    public List<GlobalVector> textures() {
        return textures;
    }

    @Override
    public void weigh(long x, long y, double[] weights) {
        map.at(
                place(x - area.left(), area.width(), map.columns(), acrossSides),
                place(y - area.top(), area.height(), map.rows(), downSides),
                acrossSides,
                downSides,
                weights);
    }

    /** The place in samples, from the middle of the first. */
    private static double place(long from, int length, int samples, Beyond beyond) {
        long within =
                beyond == Beyond.AGAIN
                        ? Math.floorMod(from, length)
                        : Math.max(-length, Math.min(2L * length, from));
        return (within + 0.5) * samples / length - 0.5;
    }

    @Override
    public GlobalField repeating(long width, long height) {
        Repetition.check("the map", "across", width, area.width());
        Repetition.check("the map", "down", height, area.height());
        return new Painted(
                area,
                textures,
                raw,
                softness,
                width > 0 ? Beyond.AGAIN : acrossSides,
                height > 0 ? Beyond.AGAIN : downSides);
    }
}
