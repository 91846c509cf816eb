package ikat.texture;

import java.util.Arrays;
import java.util.List;

/**
 * The textures of one model on a plane that is painted with those of several: how these mix among
 * themselves, wherever any of them is seen. Where none is, it is as if only they had been painted,
 * so that what a pixel at a border depends on continues below the border. Thread-safe.
 */
public final class BrushedAmong implements GlobalField {

    private static final double LEAST = 1e-6; // share from which one is seen

    private final List<GlobalVector> textures;
    private final int[] own;
    private final StrokeShares all;
    private final StrokeShares alone;

    /**
     * Creates a field.
     *
     * @param textures of the model, the first of which lies on the ground
     * @param own the paint of each among all
     * @param all shares of all paints, also those of other models
     * @param alone shares of these textures where nothing else is painted
     */
    public BrushedAmong(
            List<GlobalVector> textures, int[] own, StrokeShares all, StrokeShares alone) {
        if (own.length != textures.size() || alone.paints() != textures.size()) {
            throw new IllegalArgumentException(
                    "there are %s textures, but %s and %s paints of them; there must be one each"
                            .formatted(textures.size(), own.length, alone.paints()));
        }
        this.textures = List.copyOf(textures);
        this.own = own.clone();
        this.all = all;
        this.alone = alone;
    }

    @Override
    public List<GlobalVector> textures() {
        return textures;
    }

    @Override
    public void weigh(long x, long y, double[] weights) {
        double[] shares = new double[all.paints()];
        all.weigh(x, y, shares);
        double sum = Arrays.stream(own).mapToDouble(paint -> shares[paint]).sum();
        if (sum < LEAST) {
            alone.weigh(x, y, weights);
            return;
        }
        for (int i = 0; i < own.length; i++) {
            weights[i] = shares[own[i]] / sum;
        }
    }

    @Override
    public GlobalField seenEvery(long pixels) {
        StrokeShares seen = all.seenEvery(pixels);
        return seen == all ? this : new BrushedAmong(textures, own, seen, alone.seenEvery(pixels));
    }

    @Override
    public GlobalField repeating(long width, long height) {
        throw Brushed.cannotClose();
    }
}
