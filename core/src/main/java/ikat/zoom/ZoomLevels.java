package ikat.zoom;

import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.Motion;
import ikat.noise.NoiseField;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Rerolls;
import ikat.texture.ShrunkField;
import ikat.texture.Textures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * A model's engines for full size, for half of it and so on, to be shared by any number of its
 * planes. The first use of a level fits it, in a second or so; after that a plane costs next to
 * nothing. Safe for many threads.
 */
public final class ZoomLevels implements AutoCloseable {

    /** Textures that a model without names is fitted to. */
    private static final int DRAWN = 8;

    private final TextureModel model;
    private final Function<TextureModel, Generator> opener;
    private final List<GlobalVector> textures;
    private final Map<Integer, Level> levels = new ConcurrentHashMap<>();

    /**
     * What makes one plane of a model different from another.
     *
     * @param field which texture stands where, in pixels of full size
     * @param rerolls which cells were drawn anew; a level has the same cells as full size
     */
    record PlaneNoise(long seed, GlobalField field, Boundary boundary, Rerolls rerolls) {}

    /** A model that is as large as a level, and its engine. */
    record Level(TextureModel model, Generator generator) {}

    /**
     * Levels that suit given textures best.
     *
     * @param opener opens engines; they are closed with this
     * @param textures that the levels above 0 are fitted to
     * @throws IllegalArgumentException if the model makes a single picture
     */
    public ZoomLevels(
            TextureModel model,
            Function<TextureModel, Generator> opener,
            List<GlobalVector> textures) {
        if (model.spec().picturePixels() > 0) {
            throw new IllegalArgumentException(
                    "the model makes a single picture; only an endless one has levels");
        }
        this.model = model;
        this.opener = opener;
        this.textures = List.copyOf(textures);
        levels.put(0, new Level(model, opener.apply(model)));
    }

    /** Levels that suit all textures of a model alike: those it names, else some that are drawn. */
    public static ZoomLevels ofAll(TextureModel model, Function<TextureModel, Generator> opener) {
        Textures known = Textures.of(model);
        int draws = model.spec().noise().globalChannels() == 0 ? 1 : DRAWN;
        List<GlobalVector> textures =
                known.names().isEmpty()
                        ? LongStream.range(0, draws).mapToObj(known::random).toList()
                        : known.names().stream().map(known::named).toList();
        return new ZoomLevels(model, opener, textures);
    }

    /** Fits all levels that have not been used yet, so that nobody waits for them later. */
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
        return ShrunkModel.last(model.spec());
    }

    /** How many pixels of full size a pixel of a level has along a side. */
    int times(int level) {
        return model.spec().cellPixels() / level(level).model().spec().cellPixels();
    }

    /** A level of a plane, up to the last that has a model of its own. */
    TextureRenderer renderer(int number, PlaneNoise noise) {
        Level level = level(number);
        GlobalField field =
                number == 0 ? noise.field() : new ShrunkField(noise.field(), times(number));
        return new TextureRenderer(
                level.generator(),
                new NoiseField(
                        level.model(),
                        noise.seed(),
                        field,
                        noise.boundary(),
                        Motion.STILL,
                        noise.rerolls()));
    }

    private Level level(int number) {
        return levels.computeIfAbsent(number, this::open);
    }

    private Level open(int number) {
        TextureModel small = ShrunkModel.of(model, generator(), textures, number);
        return new Level(small, opener.apply(small));
    }

    @Override
    public void close() {
        levels.values().forEach(level -> level.generator().close());
    }
}
