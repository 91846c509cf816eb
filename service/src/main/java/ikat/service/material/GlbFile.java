package ikat.service.material;

import ikat.service.material.MaterialTarget.Role;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A binary glTF 2.0 file: a material, on a plane a metre wide and on a sphere beside it (Khronos
 * glTF 2.0 specification, sections 3 and 4.4).
 */
final class GlbFile {

    private static final int MAGIC = 0x46546C67;
    private static final int JSON_CHUNK = 0x4E4F534A;
    private static final int BINARY_CHUNK = 0x004E4942;
    private static final int FLOATS = 5126;
    private static final int SHORTS = 5123;
    private static final int VERTICES = 34962;
    private static final int INDICES = 34963;
    private static final int REPEAT = 10497;
    private static final int LINEAR = 9729;
    private static final int MIPMAPS = 9987;
    private static final int RINGS = 48;

    private final String name;
    private final double aspect;
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final List<Object> views = new ArrayList<>();
    private final List<Object> accessors = new ArrayList<>();
    private final List<Object> images = new ArrayList<>();
    private final List<Object> textures = new ArrayList<>();
    private final Map<Role, Integer> roles = new LinkedHashMap<>();

    /**
     * A file without pictures.
     *
     * @param aspect width of the pictures by their height
     */
    GlbFile(String name, double aspect) {
        this.name = name;
        this.aspect = aspect;
    }

    /**
     * Adds a picture.
     *
     * @param what its name, by which programs list it
     */
    void add(Role role, String what, byte[] png) {
        images.add(Map.of("name", what, "bufferView", view(png, 0), "mimeType", "image/png"));
        textures.add(Map.of("sampler", 0, "source", images.size() - 1));
        roles.put(role, textures.size() - 1);
    }

