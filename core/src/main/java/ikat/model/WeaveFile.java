package ikat.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import ikat.image.Depth;
import ikat.image.Domain;
import ikat.image.Pixels;
import ikat.image.PngBytes;
import ikat.model.Weave.Source;
import ikat.text.Checks;
import ikat.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A weave as metadata and tensors of a model file. */
final class WeaveFile {

    private static final String PREFIX = "weave.";
    private static final String PICTURE = ".exemplar";
    private static final String HIDDEN = ".hidden";

    private WeaveFile() {}

    /** What the metadata of a model file says of its weave. */
    record Facts(
            int start,
            boolean standard,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double chroma,
            List<SourceFacts> sources,
            @JsonInclude(JsonInclude.Include.NON_NULL) MaterialMaps.@Nullable Facts maps) {

        Facts {
            sources = Checks.copy("sources", sources);
            Checks.range("number of exemplars", sources.size(), 1, Weave.MOST_SOURCES);
        }
    }

    /** What the metadata of a model file says of an exemplar. */
    record SourceFacts(
            int width,
            int height,
            int channels,
            double distance,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean tiles,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean hides) {

        static SourceFacts of(Source source) {
            return new SourceFacts(
                    source.picture().width(),
                    source.picture().height(),
                    source.picture().channels(),
                    source.distance(),
                    source.domain().isTorus(),
                    source.domain().hides());
        }
    }

    static Facts facts(Weave weave) {
        MaterialMaps maps = weave.maps();
        return new Facts(
                weave.start(),
                weave.standard(),
                weave.chroma() == 1 ? null : weave.chroma(),
                weave.sources().stream().map(SourceFacts::of).toList(),
                maps.kinds().isEmpty() ? null : maps.facts());
    }

    static Map<String, Weight> tensors(Weave weave) {
        List<Source> sources = weave.sources();
        Map<String, Weight> tensors = new LinkedHashMap<>();
        tensors.put(PREFIX + "guide.weight", weave.guideWeight());
        tensors.put(PREFIX + "guide.bias", weave.guideBias());
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            tensors.put(PREFIX + i + ".keys", source.keys());
            tensors.put(PREFIX + i + ".queries", source.queries());
            tensors.put(PREFIX + i + ".clusters", source.clusters());
            tensors.put(PREFIX + i + PICTURE, Weight.ofBytes(PngBytes.pack(source.picture())));
            if (source.domain().hides()) {
                Pixels hidden = source.domain().hiddenPicture();
                tensors.put(PREFIX + i + HIDDEN, Weight.ofBytes(PngBytes.pack(hidden)));
            }
        }
        tensors.putAll(weave.maps().tensors(PREFIX));
        return tensors;
    }

    /** Whether a tensor of a model file belongs to its weave. */
    static boolean isPart(String name) {
        return name.startsWith(PREFIX);
    }

    /** Whether a tensor of a model file is the packed picture of an exemplar, or of a map. */
    static boolean isPicture(String name) {
        return isPart(name)
                && (name.endsWith(PICTURE) || name.endsWith(HIDDEN) || MaterialMaps.isPacked(name));
    }

    /** Throws IllegalArgumentException with one sentence if facts and tensors do not match. */
    static Weave of(Facts facts, Map<String, Weight> tensors) {
        long pixels = 0;
        for (SourceFacts source : facts.sources()) {
            Checks.range("width of an exemplar", source.width(), 1, Weave.LONGEST_SIDE);
            Checks.range("height of an exemplar", source.height(), 1, Weave.LONGEST_SIDE);
            pixels += (long) source.width() * source.height();
        }
        Checks.range("number of pixels of the exemplars", pixels, 1, Weave.MOST_PIXELS);
        Weights all = Weights.of(tensors);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < facts.sources().size(); i++) {
            SourceFacts source = facts.sources().get(i);
            sources.add(
                    new Source(
                            picture(PREFIX + i + PICTURE, all, source, source.channels()),
                            domain(PREFIX + i + HIDDEN, all, source),
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
        List<String> names = names(weave);
        for (String name : tensors.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "the tensor " + Excerpt.of(name) + " has no place in the weave");
            }
        }
        return weave;
    }

    private static List<String> names(Weave weave) {
        List<String> names =
                new ArrayList<>(List.of(PREFIX + "guide.weight", PREFIX + "guide.bias"));
        for (int i = 0; i < weave.sources().size(); i++) {
            for (String part : List.of(".keys", ".queries", ".clusters", PICTURE)) {
                names.add(PREFIX + i + part);
            }
            if (weave.sources().get(i).domain().hides()) {
                names.add(PREFIX + i + HIDDEN);
            }
        }
        names.addAll(weave.maps().names(PREFIX));
        return names;
    }

    private static Domain domain(String name, Weights all, SourceFacts facts) {
        if (facts.tiles()) {
            return Domain.torus(facts.width(), facts.height());
        }
        return facts.hides()
                ? Domain.without(picture(name, all, facts, 1))
                : Domain.rectangle(facts.width(), facts.height());
    }

    private static Pixels picture(String name, Weights all, SourceFacts facts, int channels) {
        try {
            return PngBytes.unpack(
                    all.get(name).toBytes(), facts.width(), facts.height(), channels, Depth.EIGHT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage(), e);
        }
    }
}
