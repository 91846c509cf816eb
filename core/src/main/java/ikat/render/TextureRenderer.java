package ikat.render;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.io.Interrupts;
import ikat.io.Workers;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.text.Checks;
import java.util.List;
import java.util.function.Function;

/**
 * Renders any region of a texture's endless plane. The result depends neither on the tiling nor on
 * the number of threads. Thread-safe.
 *
 * <pre>{@code
 * TextureModel model = TextureModel.read(Path.of("honeycomb.safetensors"));
 * try (TextureRenderer renderer = TextureRenderer.open(model, 42)) {
 *     ImageFiles.write(new OnDemandImage(renderer, new PixelRegion(0, 0, 4096, 4096)), Path.of("wall.png"));
 * }
 * }</pre>
 */
public final class TextureRenderer implements PixelSource, AutoCloseable {

    private final Generator generator;
    private final NoiseField field;
    private final Function<PixelRegion, List<PixelRegion>> tiles;
    private final Workers workers;

    /** Creates a renderer of a noise field. The engine is closed with the renderer. */
    public TextureRenderer(Generator generator, NoiseField field) {
        this(
                generator,
                field,
                field.boundary() instanceof Boundary.Wrapping || !TilePlan.isLight(generator.spec())
                        ? squares(generator, field, TilePlan.side(generator.spec()))
                        : TilePlan::suited);
    }

    /** Creates a renderer with square tiles of a given side in pixels, at least 1. */
    public TextureRenderer(Generator generator, NoiseField field, int tilePixels) {
        this(generator, field, squares(generator, field, tilePixels));
    }

    private TextureRenderer(
            Generator generator, NoiseField field, Function<PixelRegion, List<PixelRegion>> tiles) {
        this.generator = generator;
        this.field = field;
        this.tiles = tiles;
        this.workers = new Workers("ikat-tiles", generator.threads());
    }

    /** Square tiles; on a plane that repeats, the tiles repeat with it. */
    private static Function<PixelRegion, List<PixelRegion>> squares(
            Generator generator, NoiseField field, int side) {
        Checks.atLeast("tilePixels", side, 1);
        int cell = generator.spec().cellPixels();
        long periodX = field.boundary().cellsX() * cell;
        long periodY = field.boundary().cellsY() * cell;
        return region -> TilePlan.of(region, side, periodX, periodY);
    }

    /** Opens a model on the fastest engine using all processors. */
    public static TextureRenderer open(TextureModel model, long seed) {
        return open(model, seed, Runtime.getRuntime().availableProcessors());
    }

    /** Opens a model on the fastest engine using a given number of threads. */
    public static TextureRenderer open(TextureModel model, long seed, int threads) {
        return new TextureRenderer(
                Engines.fastest(model, threads), NoiseField.endless(model, seed));
    }

    @Override
    public int channels() {
        return generator.spec().colourChannels();
    }

    /** Side in pixels of the output of one noise cell. */
    public int cellPixels() {
        return generator.spec().cellPixels();
    }

    /**
     * Renders a region. The engine's threads share a single tile; several tiles are distributed
     * among them.
     */
    @Override
    public byte[] render(PixelRegion region) {
        List<PixelRegion> parts = tiles.apply(region);
        Pixels picture = picture(region);
        if (parts.size() == 1 || generator.threads() == 1) {
            parts.forEach(tile -> paint(generator, tile, region, picture));
        } else {
            Generator each = generator.onOneThread();
            workers.each(parts.size(), i -> paint(each, parts.get(i), region, picture));
        }
        return picture.bytes();
    }

    @Override
    public PixelSource onOneThread() {
        return new OneThread();
    }

    private Pixels picture(PixelRegion region) {
        return Pixels.empty(region.width(), region.height(), channels());
    }

    private void paint(Generator engine, PixelRegion tile, PixelRegion region, Pixels picture) {
        int left = (int) (tile.left() - region.left());
        int top = (int) (tile.top() - region.top());
        RegionPlan plan = RegionPlan.inBlocks(engine.spec(), tile);
        PictureArea area = new PictureArea(picture, left, top, tile.width(), tile.height());
        engine.paint(field.samples(plan.inputs()), plan, area);
    }

    @Override
    public void close() {
        workers.close();
        generator.close();
    }

    /** View of the plane for callers with threads of their own. */
    private final class OneThread implements PixelSource {

        private final Generator engine = generator.onOneThread();

        @Override
        public int channels() {
            return TextureRenderer.this.channels();
        }

        @Override
        public byte[] render(PixelRegion region) {
            Pixels picture = picture(region);
            for (PixelRegion tile : tiles.apply(region)) {
                Interrupts.check();
                paint(engine, tile, region, picture);
            }
            return picture.bytes();
        }
    }
}
