package ikat.texture;

import ikat.image.PixelRegion;
import ikat.text.Checks;
import ikat.texture.Stroke.SampleSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The share of each of several paints at every place of the plane: one that lies on the ground, and
 * those that strokes of a brush laid over it, later ones over earlier ones. Strokes are sampled
 * every {@link #SAMPLE_PIXELS} pixels and interpolated in between, so a rim is never sharper than
 * that; beyond its radius and {@link #SPREAD_PIXELS} a stroke changes nothing. Only strokes take
 * time and memory. Thread-safe.
 */
public final class StrokeShares {

    /** Pixels between samples. */
    public static final int SAMPLE_PIXELS = 8;

    /** Pixels beyond its radius that a stroke may change. */
    public static final int SPREAD_PIXELS = 2 * SAMPLE_PIXELS;

    private static final int SIDE = 32; // samples from a chunk to the next
    private static final int SAMPLES = SIDE + 1; // with the first of the next chunk
    private static final long MOST_WEIGHTS = 1 << 20;

    private final int paints;
    private final List<Layer> layers;
    private final long step; // pixels between samples
    private final List<Rim> rims;
    private final StrokeIndex strokes;
    private final Extent extent;
    private final Chunks<Chunk> chunks = new Chunks<>(this::make, Chunk::size, MOST_WEIGHTS);

    /**
     * A stroke with a paint.
     *
     * @param paint its number; 0 is that of the ground
     */
    public record Layer(int paint, Stroke stroke) {}

    /**
     * Creates shares.
     *
     * @param paints number of paints, with that of the ground
     * @param layers in the order in which they were painted
     * @throws IllegalArgumentException if a layer has no such paint
     */
    public StrokeShares(int paints, List<Layer> layers) {
        this(paints, layers, SAMPLE_PIXELS);
    }

    private StrokeShares(int paints, List<Layer> layers, long step) {
        for (Layer layer : layers) {
            Checks.range("paint", layer.paint(), 0, paints - 1);
        }
        this.paints = paints;
        this.layers = List.copyOf(layers);
        this.step = step;
        this.rims = layers.stream().map(layer -> Rim.of(layer.stroke(), step)).toList();
        this.strokes =
                new StrokeIndex(
                        layers.stream().map(Layer::stroke).toList(),
                        rims.stream().mapToDouble(Rim::outer).toArray(),
                        SIDE * step);
        this.extent =
                layers.stream()
                        .map(layer -> layer.stroke().extent().grown(reach(layer.stroke())))
                        .reduce(Extent.NOTHING, Extent::with);
    }

    private double reach(Stroke stroke) {
        return stroke.radius() + 2.0 * step;
    }

    /** The number of paints. */
    public int paints() {
        return paints;
    }

    /**
     * The same for a plane that shows only every so many pixels, which is sampled less densely, so
     * that what a picture costs depends on its own size.
     *
     * @param pixels of the plane from one that is shown to the next, at least 1
     */
    public StrokeShares seenEvery(long pixels) {
        return pixels <= step ? this : new StrokeShares(paints, layers, pixels);
    }

    /** Whether strokes may reach into a region of pixels of the plane, each so many wide. */
    public boolean reach(PixelRegion region, long times) {
        Extent seen =
                new Extent(
                        region.left() * times,
                        region.top() * times,
                        region.right() * times,
                        region.bottom() * times);
        return extent.distance(seen) <= 0;
    }

    /**
     * Computes the share of each paint at a place.
     *
     * @param x of the place in pixels
     * @param y of the place in pixels
     * @param weights filled with one number per paint, none negative, of sum 1
     */
    public void weigh(long x, long y, double[] weights) {
        Arrays.fill(weights, 0);
        if (!extent.holds(x, y)) {
            weights[0] = 1;
            return;
        }
        long side = SIDE * step;
        long column = Math.floorDiv(x, side);
        long row = Math.floorDiv(y, side);
        chunks.at(column, row)
                .weigh(
                        (double) (x - column * side) / step,
                        (double) (y - row * side) / step,
                        weights);
    }

    /** Number of cached chunks. */
    int kept() {
        return chunks.kept();
    }

    /** From the last layer down, each takes its share of what those above it have left. */
    private Chunk make(long column, long row) {
        SampleSquare square =
                new SampleSquare(column * SIDE * step, row * SIDE * step, step, SAMPLES);
        float[][] weights = new float[paints][];
        double[] squares = new double[SAMPLES * SAMPLES];
        float[] left = new float[SAMPLES * SAMPLES];
        Arrays.fill(left, 1);
        boolean covered = false;
        boolean touched = false;
        List<StrokeIndex.Near> near = strokes.at(column, row);
        for (int i = near.size() - 1; i >= 0 && !covered; i--) {
            int layer = near.get(i).stroke();
            Rim rim = rims.get(layer);
            if (Stroke.measure(near.get(i).segments(), square, rim.inner(), rim.outer(), squares)) {
                int paint = layers.get(layer).paint();
                if (weights[paint] == null) {
                    weights[paint] = new float[left.length];
                }
                covered = paint(rim, squares, left, weights[paint]);
                touched = true;
            }
        }
        addGround(left, weights);
        return touched ? Chunk.of(weights) : Chunk.UNTOUCHED;
    }

    private static void addGround(float[] left, float[][] weights) {
        float[] ground = weights[0];
        if (ground == null) {
            weights[0] = left;
            return;
        }
        for (int i = 0; i < left.length; i++) {
            ground[i] += left[i];
        }
    }

    /** Returns whether nothing is left for the layers below. */
    private static boolean paint(Rim rim, double[] squares, float[] left, float[] weights) {
        boolean covered = true;
        for (int i = 0; i < left.length; i++) {
            float share = rim.share(squares[i]);
            weights[i] += left[i] * share;
            left[i] *= 1 - share;
            covered &= left[i] == 0;
        }
        return covered;
    }

    /** Where a brush begins to fade and where it ends, at least one sample apart. */
    private record Rim(double inner, double outer) {

        static Rim of(Stroke stroke, long step) {
            double fading = stroke.softness() * stroke.radius();
            double widened = Math.max(0, step - fading) / 2;
            return new Rim(stroke.radius() - fading - widened, stroke.radius() + widened);
        }

        float share(double squaredDistance) {
            double way = (outer - Math.sqrt(squaredDistance)) / (outer - inner);
            return (float) Easing.SMOOTH.share(Math.max(0, Math.min(1, way)));
        }
    }

    /** The paints in a square of the plane and the shares of each. */
    private record Chunk(List<Integer> paints, List<float[]> weights) {

        static final Chunk UNTOUCHED = new Chunk(List.of(), List.of());

        static Chunk of(float[][] weights) {
            List<Integer> paints = new ArrayList<>();
            List<float[]> kept = new ArrayList<>();
            for (int paint = 0; paint < weights.length; paint++) {
                if (weights[paint] != null) {
                    paints.add(paint);
                    kept.add(weights[paint]);
                }
            }
            return new Chunk(paints, kept);
        }

        long size() {
            return 1 + (long) weights.size() * SAMPLES * SAMPLES;
        }

        void weigh(double x, double y, double[] into) {
            if (weights.isEmpty()) {
                into[0] = 1;
                return;
            }
            int left = (int) x;
            int top = (int) y;
            double across = x - left;
            double down = y - top;
            int at = top * SAMPLES + left;
            double sum = 0;
            for (int i = 0; i < weights.size(); i++) {
                float[] plane = weights.get(i);
                double upper = plane[at] * (1 - across) + plane[at + 1] * across;
                double lower =
                        plane[at + SAMPLES] * (1 - across) + plane[at + SAMPLES + 1] * across;
                double weight = upper * (1 - down) + lower * down;
                into[paints.get(i)] = weight;
                sum += weight;
            }
            for (int paint : paints) {
                into[paint] /= sum;
            }
        }
    }
}
