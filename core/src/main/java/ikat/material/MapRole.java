package ikat.material;

import ikat.model.MapKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file of a material holds: one map, the opposite of one, or several packed into its
 * channels.
 */
public enum MapRole {
    COLOUR("color", "colour", "albedo", "basecolor", "base color", "diffuse", "diff", "col"),
    NORMAL("normal", "nor", "nrm", "norm", "normals"),
    NORMAL_GL("normal gl", "nor gl", "normalgl", "normal opengl", "normal ogl"),
    NORMAL_DX("normal dx", "nor dx", "normaldx", "normal directx"),
    HEIGHT("height", "disp", "displacement", "bump", "heightmap"),
    ROUGHNESS("roughness", "rough"),
    /** The opposite of roughness. */
    GLOSS("gloss", "glossiness", "smoothness"),
    METALLIC("metallic", "metal", "metalness", "metallness"),
    OCCLUSION("occlusion", "ao", "ambientocclusion", "ambient occlusion"),
    OPACITY("opacity", "alpha", "transparency"),
    /** Occlusion, roughness and metal in red, green and blue, as glTF and Unreal have them. */
    ORM("orm", "arm", "occlusionroughnessmetallic"),
    /** Roughness and metal in green and blue. */
    METALLIC_ROUGHNESS("metalroughness", "metallicroughness", "metallic roughness", "mr");

    private final List<String> endings;

    MapRole(String... endings) {
        this.endings = List.of(endings);
    }

    /**
     * A channel of a file.
     *
     * @param kind of map that it holds
     * @param channel from 0
     * @param inverted whether it holds the opposite
     */
    record Layer(MapKind kind, int channel, boolean inverted) {}

    /** The maps in a file; none of colours. */
    List<Layer> layers() {
        return switch (this) {
            case COLOUR -> List.of();
            case NORMAL, NORMAL_GL, NORMAL_DX -> List.of(new Layer(MapKind.NORMAL, 0, false));
            case HEIGHT -> List.of(new Layer(MapKind.HEIGHT, 0, false));
            case ROUGHNESS -> List.of(new Layer(MapKind.ROUGHNESS, 0, false));
            case GLOSS -> List.of(new Layer(MapKind.ROUGHNESS, 0, true));
            case METALLIC -> List.of(new Layer(MapKind.METALLIC, 0, false));
            case OCCLUSION -> List.of(new Layer(MapKind.OCCLUSION, 0, false));
            case OPACITY -> List.of(new Layer(MapKind.OPACITY, 0, false));
            case ORM ->
                    List.of(
                            new Layer(MapKind.OCCLUSION, 0, false),
                            new Layer(MapKind.ROUGHNESS, 1, false),
                            new Layer(MapKind.METALLIC, 2, false));
            case METALLIC_ROUGHNESS ->
                    List.of(
                            new Layer(MapKind.ROUGHNESS, 1, false),
                            new Layer(MapKind.METALLIC, 2, false));
        };
    }

    /** The kind of the only map in the file, if there is one. */
    public Optional<MapKind> kind() {
        List<Layer> layers = layers();
        return layers.size() == 1 ? Optional.of(layers.get(0).kind()) : Optional.empty();
    }

    /** Whether a file of another role holds one of the maps that a file of this holds. */
    public boolean overlaps(MapRole other) {
        return layers().stream()
                .map(Layer::kind)
                .anyMatch(kind -> other.layers().stream().anyMatch(one -> one.kind() == kind));
    }

    /** Whether green of the normals points down, where the role says so. */
    @Nullable Boolean greenDown() {
        return this == NORMAL_DX ? Boolean.TRUE : this == NORMAL_GL ? Boolean.FALSE : null;
    }

    /** The word for it, such as {@code normal-dx}. */
    public String word() {
        return endings.get(0).replace(' ', '-');
    }

    /** The role of a word, such as {@code normal}, {@code ao} or {@code normal-dx}. */
    public static Optional<MapRole> named(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[-_ .]+", " ").trim();
        return Arrays.stream(values()).filter(role -> role.endings.contains(plain)).findFirst();
    }

    /** The first name of each role but colour: {@code normal, normal gl, ...}. */
    public static String words() {
        return Arrays.stream(values()).skip(1).map(MapRole::word).collect(Collectors.joining(", "));
    }
}
