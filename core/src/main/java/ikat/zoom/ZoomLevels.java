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
import ikat.texture.Textures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.LongStream;

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
    private final Map<Integer, Level> levels = new ConcurrentHashMap<>();

    /**
     * What distinguishes one plane of a model from another.
     *
     * @param field the texture at each position, in pixels of full size
     * @param rerolls which cells were redrawn; every level has the cells of full size
     */
    record PlaneNoise(long seed, GlobalField field, Boundary boundary, Rerolls rerolls) {

        /** The same noise under another field, without redrawn cells. */
        PlaneNoise under(GlobalField other) {
            return new PlaneNoise(seed, other, boundary, Rerolls.NONE);
        }
    }

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
        if (model.spec().picturePixels() > 0) {
            throw new IllegalArgumentException(
                    "the model makes a single picture; only an endless one has levels");
        }
        this.model = model;
        this.opener = opener;
        this.textures = List.copyOf(textures);
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
        return ShrunkModel.last(model.spec());
    }

    /** The side in pixels of full size of a pixel of a level. */
    int times(int level) {
        return model.spec().cellPixels() / level(level).model().spec().cellPixels();
    }

    /** Opens a level of a plane, up to {@link #last}. */
    TextureRenderer renderer(int number, PlaneNoise noise) {
        Level level = level(number);
        GlobalField field =
                number == 0 ? noise.field() : new GlobalField.Shrunk(noise.field(), times(number));
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
