package ikat.render;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;

/**
 * Renders any region of a texture's endless plane, tile by tile; the picture does not depend on the
 * tiles. Use by one thread at a time.
 *
 * <pre>{@code
 * TextureModel model = TextureModel.read(Path.of("honeycomb.safetensors"));
 * try (TextureRenderer renderer = TextureRenderer.open(model, 42)) {
 *     ImageFiles.write(new OnDemandImage(renderer, new PixelRegion(0, 0, 4096, 4096)), Path.of("wall.png"));
 * }
 * }</pre>
 */
public final class TextureRenderer implements PixelSource, AutoCloseable {

    /**
     * Side of the tiles that a region is made in, unless asked otherwise: larger than cells,
     * smaller than caches.
     */
    private static final int TILE_PIXELS = 512;

    private final Generator generator;
    private final NoiseField field;
    private final int tilePixels;
    private final long periodX;
    private final long periodY;

    /** Renders a field of noise with an engine, which is closed with the renderer. */
    public TextureRenderer(Generator generator, NoiseField field) {
        this(generator, field, TILE_PIXELS);
    }

    /** Renders in tiles of a given side in pixels, at least 1. */
    public TextureRenderer(Generator generator, NoiseField field, int tilePixels) {
        if (tilePixels < 1) {
            throw new IllegalArgumentException(
                    "tilePixels is " + tilePixels + ", but must be at least 1");
        }
        this.generator = generator;
        this.field = field;
        this.tilePixels = tilePixels;
        int cell = generator.spec().cellPixels();
        this.periodX = field.boundary() instanceof Boundary.Wrapping w ? w.cellsX() * cell : 0;
        this.periodY = field.boundary() instanceof Boundary.Wrapping w ? w.cellsY() * cell : 0;
    }

    /** Opens a model on the fastest engine with all of the machine's processors. */
    public static TextureRenderer open(TextureModel model, long seed) {
        return open(model, seed, Runtime.getRuntime().availableProcessors());
    }

    /** Opens a model on the fastest engine with a number of threads. */
    public static TextureRenderer open(TextureModel model, long seed, int threads) {
        return new TextureRenderer(
                Engines.fastest(model, threads), NoiseField.endless(model, seed));
    }

    @Override
    public int channels() {
        return generator.spec().colourChannels();
    }

    @Override
    public byte[] render(PixelRegion region) {
        int channels = channels();
        int stride = region.width() * channels;
        byte[] picture = new byte[Math.multiplyExact(stride, region.height())];
        for (PixelRegion tile : TilePlan.of(region, tilePixels, periodX, periodY)) {
            int offset =
                    (int) (tile.top() - region.top()) * stride
                            + (int) (tile.left() - region.left()) * channels;
            Colours.toBytes(pixels(tile), channels, tile.width(), picture, offset, stride);
        }
        return picture;
    }

    private float[] pixels(PixelRegion tile) {
        RegionPlan plan = RegionPlan.of(generator.spec(), tile);
        return generator.generate(field.samples(plan.inputs()), plan);
    }

    @Override
    public void close() {
        generator.close();
    }
}
