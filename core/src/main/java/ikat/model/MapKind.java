package ikat.model;

import ikat.image.Averaging;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a map of a material tells of each pixel, besides its colour. */
public enum MapKind {
    /** The direction that the surface faces, as red, green and blue. */
    NORMAL("normal", 3),
    /** How high the surface lies. */
    HEIGHT("height", 1),
    /** How much a reflection is spread. */
    ROUGHNESS("roughness", 1),
    /** The share of metal. */
    METALLIC("metallic", 1),
    /** The share of the light from around that is not hidden by the relief. */
    OCCLUSION("ao", 1),
    /** How much hides what lies behind. */
    OPACITY("opacity", 1);

    private final String word;
    private final int channels;

    MapKind(String word, int channels) {
        this.word = word;
        this.channels = channels;
    }

    /** The name in options, requests and files: {@code normal}, {@code height} and so on. */
    public String word() {
        return word;
    }

    /** 1 or 3. */
    public int channels() {
        return channels;
    }

    /** What the mean of several pixels is. */
    public Averaging averaging() {
        return this == NORMAL ? Averaging.NORMALS : Averaging.VALUES;
    }

    /** The kind of a name, in lower case. */
    public static Optional<MapKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** All names: {@code normal, height, ...}. */
    public static String words() {
        return Arrays.stream(values()).map(MapKind::word).collect(Collectors.joining(", "));
    }
}
