package ikat.zoom;

import ikat.image.Averaging;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.noise.NoiseField;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.weave.Weaver;
import ikat.weave.WovenPlane;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Engines of a model at full size, at half size and so on, shared by any number of its planes. The
 * first use of a level fits it, in about a second; further planes cost next to nothing.
 * Thread-safe.
 */
public final class ZoomLevels implements AutoCloseable {

    /**
     * Number of random textures to which the levels of a model without named textures are fitted.
     */
    private static final int DRAWN = 8;

    private final TextureModel model;
    private final Function<TextureModel, Generator> opener;
    private final List<GlobalVector> textures;
    private final Averaging averaging;
    private final Map<Integer, Level> levels = new ConcurrentHashMap<>();
    private @Nullable Weaver weaver;
    private @Nullable Level guide;

    /** The model of a level, and its engine. */
    record Level(TextureModel model, Generator generator) {}

    /**
     * Creates levels fitted to given textures.
     *
     * @param opener opens engines; they are closed with this
     * @param textures the textures to which levels above 0 are fitted
     * @throws IllegalArgumentException if the model makes a single picture
     */
    public ZoomLevels(
            TextureModel model,
            Function<TextureModel, Generator> opener,
            List<GlobalVector> textures) {
        this(model, opener, textures, Averaging.LIGHT);
    }

    ZoomLevels(
            TextureModel model,
            Function<TextureModel, Generator> opener,
            List<GlobalVector> textures,
            Averaging averaging) {
        if (model.spec().picturePixels() > 0) {
            throw new IllegalArgumentException(
                    "the model makes a single picture; only an endless one has levels");
        }
        this.model = model;
        this.opener = opener;
        this.textures = List.copyOf(textures);
        this.averaging = averaging;
        levels.put(0, new Level(model, opener.apply(model)));
    }

    /**
     * Creates levels fitted to all named textures of a model, or to random ones if it names none.
     */
    public static ZoomLevels ofAll(TextureModel model, Function<TextureModel, Generator> opener) {
        Textures known = Textures.of(model);
        int draws = model.spec().noise().globalChannels() == 0 ? 1 : DRAWN;
        List<GlobalVector> textures =
                known.names().isEmpty()
                        ? LongStream.range(0, draws).mapToObj(known::random).toList()
                        : known.names().stream().map(known::named).toList();
        return new ZoomLevels(model, opener, textures);
    }

    /** Fits all levels that have not been used yet, so that later calls do not wait. */
    public void prepare() {
        for (int number = 1; number <= last(); number++) {
            level(number);
        }
    }

    /** The model at full size. */
    public TextureModel model() {
        return model;
    }

    /** The engine at full size; closed with this. */
    public Generator generator() {
        return level(0).generator();
    }

    /** The last level that has a model of its own. */
    int last() {
        return model.spec().mostHalvings();
    }

    /**
     * What weaves the planes of this model, prepared by the first call.
     *
     * @throws IllegalArgumentException if the model has no exemplars to weave from; one sentence
     */
    public synchronized Weaver weaver() {
        if (weaver == null) {
            Weave weave = model.weave();
            if (weave == null) {
                throw new IllegalArgumentException(
                        "this model holds no exemplar to weave detail from, as it was trained"
                                + " without; only the network's detail is to be had");
            }
            weaver = new Weaver(weave);
        }
        return weaver;
    }

    /**
     * A level of a plane as the generator renders it, from all of its cells.
     *
     * @param plane at full size
     */
    PixelSource network(int number, NoiseField plane) {
        return rendered(level(Math.min(number, last())), number, plane, averaging);
    }

    private PixelSource rendered(Level level, int number, NoiseField plane, Averaging means) {
        NoiseField own = level.model() == model ? plane : plane.at(level.model());
        TextureRenderer renderer = new TextureRenderer(level.generator(), own);
        // A stage may upsample by more than two: then the next larger level is halved.
        int times = model.spec().cellPixels() / level.model().spec().cellPixels();
        int halvings = number - Integer.numberOfTrailingZeros(times);
        return halvings == 0 ? renderer : new HalvedPlane(renderer, halvings, means);
    }

    /**
     * A level of a plane that is woven.
     *
     * @param number from 0 to the weaver's start
     * @param plane at full size
     */
    PixelSource woven(int number, NoiseField plane) {
        Weaver own = weaver();
        int halvings = Weave.guideHalvings(own.start());
        PixelSource seen = rendered(guide(), halvings, plane, Averaging.VALUES);
        return new WovenPlane(model, own, plane, seen, number, generator().threads());
    }

    /**
     * What the guide is rendered by: like a level, but fitted once and for all, so that woven
     * pixels do not depend on the textures that this is fitted to.
     */
    private synchronized Level guide() {
        if (guide == null) {
            TextureModel small = ShrunkModel.guide(model, Objects.requireNonNull(model.weave()));
            guide = new Level(small, opener.apply(small));
        }
        return guide;
    }

    /** The model of a level. */
    TextureModel model(int number) {
        return level(number).model();
    }

    private Level level(int number) {
        return levels.computeIfAbsent(number, this::open);
    }

    private Level open(int number) {
        TextureModel small = ShrunkModel.of(model, generator(), textures, number, averaging);
        return new Level(small, opener.apply(small));
    }

    @Override
    public synchronized void close() {
        levels.values().forEach(level -> level.generator().close());
        if (guide != null) {
            guide.generator().close();
        }
    }
}
