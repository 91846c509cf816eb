package ikat.model;

import ikat.image.Depth;
import ikat.image.Pixels;
import ikat.image.PngBytes;
import ikat.text.Checks;
import ikat.text.Excerpt;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The maps of the material that each exemplar of a weave shows, pixel on pixel. All exemplars have
 * maps of the same kinds, and those of a kind have the same depth. Immutable.
 *
 * @param bySource the maps of each exemplar; none at all if there are no maps
 * @param greenDown whether green of the normals grows downwards, as in DirectX, and not upwards, as
 *     in OpenGL
 */
public record MaterialMaps(List<Map<MapKind, Pixels>> bySource, boolean greenDown) {

    /** No maps. */
    public static final MaterialMaps NONE = new MaterialMaps(List.of(), false);

    private static final String PART = ".map.";
    private static final String AS_FLOATS = ".values";

    public MaterialMaps {
        List<Map<MapKind, Pixels>> copies = new ArrayList<>();
        for (Map<MapKind, Pixels> maps : Checks.present("maps", bySource)) {
            Map<MapKind, Pixels> copy = new EnumMap<>(MapKind.class);
            copy.putAll(maps);
            copy.forEach(MaterialMaps::checkChannels);
            copies.add(Collections.unmodifiableMap(copy));
        }
        for (Map<MapKind, Pixels> maps : copies) {
            checkAlike(copies.get(0), maps);
        }
        bySource = copies.stream().allMatch(Map::isEmpty) ? List.of() : List.copyOf(copies);
    }

    private static void checkChannels(MapKind kind, Pixels map) {
        int channels = map.channels();
        Checks.range(
                "channels of a map of " + kind.word(), channels, kind.channels(), kind.channels());
    }

    private static void checkAlike(Map<MapKind, Pixels> first, Map<MapKind, Pixels> other) {
        if (!first.keySet().equals(other.keySet())) {
            throw new IllegalArgumentException(
                    "one exemplar has the maps %s and another %s, but all must have the same"
                            .formatted(words(first.keySet()), words(other.keySet())));
        }
        first.forEach(
                (kind, map) -> {
                    Pixels theirs = other.get(kind);
                    if (theirs != null && map.depth() != theirs.depth()) {
                        throw new IllegalArgumentException(
                                "maps of %s have different depths, but must have the same"
                                        .formatted(kind.word()));
                    }
                });
    }

    /** The kinds, such as {@code normal, height}. */
    public String words() {
        return words(kinds());
    }

    private static String words(Set<MapKind> kinds) {
        String words = kinds.stream().map(MapKind::word).collect(Collectors.joining(", "));
        return words.isEmpty() ? "none" : words;
    }

    /** The kinds of maps that all exemplars have. */
    public Set<MapKind> kinds() {
        return bySource.isEmpty() ? Set.of() : bySource.get(0).keySet();
    }

    /** How the samples of a kind of maps are stored. */
    public Depth depth(MapKind kind) {
        return of(0, kind).depth();
    }

    /**
     * A map of an exemplar.
     *
     * @throws IllegalArgumentException if there is none of the kind; one sentence
     */
    public Pixels of(int source, MapKind kind) {
        Pixels map = bySource.isEmpty() ? null : bySource.get(source).get(kind);
        if (map == null) {
            throw new IllegalArgumentException(
                    "this model has no map of %s; %s"
                            .formatted(
                                    kind.word(),
                                    kinds().isEmpty()
                                            ? "it was trained on colours alone"
                                            : "it has " + words()));
        }
        return map;
    }

    /** Throws IllegalArgumentException if the maps do not lie on the exemplars pixel by pixel. */
    void check(List<Weave.Source> sources) {
        if (bySource.isEmpty()) {
            return;
        }
        Checks.range("exemplars with maps", bySource.size(), sources.size(), sources.size());
        for (int i = 0; i < sources.size(); i++) {
            Pixels picture = sources.get(i).picture();
            for (Pixels map : bySource.get(i).values()) {
                if (map.width() != picture.width() || map.height() != picture.height()) {
                    throw new IllegalArgumentException(
                            "a map has %sx%s pixels, but its exemplar has %sx%s"
                                    .formatted(
                                            map.width(),
                                            map.height(),
                                            picture.width(),
                                            picture.height()));
                }
            }
        }
    }

    /** What the metadata of a model file says: the depth of each kind, and where green points. */
    record Facts(Map<String, String> depths, boolean greenDown) {}

