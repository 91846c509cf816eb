package ikat.lab.blending;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.io.Workers;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;

/**
 * By-example noise with histogram-preserving blending: tiles of the exemplar on a grid of
 * triangles, blended so that the colours are the exemplar's (Heitz and Neyret 2018,
 * High-performance by-example noise using a histogram-preserving blending operator). Each pixel is
 * computed by itself, within tens of nanoseconds. What is not noise, such as a lattice, is blended
 * away.
 *
 * <p>Tiles are whole pieces of the exemplar, since it need not repeat; where the authors take them
 * across its edges, here its border is used more seldom than its middle.
 */
public final class ByExampleNoise implements TextureMethod {

    private static final int SHARPER = 4; // Burley 2019, section 2

    /** The shortest side of an exemplar. */
    private static final int LEAST_SIDE = 32;

    private final String name;
    private final String title;
    private final String source;
    private final int exponent;

    private ByExampleNoise(String name, String title, String source, int exponent) {
        this.name = name;
        this.title = title;
        this.source = source;
        this.exponent = exponent;
    }

    /** Tiles that fade out linearly, as first published. */
    public static ByExampleNoise published() {
        return new ByExampleNoise("noise", "By-example noise", "Heitz and Neyret 2018", 1);
    }

    /**
     * Tiles that fade out within a narrow seam, since weights are raised to the fourth power, so
     * that less is blended away (Burley 2019, On histogram-preserving blending for randomized
     * texture tiling).
     */
    public static ByExampleNoise sharper() {
        return new ByExampleNoise(
                "noise-sharp", "By-example noise, narrow seams", "Burley 2019", SHARPER);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
        return new Texture(exemplar.name(), source(exemplar, effort), effort);
    }

    private NoiseSource source(Exemplar exemplar, Effort effort) {
        if (Math.min(exemplar.width(), exemplar.height()) < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    "the picture is %dx%d, but by-example noise needs at least %d pixels along both sides"
                            .formatted(exemplar.width(), exemplar.height(), LEAST_SIDE));
        }
        effort.check();
        return new NoiseSource(exemplar, exponent);
    }

    /**
     * The endless plane of a seed, any part of which is rendered alone.
     *
     * @throws IllegalArgumentException if the exemplar is too small; one sentence
     */
    public PixelSource plane(Exemplar exemplar, Effort effort, long seed) {
        return new BlendedPlane(source(exemplar, effort), seed);
    }

    private record Texture(String name, NoiseSource source, Effort effort)
            implements LearnedTexture {

        private static final int BAND_ROWS = 64;

        @Override
        public Growth growth() {
            return Growth.ENDLESS;
        }

        @Override
        public Exemplar make(int width, int height, long seed) {
            int channels = source.channels();
            LearnedTexture.checkSize(
                    width,
                    height,
                    (Integer.MAX_VALUE - 8) / channels,
                    ", and the picture must fit into an array");
            float[] pixels = new float[channels * width * height];
            PixelSource plane = new BlendedPlane(source, seed);
            int bands = (height + BAND_ROWS - 1) / BAND_ROWS;
            try (Workers workers = new Workers("texture method", effort.threads(), effort::check)) {
                workers.each(bands, band -> copy(plane, band * BAND_ROWS, width, height, pixels));
            }
            return Exemplar.made(name, channels, width, height, pixels);
        }

        private void copy(PixelSource plane, int top, int width, int height, float[] pixels) {
            int rows = Math.min(BAND_ROWS, height - top);
            PixelRegion region = new PixelRegion(0, top, width, rows);
            float[] band = Exemplar.rendered(name, plane, region).pixels();
            for (int c = 0; c < source.channels(); c++) {
                int to = (c * height + top) * width;
                System.arraycopy(band, c * rows * width, pixels, to, rows * width);
            }
        }

        @Override
        public void close() {}
    }
}
