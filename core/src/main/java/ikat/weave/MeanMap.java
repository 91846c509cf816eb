package ikat.weave;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.model.TextureModel;
import ikat.texture.GlobalField;

/**
 * A map of a plane that is seen from so far away that each pixel is the mean of a whole texture.
 * Thread-safe.
 */
public final class MeanMap implements PixelSource {

    private final MapKind kind;
    private final Depth depth;
    private final GlobalField field;
    private final double[][] means; // [textures of the field][channels]

    /**
     * Creates a map.
     *
     * @param model that weaves
     * @param field the texture at each position, in pixels of this plane
     * @throws IllegalArgumentException if the exemplars have no map of the kind; one sentence
     */
    public MeanMap(TextureModel model, Weaver weaver, MapKind kind, GlobalField field) {
        MaterialMaps maps = weaver.maps().full();
        double[][] ofExemplars = new double[weaver.exemplars()][];
        for (int i = 0; i < ofExemplars.length; i++) {
            ofExemplars[i] = maps.of(i, kind).means();
        }
        this.kind = kind;
        this.depth = maps.depth(kind);
        this.field = field;
        this.means =
                field.textures().stream()
                        .map(texture -> Shares.of(model, ofExemplars.length, texture))
                        .map(shares -> mixed(ofExemplars, shares))
                        .toArray(double[][]::new);
    }

    private static double[] mixed(double[][] means, double[] shares) {
        double[] mixed = new double[means[0].length];
        for (int i = 0; i < shares.length; i++) {
            for (int c = 0; c < mixed.length; c++) {
                mixed[c] += shares[i] * means[i][c];
            }
        }
        return mixed;
    }

    @Override
    public int channels() {
        return kind.channels();
    }

    @Override
    public Depth depth() {
        return depth;
    }

    @Override
    public Averaging averaging() {
        return kind.averaging();
    }

    @Override
    public byte[] render(PixelRegion region) {
        Pixels picture = Pixels.empty(this, region.width(), region.height());
        double[] weights = new double[means.length];
        for (int y = 0; y < region.height(); y++) {
            for (int x = 0; x < region.width(); x++) {
                field.weigh(region.left() + x, region.top() + y, weights);
                averaging().write(mixed(means, weights), picture, picture.at(x, y));
            }
        }
        return picture.bytes();
    }
}