    Facts facts() {
        Map<String, String> depths = new LinkedHashMap<>();
        for (MapKind kind : kinds()) {
            depths.put(kind.word(), depth(kind).word());
        }
        return new Facts(depths, greenDown);
    }

    /**
     * Maps of 8 and 16 bits as PNG files, floating-point ones as {@code [height, width, channels]}.
     */
    Map<String, Weight> tensors(String prefix) {
        Map<String, Weight> tensors = new LinkedHashMap<>();
        for (int i = 0; i < bySource.size(); i++) {
            for (Map.Entry<MapKind, Pixels> map : bySource.get(i).entrySet()) {
                Pixels pixels = map.getValue();
                boolean floats = pixels.depth() == Depth.FLOAT;
                tensors.put(
                        name(prefix, i, map.getKey(), pixels.depth()),
                        floats ? values(pixels) : Weight.ofBytes(PngBytes.pack(pixels)));
            }
        }
        return tensors;
    }

    /** The names of the tensors. */
    List<String> names(String prefix) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < bySource.size(); i++) {
            for (MapKind kind : kinds()) {
                names.add(name(prefix, i, kind, depth(kind)));
            }
        }
        return names;
    }

    private static String name(String prefix, int source, MapKind kind, Depth depth) {
        String end = depth == Depth.FLOAT ? AS_FLOATS : "";
        return prefix + source + PART + kind.word() + end;
    }

    /** Whether a tensor of a weave is the PNG file of a map. */
    static boolean isPacked(String name) {
        return name.contains(PART) && !name.endsWith(AS_FLOATS);
    }

    private static Weight values(Pixels map) {
        float[] values = new float[map.bytes().length / Float.BYTES];
        ByteBuffer.wrap(map.bytes()).asFloatBuffer().get(values);
        return new Weight(new int[] {map.height(), map.width(), map.channels()}, values);
    }

    /** Throws IllegalArgumentException with one sentence if facts and tensors do not match. */
    static MaterialMaps of(Facts facts, String prefix, Weights all, List<Weave.Source> sources) {
        List<Map<MapKind, Pixels>> bySource = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Map<MapKind, Pixels> maps = new EnumMap<>(MapKind.class);
            for (Map.Entry<String, String> entry : facts.depths().entrySet()) {
                MapKind kind = kind(entry.getKey());
                Depth depth = depth(entry.getValue());
                String name = name(prefix, i, kind, depth);
                Pixels like = sources.get(i).picture();
                maps.put(kind, pixels(name, all.get(name), kind, depth, like));
            }
            bySource.add(maps);
        }
        return new MaterialMaps(bySource, facts.greenDown());
    }

    private static MapKind kind(String word) {
        return MapKind.named(word)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a map is one of %s, but must be one of %s"
                                                .formatted(Excerpt.of(word), MapKind.words())));
    }

    private static Depth depth(String word) {
        return Arrays.stream(Depth.values())
                .filter(depth -> depth.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the depth of a map is %s, but must be eight, sixteen or"
                                                        .formatted(Excerpt.of(word))
                                                + " float"));
    }

    private static Pixels pixels(
            String name, Weight tensor, MapKind kind, Depth depth, Pixels like) {
        try {
            if (depth != Depth.FLOAT) {
                return PngBytes.unpack(
                        tensor.toBytes(), like.width(), like.height(), kind.channels(), depth);
            }
            Pixels map = Pixels.empty(like.width(), like.height(), kind.channels(), depth);
            int[] shape = {map.height(), map.width(), map.channels()};
            if (!Arrays.equals(tensor.shape(), shape)) {
                throw new IllegalArgumentException(
                        "has shape %s, but must have %s"
                                .formatted(
                                        Arrays.toString(tensor.shape()), Arrays.toString(shape)));
            }
            ByteBuffer.wrap(map.bytes()).asFloatBuffer().put(tensor.values());
            return map;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage(), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof MaterialMaps maps)
                || greenDown != maps.greenDown
                || bySource.size() != maps.bySource.size()
                || !kinds().equals(maps.kinds())) {
            return false;
        }
        for (int i = 0; i < bySource.size(); i++) {
            for (MapKind kind : kinds()) {
                if (!Arrays.equals(of(i, kind).bytes(), maps.of(i, kind).bytes())) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * kinds().hashCode() + bySource.size();
    }
}
