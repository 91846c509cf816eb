package ikat.material;

import ikat.image.ImageFiles;
import ikat.image.ImageFormatException;
import ikat.image.Pixels;
import ikat.text.Excerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The pictures of a material in a glTF 2.0 file, {@code .gltf} or {@code .glb}: of the first one
 * whose base colour is a picture.
 *
 * @param colours the file of the base colours
 * @param maps of the material
 */
public record GltfMaterial(Path colours, List<MapStack.Source> maps) {

    private static final String SURFACE = "pbrMetallicRoughness";
    private static final String BASE = "baseColorTexture";
    private static final String PACKED = "metallicRoughnessTexture";
    private static final String OCCLUSION = "occlusionTexture";
    private static final String NORMAL = "normalTexture";
    private static final String TRANSFORM = "KHR_texture_transform";
    private static final int MOST_NAMED = 5;

    public GltfMaterial {
        maps = List.copyOf(maps);
    }

    /** Whether a file is glTF by its name. */
    public static boolean isName(Path file) {
        String name = GltfFile.nameOf(file).toLowerCase(Locale.ROOT);
        return name.endsWith(".gltf") || name.endsWith(".glb");
    }

    /**
     * Reads a file. Pictures that lie within it are put into a temporary folder, which is deleted
     * when the process ends.
     *
     * @param notes receives what is left out, one sentence each
     * @throws ImageFormatException if it is no glTF 2.0, has no such material, or refers to
     *     pictures outside its own folder; one sentence
     */
    public static GltfMaterial read(Path file, Consumer<String> notes) throws IOException {
        Path folder = Files.createTempDirectory("ikat-gltf");
        try {
            return read(file, folder, notes);
        } finally {
            try (Stream<Path> extracted = Files.walk(folder)) {
                extracted.forEach(one -> one.toFile().deleteOnExit()); // the deepest first
            }
        }
    }

    /**
     * Reads a file.
     *
     * @param folder for pictures that lie within it
     */
    static GltfMaterial read(Path file, Path folder, Consumer<String> notes) throws IOException {
        GltfFile gltf = GltfFile.open(file);
        List<JsonNode> materials = new ArrayList<>();
        gltf.list("materials").forEach(materials::add);
        int first = 0;
        while (first < materials.size() && !isPainted(materials.get(first))) {
            first++;
        }
        if (first == materials.size()) {
            throw new ImageFormatException(
                    gltf.name(),
                    "has no material whose base colour is a picture; give the picture itself");
        }
        JsonNode material = materials.remove(first);
        if (!materials.isEmpty()) {
            notes.accept(
                    "one material of %s is learned; left out: %s"
                            .formatted(gltf.name(), names(materials)));
        }
        return new Reader(gltf, material, extracted(file, folder), notes).read();
    }

    private static boolean isPainted(JsonNode material) {
        return material.path(SURFACE).path(BASE).isObject();
    }

    private static String names(List<JsonNode> materials) {
        return materials.stream()
                        .limit(MOST_NAMED)
                        .map(one -> Excerpt.of(one.path("name").asString("without a name")))
                        .collect(Collectors.joining(", "))
                + (materials.size() > MOST_NAMED
                        ? " and %d more".formatted(materials.size() - MOST_NAMED)
                        : "");
    }

