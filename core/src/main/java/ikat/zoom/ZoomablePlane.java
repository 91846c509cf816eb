package ikat.zoom;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.MapKind;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.text.Checks;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.weave.Detail;
import ikat.weave.MeanMap;
import ikat.weave.Weaver;
import ikat.weave.WovenPlane;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A texture's endless plane at full size (level 0), half of it (level 1), a quarter and so on: any
 * region of any level in one call, with the same pixels on every request.
 *
 * <p>Levels above 0 approximate the box-filtered full picture (docs/performance.md gives the
 * error). Up to the level at which a cell is two pixels, the generator's first stages run unchanged
 * and a fitted last stage predicts the colours. The next level is box-filtered, and on an endless
 * plane farther levels are right in colours and contrast only ({@code FarPlane}). The first call of
 * a level fits it, in a fraction of a second. Thread-safe.
 */
public final class ZoomablePlane implements AutoCloseable {

    /** The highest level, at which a pixel covers 4096 pixels a side. */
    public static final int MOST_LEVEL = 12;

    private static final int SAMPLE = 256; // side of the sample for means and contrasts

    private final ZoomLevels levels;
    private final Runnable end;
    private final NoiseField plane;
    private final GlobalField field;
    private final Detail detail;
    private final Map<Integer, PixelSource> sources = new ConcurrentHashMap<>();
    private final Map<GlobalVector, FarPlane.Look> looks = new ConcurrentHashMap<>();

    private ZoomablePlane(ZoomLevels levels, Runnable end, NoiseField plane, Detail detail) {
        this.levels = levels;
        this.end = end;
        this.plane = plane;
        this.field = plane.texture();
        this.detail = detail;
        if (detail == Detail.WOVEN) {
            levels.weaver(); // refused at once if there is none
        }
    }

    /**
     * Opens a model on the fastest engine using all processors, with a texture drawn by the seed
     * and the detail that the model shows by default.
     *
     * @throws IllegalArgumentException if the model makes a single picture
     */
    public static ZoomablePlane open(TextureModel model, long seed) {
        int threads = Runtime.getRuntime().availableProcessors();
        return new ZoomablePlane(
                model,
                other -> Engines.fastest(other, threads),
                NoiseField.endless(model, seed),
                Detail.of(model));
    }

    /**
     * Creates a plane with levels of its own, fitted to the textures of its field.
     *
     * @param opener opens engines; they are closed with this
     * @param plane at full size
     * @throws IllegalArgumentException if the model makes a single picture, or holds no exemplars
     *     and woven detail is asked for
     */
    public ZoomablePlane(
            TextureModel model,
            Function<TextureModel, Generator> opener,
            NoiseField plane,
            Detail detail) {
        this(new ZoomLevels(model, opener, plane.texture().textures()), plane, detail);
    }

    private ZoomablePlane(ZoomLevels own, NoiseField plane, Detail detail) {
        this(own, own::close, plane, detail);
    }

    /**
     * Creates a plane that shares its levels with others; closing it leaves them open.
     *
     * @param plane at full size
     * @throws IllegalArgumentException if the model holds no exemplars and woven detail is asked
     *     for
     */
    public static ZoomablePlane of(ZoomLevels levels, NoiseField plane, Detail detail) {
        return new ZoomablePlane(levels, () -> {}, plane, detail);
    }

    /**
     * A level as a plane of its own.
     *
     * @param level from 0 to {@link #MOST_LEVEL}
     */
    public PixelSource level(int level) {
        Checks.range("the level", level, 0, MOST_LEVEL);
        return sources.computeIfAbsent(level, this::open);
    }

    /**
     * A map of the material at a level, pixel on pixel with the colours that are woven there.
     * Farther away than colours are woven, each pixel of an endless plane is the mean of the whole
     * texture: weaving all that lies there would take four times as long from level to level.
     *
     * @param level from 0 to {@link #MOST_LEVEL}
     * @throws IllegalArgumentException if the model has no map of the kind, or its pictures are not
     *     woven; one sentence
     */
    public PixelSource map(MapKind kind, int level) {
        Checks.range("the level", level, 0, MOST_LEVEL);
        checkMap(kind);
        Weaver weaver = levels.weaver();
        if (level <= weaver.start() && level(level) instanceof WovenPlane woven) {
            return woven.map(kind);
        }
        if (isEndless()) {
            return new MeanMap(
                    levels.model(), weaver, kind, new GlobalField.Shrunk(field, 1L << level));
        }
        int halvings = level - weaver.start();
        return new HalvedPlane(map(kind, weaver.start()), halvings, kind.averaging());
    }

    /**
     * Checks that there is a map, without preparing a level.
     *
     * @throws IllegalArgumentException as {@link #map}
     */
    public void checkMap(MapKind kind) {
        Weave weave = levels.model().weave();
        if (detail != Detail.WOVEN || weave == null) {
            throw new IllegalArgumentException(
                    "a map of %s belongs to woven detail, not to the network's"
                            .formatted(kind.word()));
        }
        weave.maps().of(0, kind);
    }

    private PixelSource open(int level) {
        if (detail == Detail.WOVEN && level <= levels.weaver().start()) {
            return levels.woven(level, plane);
        }
        return isEndless() && level > nearest() ? farPlane(level) : levels.network(level, plane);
    }

    private boolean isEndless() {
        return plane.boundary().equals(Boundary.ENDLESS);
    }

    /** The last level that is rendered from all of its cells. */
    private int nearest() {
        return levels.last() + 1;
    }

    private PixelSource farPlane(int level) {
        int halvings = level - levels.last();
        GlobalField moved = new GlobalField.Shrunk(field, 1L << halvings);
        List<FarPlane.Look> seen =
                field.textures().stream()
                        .map(texture -> looks.computeIfAbsent(texture, this::look))
                        .toList();
        return new FarPlane(
                levels.network(levels.last(), plane.under(levels.model(), moved)),
                new GlobalField.Shrunk(field, 1L << level),
                seen,
                level - nearest());
    }

    /** How a texture looks from afar, by a sample of its last level. */
    private FarPlane.Look look(GlobalVector texture) {
        NoiseField everywhere = plane.under(levels.model(), new GlobalField.Constant(texture));
        PixelSource renderer = levels.network(levels.last(), everywhere).onOneThread();
        return FarPlane.Look.of(Pixels.of(renderer, new PixelRegion(0, 0, SAMPLE, SAMPLE)));
    }

    @Override
    public void close() {
        end.run();
    }
}
