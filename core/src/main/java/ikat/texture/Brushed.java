package ikat.texture;

import ikat.text.Checks;
import java.util.List;
import java.util.stream.Stream;

/**
 * A texture over the whole endless plane and others painted over it by strokes of a brush, later
 * ones over earlier ones, as {@link StrokeShares} lays them. Seen from far away the plane is
 * sampled less densely, so that what a picture costs depends on its own size. Thread-safe.
 */
public final class Brushed implements GlobalField {

    /** Pixels beyond its radius that a stroke may change. */
    public static final int SPREAD_PIXELS = StrokeShares.SPREAD_PIXELS;

    private static final String CANNOT_CLOSE =
            "what was painted on the endless plane cannot close on a plane that repeats; take a"
                    + " map, which closes";

    private final List<GlobalVector> textures;
    private final StrokeShares shares;

    /**
     * A stroke in a texture.
     *
     * @param texture index among the textures to paint with, from 0
     */
    public record Layer(int texture, Stroke stroke) {}

    /**
     * Creates a painted plane.
     *
     * @param base texture where nothing was painted
     * @param textures to paint with
     * @param layers in the order in which they were painted
     * @throws IllegalArgumentException if a layer has no such texture
     */
    public Brushed(GlobalVector base, List<GlobalVector> textures, List<Layer> layers) {
        this(
                Stream.concat(Stream.of(base), textures.stream()).toList(),
                new StrokeShares(textures.size() + 1, paints(layers, textures.size())));
    }

    private Brushed(List<GlobalVector> textures, StrokeShares shares) {
        this.textures = textures;
        this.shares = shares;
    }

    private static List<StrokeShares.Layer> paints(List<Layer> layers, int textures) {
        for (Layer layer : layers) {
            Checks.range("texture", layer.texture(), 0, textures - 1);
        }
        return layers.stream()
                .map(layer -> new StrokeShares.Layer(layer.texture() + 1, layer.stroke()))
                .toList();
    }

    @Override
    public GlobalField seenEvery(long pixels) {
        StrokeShares seen = shares.seenEvery(pixels);
        return seen == shares ? this : new Brushed(textures, seen);
    }

    @Override
    public List<GlobalVector> textures() {
        return textures;
    }

    @Override
    public void weigh(long x, long y, double[] weights) {
        shares.weigh(x, y, weights);
    }

    @Override
    public GlobalField repeating(long width, long height) {
        throw cannotClose();
    }

    static IllegalArgumentException cannotClose() {
        return new IllegalArgumentException(CANNOT_CLOSE);
    }

    /** Number of cached chunks. */
    int kept() {
        return shares.kept();
    }
}