    /** Where pictures go: below the name of the file's folder, which tells two files apart. */
    private static Path extracted(Path file, Path folder) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        Path above = parent == null ? null : parent.getFileName();
        String name = GltfFile.nameOf(file);
        int dot = name.lastIndexOf('.');
        return folder.resolve(above == null ? "material" : above.toString())
                .resolve(dot > 0 ? name.substring(0, dot) : name);
    }

    /**
     * Reads one material.
     *
     * @param extracted where pictures that lie within the file are put, with more behind the name
     */
    private record Reader(
            GltfFile gltf, JsonNode material, Path extracted, Consumer<String> notes) {

        GltfMaterial read() throws IOException {
            JsonNode surface = material.path(SURFACE);
            JsonNode base = surface.path(BASE);
            Path colours = picture(base, "");
            List<MapStack.Source> maps = new ArrayList<>();
            add(maps, NORMAL, material, MapRole.NORMAL_GL, "_normal");
            JsonNode packed = surface.path(PACKED);
            JsonNode occlusion = material.path(OCCLUSION);
            if (isOnColours(packed)
                    && isOnColours(occlusion)
                    && image(packed).equals(image(occlusion))) {
                add(maps, PACKED, surface, MapRole.ORM, "_orm");
            } else {
                add(maps, PACKED, surface, MapRole.METALLIC_ROUGHNESS, "_mr");
                add(maps, OCCLUSION, material, MapRole.OCCLUSION, "_ao");
            }
            if (material.path("alphaMode").asString("OPAQUE").matches("MASK|BLEND")
                    && isTransparent(colours)) {
                maps.add(new MapStack.Source(colours, MapRole.OPACITY));
            }
            tellTheRest(surface, base);
            return new GltfMaterial(colours, maps);
        }

        private void add(
                List<MapStack.Source> maps, String key, JsonNode owner, MapRole role, String suffix)
                throws IOException {
            JsonNode texture = owner.path(key);
            if (texture.isObject() && !isOnColours(texture)) {
                notes.accept(
                        "%s of %s is left out, as it does not lie on the colours (texCoord or %s)"
                                .formatted(key, gltf.name(), TRANSFORM));
            } else if (texture.isObject()) {
                maps.add(new MapStack.Source(picture(texture, suffix), role));
            }
        }

        private boolean isOnColours(JsonNode texture) {
            return texture.isObject()
                    && place(texture).equals(place(material.path(SURFACE).path(BASE)));
        }

        private static String place(JsonNode texture) {
            return texture.path("texCoord").asInt(0)
                    + texture.path("extensions").path(TRANSFORM).toString();
        }

        /** The image of a texture; some are in WebP only, by an extension. */
        private JsonNode image(JsonNode texture) throws IOException {
            JsonNode source = gltf.element("textures", texture, "index");
            JsonNode webp = source.path("extensions").path("EXT_texture_webp");
            JsonNode owner = source.has("source") ? source : webp;
            if (!owner.has("source")) {
                throw new ImageFormatException(
                        gltf.name(),
                        "has a picture in a format that is not read; export it with PNG or JPEG");
            }
            return gltf.element("images", owner, "source");
        }

        private Path picture(JsonNode texture, String suffix) throws IOException {
            return gltf.picture(
                    image(texture), extracted.resolveSibling(GltfFile.nameOf(extracted) + suffix));
        }

        private static boolean isTransparent(Path picture) {
            try {
                Pixels data = ImageFiles.readData(picture, new ArrayList<>());
                int alpha = data.channels() - 1;
                return alpha % 2 == 1 && !MapStack.isOpaque(data, alpha);
            } catch (IOException e) {
                return false; // what is wrong with it is told where it is learned
            }
        }

        /** Notes what is not learned. */
        private void tellTheRest(JsonNode surface, JsonNode base) {
            if (base.path("extensions").has(TRANSFORM)) {
                leftOut(TRANSFORM);
            }
            if (material.has("emissiveTexture")) {
                leftOut("emissiveTexture");
            }
            material.path("extensions").propertyNames().stream()
                    .limit(MOST_NAMED)
                    .forEach(name -> leftOut(Excerpt.plain(name, 60)));
            factor(surface, BASE, surface.path("baseColorFactor"), "baseColorFactor");
            factor(surface, PACKED, surface.path("metallicFactor"), "metallicFactor");
            factor(surface, PACKED, surface.path("roughnessFactor"), "roughnessFactor");
            factor(material, NORMAL, material.path(NORMAL).path("scale"), "the scale of normals");
            factor(
                    material,
                    OCCLUSION,
                    material.path(OCCLUSION).path("strength"),
                    "the strength of occlusion");
        }

        private void leftOut(String what) {
            notes.accept("%s of %s is left out".formatted(what, gltf.name()));
        }

        /** Notes a factor of a picture other than 1. */
        private void factor(JsonNode owner, String key, JsonNode factor, String what) {
            if (owner.has(key) && !isOne(factor)) {
                notes.accept(
                        "%s of %s is %s, but the picture is learned as it is"
                                .formatted(
                                        what, gltf.name(), Excerpt.plain(factor.toString(), 60)));
            }
        }

        private static boolean isOne(JsonNode factor) {
            return factor.isMissingNode()
                    || factor.isNumber() && factor.doubleValue() == 1
                    || factor.isArray() && factor.valueStream().allMatch(Reader::isOne);
        }
    }
}
