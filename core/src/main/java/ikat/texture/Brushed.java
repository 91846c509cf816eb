package ikat.texture;

import ikat.text.Checks;
import ikat.texture.Stroke.SampleSquare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A texture over the whole endless plane and others painted over it by strokes of a brush, later
 * ones over earlier ones. Strokes are sampled every {@link #SAMPLE_PIXELS} pixels and interpolated
 * in between, so a rim is never sharper than that; beyond its radius and {@link #SPREAD_PIXELS} a
 * stroke changes nothing. Only strokes take time and memory. Thread-safe.
 */
public final class Brushed implements GlobalField {

    /** Pixels between samples. */
    public static final int SAMPLE_PIXELS = 8;

    /** Pixels beyond its radius that a stroke may change. */
    public static final int SPREAD_PIXELS = 2 * SAMPLE_PIXELS;

    private static final int SIDE = 32; // samples from a chunk to the next
    private static final int CHUNK_PIXELS = SIDE * SAMPLE_PIXELS;
    private static final int SAMPLES = SIDE + 1; // with the first of the next chunk
    private static final long MOST_WEIGHTS = 1 << 20;

    private final List<GlobalVector> textures;
    private final List<Painting> paintings;
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
        List<GlobalVector> all = new ArrayList<>();
        all.add(base);
        all.addAll(textures);
        this.textures = List.copyOf(all);
        this.paintings = layers.stream().map(Painting::of).toList();
        for (Layer layer : layers) {
            Checks.range("texture", layer.texture(), 0, textures.size() - 1);
        }
        this.extent = paintings.stream().map(Painting::extent).reduce(Extent.NOTHING, Extent::with);
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
        long column = Math.floorDiv(x, CHUNK_PIXELS);
        long row = Math.floorDiv(y, CHUNK_PIXELS);
        chunks.at(column, row)
                .weigh(
                        (double) (x - column * CHUNK_PIXELS) / SAMPLE_PIXELS,
                        (double) (y - row * CHUNK_PIXELS) / SAMPLE_PIXELS,
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
                new SampleSquare(column * CHUNK_PIXELS, row * CHUNK_PIXELS, SAMPLE_PIXELS, SAMPLES);
        float[][] weights = new float[textures.size()][];
        double[] squares = new double[SAMPLES * SAMPLES];
        float[] left = new float[SAMPLES * SAMPLES];
        Arrays.fill(left, 1);
        boolean covered = false;
        boolean touched = false;
        for (int i = paintings.size() - 1; i >= 0 && !covered; i--) {
            Painting painting = paintings.get(i);
            if (painting.measure(square, squares)) {
                int texture = painting.layer().texture() + 1;
                if (weights[texture] == null) {
                    weights[texture] = new float[left.length];
                }
                covered = paint(painting.rim(), squares, left, weights[texture]);
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

    /** A layer with what every chunk needs of it. */
    private record Painting(Layer layer, Rim rim, Extent extent) {

        static Painting of(Layer layer) {
            double reach = layer.stroke().radius() + SPREAD_PIXELS;
            return new Painting(
                    layer, Rim.of(layer.stroke()), layer.stroke().extent().grown(reach));
        }

        boolean measure(SampleSquare square, double[] squares) {
            return extent.distance(square.extent()) == 0
                    && layer.stroke().measure(square, rim.inner(), rim.outer(), squares);
        }
    }

    /** Where a brush begins to fade and where it ends, at least one sample apart. */
    private record Rim(double inner, double outer) {

        static Rim of(Stroke stroke) {
            double fading = stroke.softness() * stroke.radius();
            double widened = Math.max(0, SAMPLE_PIXELS - fading) / 2;
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