    /** The file. */
    byte[] bytes(boolean transparent) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("asset", Map.of("version", "2.0", "generator", "Ikat"));
        all.put("scene", 0);
        all.put("scenes", List.of(Map.of("nodes", List.of(0, 1))));
        all.put("nodes", List.of(node("plane", 0, -0.6), node("sphere", 1, 0.6)));
        all.put("meshes", List.of(mesh("plane", plane()), mesh("sphere", sphere())));
        all.put("materials", List.of(material(transparent)));
        all.put("textures", textures);
        all.put("images", images);
        all.put(
                "samplers",
                List.of(
                        Map.of(
                                "magFilter",
                                LINEAR,
                                "minFilter",
                                MIPMAPS,
                                "wrapS",
                                REPEAT,
                                "wrapT",
                                REPEAT)));
        all.put("accessors", accessors);
        all.put("bufferViews", views);
        byte[] data = padded(binary.toByteArray(), (byte) 0);
        all.put("buffers", List.of(Map.of("byteLength", data.length)));
        byte[] json =
                padded(
                        JsonMapper.shared()
                                .writeValueAsString(all)
                                .getBytes(StandardCharsets.UTF_8),
                        (byte) ' ');
        int length = 12 + 8 + json.length + 8 + data.length;
        return little(length)
                .putInt(MAGIC)
                .putInt(2)
                .putInt(length)
                .putInt(json.length)
                .putInt(JSON_CHUNK)
                .put(json)
                .putInt(data.length)
                .putInt(BINARY_CHUNK)
                .put(data)
                .array();
    }

    private static Map<String, Object> node(String name, int mesh, double x) {
        return Map.of("name", name, "mesh", mesh, "translation", List.of(x, 0.0, 0.0));
    }

    private Map<String, Object> material(boolean transparent) {
        Map<String, Object> surface = new LinkedHashMap<>();
        texture(Role.COLOUR, surface, "baseColorTexture");
        texture(Role.PACKED, surface, "metallicRoughnessTexture");
        if (!roles.containsKey(Role.PACKED)) {
            surface.put("metallicFactor", 0);
            surface.put("roughnessFactor", 0.5);
        }
        Map<String, Object> material = new LinkedHashMap<>();
        material.put("name", name);
        material.put("pbrMetallicRoughness", surface);
        texture(Role.NORMAL, material, "normalTexture");
        texture(Role.PACKED, material, "occlusionTexture");
        if (transparent) {
            material.put("alphaMode", "BLEND");
        }
        material.put("doubleSided", true);
        return material;
    }

    private void texture(Role role, Map<String, Object> into, String key) {
        Integer index = roles.get(role);
        if (index != null) {
            into.put(key, Map.of("index", index));
        }
    }

    private static Map<String, Object> mesh(String name, Map<String, Object> primitive) {
        return Map.of("name", name, "primitives", List.of(primitive));
    }

    private Map<String, Object> plane() {
        float half = 0.5f;
        float rise = (float) (half / aspect);
        return primitive(
                new float[] {-half, -rise, 0, half, -rise, 0, half, rise, 0, -half, rise, 0},
                new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1},
                new float[] {1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1},
                new float[] {0, 1, 1, 1, 1, 0, 0, 0},
                new int[] {0, 1, 2, 0, 2, 3});
    }

    /** Around the sphere the picture repeats so often that it is not stretched at the equator. */
    private Map<String, Object> sphere() {
        int columns = 2 * RINGS;
        int count = (columns + 1) * (RINGS + 1);
        float[] positions = new float[3 * count];
        float[] normals = new float[3 * count];
        float[] tangents = new float[4 * count];
        float[] places = new float[2 * count];
        int repeats = (int) Math.max(1, Math.round(2 / aspect));
        for (int row = 0; row <= RINGS; row++) {
            double down = Math.PI * row / RINGS;
            for (int column = 0; column <= columns; column++) {
                double around = 2 * Math.PI * column / columns;
                int i = row * (columns + 1) + column;
                double[] direction = {
                    Math.sin(down) * Math.sin(around),
                    Math.cos(down),
                    Math.sin(down) * Math.cos(around)
                };
                for (int c = 0; c < 3; c++) {
                    normals[3 * i + c] = (float) direction[c];
                    positions[3 * i + c] = (float) (0.5 * direction[c]);
                }
                tangents[4 * i] = (float) Math.cos(around);
                tangents[4 * i + 2] = (float) -Math.sin(around);
                tangents[4 * i + 3] = 1;
                places[2 * i] = (float) repeats * column / columns;
                places[2 * i + 1] = (float) row / RINGS;
            }
        }
        int[] indices = new int[6 * columns * (RINGS - 1)]; // at the poles, one triangle of two
        int at = 0;
        for (int row = 0; row < RINGS; row++) {
            for (int column = 0; column < columns; column++) {
                int here = row * (columns + 1) + column;
                int below = here + columns + 1;
                if (row < RINGS - 1) {
                    indices[at++] = here;
                    indices[at++] = below;
                    indices[at++] = below + 1;
                }
                if (row > 0) {
                    indices[at++] = here;
                    indices[at++] = below + 1;
                    indices[at++] = here + 1;
                }
            }
        }
        return primitive(positions, normals, tangents, places, indices);
    }

    private Map<String, Object> primitive(
            float[] positions, float[] normals, float[] tangents, float[] places, int[] indices) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("POSITION", floats(positions, 3, true));
        attributes.put("NORMAL", floats(normals, 3, false));
        if (roles.containsKey(Role.NORMAL)) {
            attributes.put("TANGENT", floats(tangents, 4, false));
        }
        attributes.put("TEXCOORD_0", floats(places, 2, false));
        ByteBuffer shorts = little(2 * indices.length);
        for (int index : indices) {
            shorts.putShort((short) index);
        }
        accessors.add(
                Map.of(
                        "bufferView",
                        view(shorts.array(), INDICES),
                        "componentType",
                        SHORTS,
                        "count",
                        indices.length,
                        "type",
                        "SCALAR"));
        return Map.of("attributes", attributes, "indices", accessors.size() - 1, "material", 0);
    }

    private int floats(float[] values, int components, boolean bounds) {
        ByteBuffer bytes = little(4 * values.length);
        List<Float> least = new ArrayList<>();
        List<Float> most = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            bytes.putFloat(values[i]);
            if (i < components) {
                least.add(values[i]);
                most.add(values[i]);
            } else {
                int c = i % components;
                least.set(c, Math.min(least.get(c), values[i]));
                most.set(c, Math.max(most.get(c), values[i]));
            }
        }
        Map<String, Object> accessor = new LinkedHashMap<>();
        accessor.put("bufferView", view(bytes.array(), VERTICES));
        accessor.put("componentType", FLOATS);
        accessor.put("count", values.length / components);
        accessor.put("type", "VEC" + components);
        if (bounds) {
            accessor.put("min", least);
            accessor.put("max", most);
        }
        accessors.add(accessor);
        return accessors.size() - 1;
    }

    /**
     * Appends bytes to the buffer.
     *
     * @param target what they are for, 0 for pictures
     * @return the index of the view
     */
    private int view(byte[] bytes, int target) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("buffer", 0);
        view.put("byteOffset", binary.size());
        view.put("byteLength", bytes.length);
        if (target > 0) {
            view.put("target", target);
        }
        binary.writeBytes(padded(bytes, (byte) 0));
        views.add(view);
        return views.size() - 1;
    }

    private static byte[] padded(byte[] bytes, byte with) {
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4);
        Arrays.fill(padded, bytes.length, padded.length, with);
        return padded;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
