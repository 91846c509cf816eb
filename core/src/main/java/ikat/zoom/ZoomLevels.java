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
import ikat.zoom.ShrunkModel.Head;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Engines of a model at full size, at half size and so on, shared by any number of its planes. The
 * first use of a level fits it, in about a second; further planes cost next to nothing.
 * Thread-safe.
 */
public final class ZoomLevels implements AutoCloseable {

    /** Number of random textures to which the head of mixtures is fitted. */
    private static final int DRAWN = 8;

    /** Preparing more would take minutes. */
    private static final int MOST_PREPARED = 9;

    /** The greatest share in a texture of which nothing is taken to be left. */
    private static final double MIXED = 0.75;

    private final TextureModel model;
    private final Function<TextureModel, Generator> opener;
    private final List<GlobalVector> textures;
    private final Averaging averaging;
    private final Queue<Generator> opened = new ConcurrentLinkedQueue<>();
    private final Generator generator;
    private final Map<Integer, Level> levels = new ConcurrentHashMap<>();
    private @Nullable Weaver weaver;
    private @Nullable Level guide;

    /**
     * A level.
     *
     * @param model whose cells are those of the level
     * @param heads its heads, each fitted or read by the first call that asks for it
     * @param engine what renders a plane of the level
     */
    private record Level(
            TextureModel model, IntFunction<Head> heads, Function<NoiseField, Generator> engine) {}

    /**
     * Creates levels fitted to given textures.
     *
     * @param opener opens engines; they are closed with this
     * @param textures each gets a head of its own, and mixtures of them another
     * @throws IllegalArgumentException if the model makes a single picture
     */
    public ZoomLevels(
            TextureModel model,
            Function<TextureModel, Generator> opener,
            List<GlobalVector> textures) {
        this(model, opener, textures.stream().distinct().toList(), Averaging.LIGHT);
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
        this.generator = open(model);
    }

    /**
     * Creates levels fitted to all named textures of a model, or to random ones if it names none.
     */
    public static ZoomLevels ofAll(TextureModel model, Function<TextureModel, Generator> opener) {
        return new ZoomLevels(model, opener, Textures.of(model).all(), Averaging.LIGHT);
    }

    /**
     * Fits the levels that have not been used yet, so that later calls do not wait: the last one
     * first, which all farther ones are taken from.
     *
     * @param before run before each fit, which takes a second or two
     */
    public void prepare(Runnable before) {
        if (model.weave() != null) {
            before.run();
            weaver();
        }
        for (int number = last(); number > 0; number--) {
            for (int head = 0; head < Math.min(MOST_PREPARED, heads()); head++) {
                before.run();
                Objects.requireNonNull(level(number).heads().apply(head));
            }
        }
    }

    /** A head for each texture and one for mixtures, or one for all. */
    private int heads() {
        return textures.size() <= 1 ? 1 : textures.size() + 1;
    }

    /** The textures to which a head is fitted. */
    private List<GlobalVector> textures(int head) {
        if (head < textures.size()) {
            return List.of(textures.get(head));
        }
        Textures known = Textures.of(model);
        int draws = model.spec().noise().globalChannels() == 0 ? 1 : DRAWN;
        return Stream.concat(textures.stream(), LongStream.range(0, draws).mapToObj(known::random))
                .toList();
    }

    /** The model at full size. */
    public TextureModel model() {
        return model;
    }

    /** The engine at full size; closed with this. */
    public Generator generator() {
        return generator;
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
        return number == 0
                ? new TextureRenderer(generator, plane)
                : rendered(level(Math.min(number, last())), number, plane, averaging);
    }

    private PixelSource rendered(Level level, int number, NoiseField plane, Averaging means) {
        NoiseField own = plane.at(level.model());
        TextureRenderer renderer = new TextureRenderer(level.engine().apply(own), own);
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
    WovenPlane woven(int number, NoiseField plane) {
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
            Weave weave = Objects.requireNonNull(model.weave());
            ShrunkModel small = new ShrunkModel(model, weave.guideHalvings());
            List<GlobalVector> own = weave.heads() == 1 ? List.of() : Textures.of(model).all();
            guide = level(small, index -> small.head(weave, index), own);
        }
        return guide;
    }

    /** The heads of a level. */
    List<Head> heads(int number) {
        return IntStream.range(0, heads()).mapToObj(level(number).heads()).toList();
    }

    private Level level(int number) {
        return levels.computeIfAbsent(number, this::fitted);
    }

    private Level fitted(int number) {
        ShrunkModel small = new ShrunkModel(model, number);
        return level(small, head -> small.fitted(generator, textures(head), averaging), textures);
    }

    /** A level with a head for each of some textures and one for mixtures, or with one for all. */
    private Level level(ShrunkModel small, IntFunction<Head> fitting, List<GlobalVector> own) {
        Map<Integer, Head> fitted = new ConcurrentHashMap<>();
        IntFunction<Head> heads = head -> fitted.computeIfAbsent(head, fitting::apply);
        if (own.size() <= 1) {
            TextureModel whole = small.with(heads.apply(0));
            Generator engine = open(whole);
            return new Level(whole, heads, plane -> engine);
        }
        TextureModel headless = small.withoutHead();
        Map<Integer, Generator> engines = new ConcurrentHashMap<>();
        IntFunction<Generator> ofHeads =
                head -> engines.computeIfAbsent(head, i -> open(small.alone(heads.apply(i))));
        Function<NoiseField, Generator> engine =
                plane ->
                        new HeadedGenerator(
                                generator,
                                small.stages(),
                                headless.spec(),
                                ofHeads,
                                plane,
                                plane.texture().textures().stream()
                                        .map(texture -> shares(texture, own))
                                        .toArray(double[][]::new));
        return new Level(headless, heads, engine);
    }

    /**
     * The share of each head in a texture: of those of the textures that it resembles, and more and
     * more of that for mixtures, which are no mixtures of what the network makes of each.
     */
    private static double[] shares(GlobalVector texture, List<GlobalVector> own) {
        double[] shares = Arrays.copyOf(texture.sharesOf(own), own.size() + 1);
        int most = 0;
        for (int i = 1; i < own.size(); i++) {
            most = shares[i] > shares[most] ? i : most;
        }
        double alone = Math.max(0, (shares[most] - MIXED) / (1 - MIXED));
        Arrays.fill(shares, 0);
        shares[most] = alone;
        shares[own.size()] = 1 - alone;
        return shares;
    }

    private Generator open(TextureModel any) {
        Generator engine = opener.apply(any);
        opened.add(engine);
        return engine;
    }

    @Override
    public void close() {
        opened.forEach(Generator::close);
    }
}
