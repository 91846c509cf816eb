package ikat.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import ikat.image.Depth;
import ikat.image.Pixels;
import ikat.image.PngBytes;
import ikat.text.Checks;
import ikat.text.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model needs to weave detail from its exemplars ({@code ikat.weave}): the pixels of the
 * exemplars, what was learned about their neighbourhoods, and heads, last stages of the generator
 * that predict its picture at a reduced size, the guide.
 *
 * @param start how often the size is halved where places are first chosen, 1 to 4
 * @param standard whether pictures are woven unless the network alone is asked for
 * @param chroma the weight of differences in hue and saturation beside those in brightness where
 *     neighbourhoods are compared, 1 to 16
 * @param guideWeight {@code [heads, colours, C, 3, 3]}, the kernels of a head for each named
 *     texture and of one for mixtures, or {@code [colours, C, 3, 3]} of one for all; C is the
 *     number of channels of the stage that it follows, and of the noise of its grid
 * @param guideBias {@code [heads, colours]} or {@code [colours]}
 * @param sources one for each named texture, or one
 * @param maps of the material that the exemplars show, if any
 */
public record Weave(
        int start,
        boolean standard,
        double chroma,
        Weight guideWeight,
        Weight guideBias,
        List<Source> sources,
        MaterialMaps maps) {

    /** Radius in pixels of the square neighbourhoods that are compared. */
    public static final int RADIUS = 3;

    /** Pixels of a neighbourhood. */
    public static final int NEIGHBOURS = (2 * RADIUS + 1) * (2 * RADIUS + 1);

    /** The largest start. */
    public static final int MOST_START = 4;

    /** The longest side of an exemplar in pixels. */
    public static final int LONGEST_SIDE = 4000;

    /** The most pixels of all exemplars together. */
    public static final int MOST_PIXELS = 1 << 22;

    /** The most exemplars. */
    public static final int MOST_SOURCES = 64;

    private static final int MOST_GUIDE_HALVINGS = 2;
    private static final double MOST_CHROMA = 16;
    private static final int MOST_COMPONENTS = 64;
    private static final int MOST_CLUSTERS = 4096;
    private static final String PREFIX = "weave.";
    private static final String PICTURE = ".exemplar";

    public Weave {
        Checks.range("start of the weave", start, 1, MOST_START);
        Checks.range("chroma of the weave", chroma, 1, MOST_CHROMA);
        sources = Checks.copy("sources", sources);
        Checks.range("number of exemplars", sources.size(), 1, MOST_SOURCES);
        int channels = sources.get(0).picture().channels();
        long pixels = 0;
        for (Source source : sources) {
            Pixels picture = source.picture();
            pixels += (long) picture.width() * picture.height();
            Checks.atLeast("shorter side of an exemplar", shorter(picture), least(start));
            if (picture.channels() != channels) {
                throw new IllegalArgumentException(
                        "the exemplars have %s and %s channels, but must have as many"
                                .formatted(channels, picture.channels()));
            }
        }
        Checks.range("number of pixels of the exemplars", pixels, 1, MOST_PIXELS);
        checkFinite(PREFIX + "guide.weight", guideWeight, Float.MAX_VALUE);
        checkFinite(PREFIX + "guide.bias", guideBias, Float.MAX_VALUE);
        maps.check(sources);
    }

    /**
     * The least side of an exemplar in pixels for a start: that of a neighbourhood where places are
     * first chosen, and as much again to choose among.
     */
    public static int least(int start) {
        return 2 * (2 * RADIUS + 1) << start;
    }

    private static int shorter(Pixels picture) {
        return Math.min(picture.width(), picture.height());
    }

    /**
     * An exemplar and what was learned about it.
     *
     * @param picture its pixels, 1 or 3 channels
     * @param keys {@code [D, N + 1]}: how D components of a neighbourhood of the exemplar follow
     *     from its N values, pixel by pixel, each in [-1, 1] before chroma is weighted; the last
     *     column is a constant term
     * @param queries {@code [D, N + 1]}, the same for neighbourhoods of the guide
     * @param clusters {@code [K, D + 1]}: centres of K kinds of neighbourhoods and, in the last
     *     column, what is added to the distance to each so that all are used as often as the
     *     exemplar has them
     * @param distance the usual squared distance from a query to the key that is chosen, above 0
     */
    public record Source(
            Pixels picture, Weight keys, Weight queries, Weight clusters, double distance) {

        public Source {
            Checks.range("width of an exemplar", picture.width(), 1, LONGEST_SIDE);
            Checks.range("height of an exemplar", picture.height(), 1, LONGEST_SIDE);
            if (picture.channels() != 1 && picture.channels() != 3) {
                throw new IllegalArgumentException(
                        "an exemplar has %s channels, but must have 1 or 3"
                                .formatted(picture.channels()));
            }
            int components = rows("keys", keys, MOST_COMPONENTS);
            int columns = NEIGHBOURS * picture.channels() + 1;
            checkShape("keys", keys, components, columns);
            checkShape("queries", queries, components, columns);
            checkShape(
                    "clusters",
                    clusters,
                    rows("clusters", clusters, MOST_CLUSTERS),
                    components + 1);
            Checks.range("distance", distance, 1e-12, 1e12);
        }

        private static int rows(String name, Weight weight, int most) {
            Checks.range("number of dimensions of " + name, weight.shape().length, 2, 2);
            return Checks.range("number of rows of " + name, weight.shape()[0], 1, most);
        }

        private static void checkShape(String name, Weight weight, int... shape) {
            Weave.checkShape(name, weight, shape);
            checkFinite(name, weight, 1e12f);
        }

        /** Number of components of a key. */
        public int components() {
            return keys.shape()[0];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Source source
                    && picture.width() == source.picture.width()
                    && Arrays.equals(picture.bytes(), source.picture.bytes())
                    && keys.equals(source.keys)
                    && queries.equals(source.queries)
                    && clusters.equals(source.clusters)
                    && distance == source.distance;
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(picture.bytes()) + keys.hashCode();
        }
    }

    /** This weave, used by default or not. */
    public Weave withStandard(boolean other) {
        return new Weave(start, other, chroma, guideWeight, guideBias, sources, maps);
    }

    /** This weave, whose exemplars have maps. */
    public Weave withMaps(MaterialMaps other) {
        return new Weave(start, standard, chroma, guideWeight, guideBias, sources, other);
    }

    /** The number of heads of the guide. */
    public int heads() {
        return guideWeight.shape().length == 5 ? guideWeight.shape()[0] : 1;
    }

    /** How often the size of the guide is halved: a coarser one would be too blurred. */
    public int guideHalvings() {
        return guideHalvings(start);
    }

    /** How often the size of the guide is halved for a start. */
    public static int guideHalvings(int start) {
        return Math.min(start, MOST_GUIDE_HALVINGS);
    }

    /**
     * The largest start for a model, 0 if it cannot weave: every second place where places are
     * chosen lies at the edge of a cell, so that they repeat with the plane.
     */
    public static int mostStart(ModelSpec spec) {
        if (spec.picturePixels() > 0) {
            return 0;
        }
        int cell = Integer.numberOfTrailingZeros(spec.cellPixels()) - 1;
        int guide = spec.mostHalvings();
        int most = guide < MOST_GUIDE_HALVINGS ? guide : MOST_START;
        return Math.max(0, Math.min(cell, most));
    }

    /** Throws IllegalArgumentException if this does not suit a model. */
    void check(ModelSpec spec) {
        Checks.range("start of the weave", start, 1, mostStart(spec));
        ModelSpec guide = spec.halved(guideHalvings());
        Stage last = guide.stages().get(guide.stages().size() - 1);
        int out = last.outChannels();
        if (guideWeight.shape().length == 5) {
            int heads = spec.textures().size() + 1;
            checkShape("guide.weight", guideWeight, heads, out, last.inChannels(), 3, 3);
            checkShape("guide.bias", guideBias, heads, out);
        } else {
            checkShape("guide.weight", guideWeight, out, last.inChannels(), 3, 3);
            checkShape("guide.bias", guideBias, out);
        }
        Checks.range(
                "number of exemplars",
                sources.size(),
                Math.max(1, spec.textures().size()),
                Math.max(1, spec.textures().size()));
        int channels = sources.get(0).picture().channels();
        Checks.range("channels of the exemplars", channels, spec.colourChannels(), channels);
    }

    private static void checkShape(String name, Weight weight, int... shape) {
        if (!Arrays.equals(weight.shape(), shape)) {
            throw new IllegalArgumentException(
                    "%s of the weave has shape %s, but must have %s"
                            .formatted(
                                    name, Arrays.toString(weight.shape()), Arrays.toString(shape)));
        }
    }

    private static void checkFinite(String name, Weight weight, float most) {
        for (float value : weight.values()) {
            if (!(Math.abs(value) <= most)) {
                throw new IllegalArgumentException(
                        "%s holds %s, but must be from -%s to %s"
                                .formatted(name, value, most, most));
            }
        }
    }

    /** What the metadata of a model file says of its weave. */
    record Facts(
            int start,
            boolean standard,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double chroma,
            List<SourceFacts> sources,
            @JsonInclude(JsonInclude.Include.NON_NULL) MaterialMaps.@Nullable Facts maps) {

        Facts {
            sources = Checks.copy("sources", sources);
            Checks.range("number of exemplars", sources.size(), 1, MOST_SOURCES);
        }
    }

    /** What the metadata of a model file says of an exemplar. */
    record SourceFacts(int width, int height, int channels, double distance) {}

    Facts facts() {
        return new Facts(
                start,
                standard,
                chroma == 1 ? null : chroma,
                sources.stream()
                        .map(
                                source ->
                                        new SourceFacts(
                                                source.picture().width(),
                                                source.picture().height(),
                                                source.picture().channels(),
                                                source.distance()))
                        .toList(),
                maps.kinds().isEmpty() ? null : maps.facts());
    }

    Map<String, Weight> tensors() {
        Map<String, Weight> tensors = new LinkedHashMap<>();
        tensors.put(PREFIX + "guide.weight", guideWeight);
        tensors.put(PREFIX + "guide.bias", guideBias);
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            tensors.put(PREFIX + i + ".keys", source.keys());
            tensors.put(PREFIX + i + ".queries", source.queries());
            tensors.put(PREFIX + i + ".clusters", source.clusters());
            tensors.put(PREFIX + i + PICTURE, Weight.ofBytes(PngBytes.pack(source.picture())));
        }
        tensors.putAll(maps.tensors(PREFIX));
        return tensors;
    }

    /** Whether a tensor of a model file belongs to its weave. */
    static boolean isPart(String name) {
        return name.startsWith(PREFIX);
    }

    /** Whether a tensor of a model file is the packed picture of an exemplar, or of a map. */
    static boolean isPicture(String name) {
        return isPart(name) && (name.endsWith(PICTURE) || MaterialMaps.isPacked(name));
    }

    /** Throws IllegalArgumentException with one sentence if facts and tensors do not match. */
    static Weave of(Facts facts, Map<String, Weight> tensors) {
        long pixels = 0;
        for (SourceFacts source : facts.sources()) {
            Checks.range("width of an exemplar", source.width(), 1, LONGEST_SIDE);
            Checks.range("height of an exemplar", source.height(), 1, LONGEST_SIDE);
            pixels += (long) source.width() * source.height();
        }
        Checks.range("number of pixels of the exemplars", pixels, 1, MOST_PIXELS);
        Weights all = Weights.of(tensors);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < facts.sources().size(); i++) {
            SourceFacts source = facts.sources().get(i);
            sources.add(
                    new Source(
                            picture(PREFIX + i + PICTURE, all, source),
                            all.get(PREFIX + i + ".keys"),
                            all.get(PREFIX + i + ".queries"),
                            all.get(PREFIX + i + ".clusters"),
                            source.distance()));
        }
        Weave weave =
                new Weave(
                        facts.start(),
                        facts.standard(),
                        facts.chroma() == null ? 1 : facts.chroma(),
                        all.get(PREFIX + "guide.weight"),
                        all.get(PREFIX + "guide.bias"),
                        sources,
                        facts.maps() == null
                                ? MaterialMaps.NONE
                                : MaterialMaps.of(facts.maps(), PREFIX, all, sources));
        for (String name : tensors.keySet()) {
            if (!weave.names().contains(name)) {
                throw new IllegalArgumentException(
                        "the tensor " + Excerpt.of(name) + " has no place in the weave");
            }
        }
        return weave;
    }

    private List<String> names() {
        List<String> names =
                new ArrayList<>(List.of(PREFIX + "guide.weight", PREFIX + "guide.bias"));
        for (int i = 0; i < sources.size(); i++) {
            for (String part : List.of(".keys", ".queries", ".clusters", PICTURE)) {
                names.add(PREFIX + i + part);
            }
        }
        names.addAll(maps.names(PREFIX));
        return names;
    }

    private static Pixels picture(String name, Weights all, SourceFacts facts) {
        try {
            return PngBytes.unpack(
                    all.get(name).toBytes(),
                    facts.width(),
                    facts.height(),
                    facts.channels(),
                    Depth.EIGHT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage(), e);
        }
    }
}
