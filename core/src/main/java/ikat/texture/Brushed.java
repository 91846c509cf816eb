package ikat.texture;

import ikat.text.Checks;
import ikat.texture.Stroke.SampleSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A texture over the whole endless plane and others painted over it by strokes of a brush, later
 * ones over earlier ones. Strokes are sampled every {@link #SAMPLE_PIXELS} pixels and interpolated
 * in between, so a rim is never sharper than that; beyond its radius and {@link #SPREAD_PIXELS} a
 * stroke changes nothing. Only strokes take time and memory. Seen from far away the plane is
 * sampled less densely, so that what a picture costs depends on its own size. Thread-safe.
 */
public final class Brushed implements GlobalField {

    /** Pixels between samples. */
    public static final int SAMPLE_PIXELS = 8;

    /** Pixels beyond its radius that a stroke may change. */
    public static final int SPREAD_PIXELS = 2 * SAMPLE_PIXELS;

    private static final int SIDE = 32; // samples from a chunk to the next
    private static final int SAMPLES = SIDE + 1; // with the first of the next chunk
    private static final long MOST_WEIGHTS = 1 << 20;

    private final List<GlobalVector> textures;
    private final List<Layer> layers;
    private final long step; // pixels between samples
    private final List<Rim> rims;
    private final StrokeIndex strokes;
    private final Extent extent;
    private final Chunks<Chunk> chunks = new Chunks<>(this::make, Chunk::size, MOST_WEIGHTS);

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
        this(Stream.concat(Stream.of(base), textures.stream()).toList(), layers, SAMPLE_PIXELS);
    }

    private Brushed(List<GlobalVector> textures, List<Layer> layers, long step) {
        for (Layer layer : layers) {
            Checks.range("texture", layer.texture(), 0, textures.size() - 2);
        }
        this.textures = List.copyOf(textures);
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

    @Override
    public GlobalField seenEvery(long pixels) {
        return pixels <= step ? this : new Brushed(textures, layers, pixels);
    }

    @Override
    public List<GlobalVector> textures() {
        return textures;
    }

    @Override
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

    @Override
    public GlobalField repeating(long width, long height) {
        throw new IllegalArgumentException(
                "what was painted on the endless plane cannot close on a plane that repeats; take a"
                        + " map, which closes");
    }

    /** Number of cached chunks. */
    int kept() {
        return chunks.kept();
    }

    /** From the last layer down, each takes its share of what those above it have left. */
    private Chunk make(long column, long row) {
        SampleSquare square =
                new SampleSquare(column * SIDE * step, row * SIDE * step, step, SAMPLES);
        float[][] weights = new float[textures.size()][];
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
                int texture = layers.get(layer).texture() + 1;
                if (weights[texture] == null) {
                    weights[texture] = new float[left.length];
                }
                covered = paint(rim, squares, left, weights[texture]);
                touched = true;
            }
        }
        weights[0] = left;
        return touched ? Chunk.of(weights) : Chunk.UNTOUCHED;
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

    /** The textures in a square of the plane and the weights of each. */
    private record Chunk(List<Integer> textures, List<float[]> weights) {

        static final Chunk UNTOUCHED = new Chunk(List.of(), List.of());

        static Chunk of(float[][] weights) {
            List<Integer> textures = new ArrayList<>();
            List<float[]> kept = new ArrayList<>();
            for (int t = 0; t < weights.length; t++) {
                if (weights[t] != null) {
                    textures.add(t);
                    kept.add(weights[t]);
                }
            }
            return new Chunk(textures, kept);
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
                into[textures.get(i)] = weight;
                sum += weight;
            }
            for (int texture : textures) {
                into[texture] /= sum;
            }
        }
    }
}
