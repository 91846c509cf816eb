package ikat.model;

import ikat.image.Domain;
import ikat.image.Pixels;
import ikat.text.Checks;
import java.util.Arrays;
import java.util.List;

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

    /** Sides of exemplars whose edges join are multiples of this, so that they can be halved. */
    public static final int TILE_MULTIPLE = 4;

    /** The most exemplars. */
    public static final int MOST_SOURCES = 64;

    private static final int MOST_GUIDE_HALVINGS = 2;
    private static final double MOST_CHROMA = 16;
    private static final int MOST_COMPONENTS = 64;
    private static final int MOST_CLUSTERS = 4096;

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
        checkFinite("weave.guide.weight", guideWeight, Float.MAX_VALUE);
        checkFinite("weave.guide.bias", guideBias, Float.MAX_VALUE);
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
     * @param domain the places that are shown
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
            Pixels picture,
            Domain domain,
            Weight keys,
            Weight queries,
            Weight clusters,
            double distance) {

        /** An exemplar that is shown everywhere. */
        public Source(
                Pixels picture, Weight keys, Weight queries, Weight clusters, double distance) {
            this(
                    picture,
                    Domain.rectangle(picture.width(), picture.height()),
                    keys,
                    queries,
                    clusters,
                    distance);
        }

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
            checkDomain(domain, picture);
        }

        private static void checkDomain(Domain domain, Pixels picture) {
            int width = picture.width();
            int height = picture.height();
            Checks.range("width of the domain of an exemplar", domain.width(), width, width);
            Checks.range("height of the domain of an exemplar", domain.height(), height, height);
            if (domain.isTorus() && (width % TILE_MULTIPLE != 0 || height % TILE_MULTIPLE != 0)) {
                throw new IllegalArgumentException(
                        "an exemplar whose edges join has %sx%s pixels, but must have multiples of %s"
                                .formatted(width, height, TILE_MULTIPLE));
            }
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
                    && domain.equals(source.domain)
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
}
