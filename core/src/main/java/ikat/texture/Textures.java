package ikat.texture;

import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import ikat.text.Excerpt;
import ikat.text.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The textures of a model: by name, by place, by expression, at random. Immutable. */
public final class Textures {

    private static final int MOST_LISTED = 12;
    private static final int LONGEST_SENTENCE = 500;
    private static final long MIXTURE = -4;

    private final int channels;
    private final List<CodeGrid> grids;

    private Textures(int channels, List<CodeGrid> grids) {
        this.channels = channels;
        this.grids = grids;
    }

    /** The textures of a model; without names if it has none. */
    public static Textures of(TextureModel model) {
        int channels = model.spec().noise().globalChannels();
        List<CodeGrid> grids = new ArrayList<>();
        int at = 0;
        for (NamedTexture texture : model.spec().textures()) {
            float[] all = model.weights().get("textures.codes").values();
            List<GlobalVector> codes = new ArrayList<>();
            for (int i = 0; i < texture.codes(); i++, at += channels) {
                codes.add(GlobalVector.of(Arrays.copyOfRange(all, at, at + channels)));
            }
            grids.add(new CodeGrid(texture, codes));
        }
        return new Textures(channels, grids);
    }

    /** The names, in the order of the training pictures. */
    public List<String> names() {
        return grids.stream().map(grid -> grid.texture().name()).toList();
    }

    /** The codes of all named textures, in the order of the training pictures. */
    public List<GlobalVector> codes() {
        return grids.stream().flatMap(grid -> grid.codes().stream()).toList();
    }

    /** All named textures, in the order of the training pictures. */
    public List<GlobalVector> all() {
        return grids.stream().map(CodeGrid::mean).toList();
    }

    /**
     * The texture of a name: its code, or the mean code of a picture with places.
     *
     * @throws IllegalArgumentException if there is no such texture; one sentence that suggests the
     *     nearest name
     */
    public GlobalVector named(String name) {
        return grid(name).mean();
    }

    /**
     * The texture at a pixel of the only picture that has places.
     *
     * @param x column of the picture
     * @param y row of the picture
     * @throws IllegalArgumentException if not exactly one picture has places or the place lies
     *     outside it
     */
    public GlobalVector at(long x, long y) {
        requireSeveral();
        List<CodeGrid> placed = grids.stream().filter(grid -> grid.texture().hasPlaces()).toList();
        if (placed.isEmpty()) {
            throw new IllegalArgumentException(
                    "no texture of this model has places, so there is none at:%s,%s; %s"
                            .formatted(x, y, known()));
        }
        if (placed.size() > 1) {
            throw new IllegalArgumentException(
                    "%s textures of this model have places; say which, such as %s@%s,%s"
                            .formatted(placed.size(), placed.get(0).texture().name(), x, y));
        }
        return placed.get(0).at(x, y);
    }

    /**
     * The texture at a pixel of a picture, interpolated bilinearly between the picture's codes.
     *
     * @param x column of the picture
     * @param y row of the picture
     * @throws IllegalArgumentException if there is no such texture, it has no places or the place
     *     lies outside it
     */
    public GlobalVector at(String name, long x, long y) {
        return grid(name).at(x, y);
    }

    /**
     * A random texture: a mixture of the codes in which a few outweigh the others, so that it stays
     * near the learned textures, or any vector if there are no codes.
     *
     * <p>The weights {@code (-ln u)^-2} of uniform u follow, once normalised, the Poisson-Dirichlet
     * law of index 1/2 (Pitman and Yor 1997): for any number of codes the expected sum of squares
     * is 1/2, as of two equal shares.
     */
    public GlobalVector random(long seed) {
        List<GlobalVector> codes = codes();
        if (codes.isEmpty()) {
            return GlobalVector.uniform(channels, seed);
        }
        double[] weights = new double[codes.size()];
        long key = CounterRandom.key(seed, MIXTURE);
        for (int i = 0; i < weights.length; i++) {
            double log = StrictMath.log(Math.max(CounterRandom.unit(key, i), Double.MIN_NORMAL));
            weights[i] = 1 / (log * log);
        }
        return GlobalVector.blend(codes, weights);
    }

    /**
     * The texture of an expression: a name, a place, a random draw or a mixture of these.
     *
     * <pre>{@code
     * bark    0.7*bark+0.3*moss    random:7    at:820,400    palace@820,400
     * }</pre>
     *
     * @throws IllegalArgumentException if it is not an expression, a texture in it does not exist,
     *     or its weights do not sum to 1; one sentence
     */
    public GlobalVector parse(String expression) {
        requireSeveral();
        try {
            return TextureExpression.parse(expression).in(this);
        } catch (IllegalArgumentException e) {
            String sentence = String.valueOf(e.getMessage()); // quotes names, of any length
            throw new IllegalArgumentException(Excerpt.plain(sentence, LONGEST_SENTENCE), e);
        }
    }

    /**
     * The textures of a comma-separated list of expressions.
     *
     * @throws IllegalArgumentException as {@link #parse}
     */
    public List<GlobalVector> parseAll(String expressions) {
        requireSeveral();
        return TextureExpression.split(expressions).stream().map(this::parse).toList();
    }

    private CodeGrid grid(String name) {
        requireSeveral();
        for (CodeGrid grid : grids) {
            if (grid.texture().name().equals(name)) {
                return grid;
            }
        }
        Optional<String> close = Suggestion.of(name, names());
        throw new IllegalArgumentException(
                "there is no texture %s; %s"
                        .formatted(
                                name,
                                close.map(nearest -> "did you mean " + nearest + "?")
                                        .orElse(known())));
    }

    /**
     * Checks that the model has more than one texture.
     *
     * @throws IllegalArgumentException if the model has no global channels; one sentence
     */
    public void requireSeveral() {
        if (channels == 0) {
            throw new IllegalArgumentException(
                    "this model has one texture only, so none can be chosen; train on several"
                            + " pictures for more");
        }
    }

    private String known() {
        if (grids.isEmpty()) {
            return "this model knows none by name; draw some, such as random:1";
        }
        String listed = names().stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        int more = grids.size() - MOST_LISTED;
        return "there are " + listed + (more > 0 ? " and " + more + " more" : "");
    }
}
