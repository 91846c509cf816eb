package ikat.zoom;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.GlobalField;
import ikat.noise.Rerolls;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private final ZoomLevels levels;
    private final Runnable end;
    private final PlaneNoise noise;
    private final Map<Integer, TextureRenderer> renderers = new ConcurrentHashMap<>();

    private ZoomablePlane(ZoomLevels levels, Runnable end, PlaneNoise noise) {
        this.levels = levels;
        this.end = end;
        this.noise = noise;
    }

    /**
     * A plane with levels of its own, fitted to the textures that stand on it.
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
        this.levels = new ZoomLevels(model, opener, field.textures());
        this.end = levels::close;
        this.noise = new PlaneNoise(seed, field, boundary, Rerolls.NONE);
    }

    /**
     * A plane that shares its levels with others; they are not closed with it.
     *
     * @param field which texture stands where, in pixels of full size
     */
    public static ZoomablePlane of(
            ZoomLevels levels, long seed, GlobalField field, Boundary boundary) {
        return of(levels, seed, field, boundary, Rerolls.NONE);
    }

    /**
     * A plane that shares its levels with others, parts of which were drawn anew.
     *
     * @param field which texture stands where, in pixels of full size
     * @param rerolls which cells have other local noise than the seed gives
     */
    public static ZoomablePlane of(
            ZoomLevels levels, long seed, GlobalField field, Boundary boundary, Rerolls rerolls) {
        return new ZoomablePlane(levels, () -> {}, new PlaneNoise(seed, field, boundary, rerolls));
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
        int own = Math.min(level, levels.last());
        TextureRenderer renderer =
                renderers.computeIfAbsent(own, number -> levels.renderer(number, noise));
        // A stage may enlarge more than twice: then the next larger one is there.
        int halvings = level - Integer.numberOfTrailingZeros(levels.times(own));
        return halvings == 0 ? renderer : new HalvedPlane(renderer, halvings);
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
    public void close() {
        end.run();
    }
}
