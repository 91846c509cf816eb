package ikat.zoom;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.GlobalField;
import ikat.noise.NoiseField;
import ikat.noise.ShrunkField;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A texture's endless plane at full size (level 0), half of it (level 1), a quarter and so on: any
 * region of any level in one call, always the same, wherever and whenever it is asked for.
 *
 * <p>Levels above 0 are near to what box-filtering the full picture would give, not equal to it
 * (docs/performance.md has how near): up to where a cell is two pixels, the generator's first
 * stages run as they are and a fitted last one tells the colours; beyond that, box-filtered. The
 * first call of a level fits it, in a fraction of a second. Safe for many threads.
 */
public final class ZoomablePlane implements AutoCloseable {

    /** The highest level: one pixel stands for 4096 a side. */
    public static final int MOST_LEVEL = 12;

    private final TextureModel model;
    private final Function<TextureModel, Generator> opener;
    private final Generator generator;
    private final long seed;
    private final GlobalField field;
    private final Boundary boundary;
    private final Map<Integer, TextureRenderer> renderers = new TreeMap<>();

    /**
     * A plane of one seed.
     *
     * @param opener opens engines; they are closed with this
     * @param field which texture stands where, in pixels of full size
     * @throws IllegalArgumentException if the model makes a single picture
     */
    public ZoomablePlane(
            TextureModel model,
            Function<TextureModel, Generator> opener,
            long seed,
            GlobalField field,
            Boundary boundary) {
        if (model.spec().picturePixels() > 0) {
            throw new IllegalArgumentException(
                    "the model makes a single picture; only an endless one has levels");
        }
        this.model = model;
        this.opener = opener;
        this.seed = seed;
        this.field = field;
        this.boundary = boundary;
        this.generator = opener.apply(model);
        renderers.put(
                0, new TextureRenderer(generator, new NoiseField(model, seed, field, boundary)));
    }

    /**
     * A level as a plane of its own.
     *
     * @param level from 0 to {@link #MOST_LEVEL}
     */
    public PixelSource level(int level) {
        if (level < 0 || level > MOST_LEVEL) {
            throw new IllegalArgumentException(
                    "the level is " + level + ", but must be from 0 to " + MOST_LEVEL);
        }
        int own = Math.min(level, ShrunkModel.last(model.spec()));
        TextureRenderer renderer = renderer(own);
        // A stage may enlarge more than twice: then the next larger one is there.
        int halvings = level - Integer.numberOfTrailingZeros(times(renderer));
        return halvings == 0 ? renderer : new HalvedPlane(renderer, halvings);
    }

    private int times(TextureRenderer renderer) {
        return model.spec().cellPixels() / renderer.cellPixels();
    }

    private synchronized TextureRenderer renderer(int level) {
        return renderers.computeIfAbsent(level, this::open);
    }

    private TextureRenderer open(int level) {
        TextureModel small = ShrunkModel.of(model, generator, field.textures(), level);
        long times = model.spec().cellPixels() / small.spec().cellPixels();
        NoiseField noise = new NoiseField(small, seed, new ShrunkField(field, times), boundary);
        return new TextureRenderer(opener.apply(small), noise);
    }

    /**
     * A square tile of a level.
     *
     * @param column of the tile, counted from the origin to the right, negative to the left
     * @param row of the tile, counted from the origin downwards
     * @param level from 0 to {@link #MOST_LEVEL}
     * @param side of the tile in pixels
     * @return {@code [side, side, channels]}
     */
    public byte[] tile(long column, long row, int level, int side) {
        return level(level).render(new PixelRegion(column * side, row * side, side, side));
    }

    @Override
    public synchronized void close() {
        renderers.values().forEach(TextureRenderer::close);
    }
}
