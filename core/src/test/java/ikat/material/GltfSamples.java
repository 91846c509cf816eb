package ikat.material;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Small glTF files, for tests. */
public final class GltfSamples {

    /** A material of a picture and three maps, of images 0 to 2; the maps share the last one. */
    public static final String MATERIAL =
            """
            "materials": [{"name": "rock",
              "pbrMetallicRoughness": {
                "baseColorTexture": {"index": 0}, "metallicRoughnessTexture": {"index": 2}},
              "normalTexture": {"index": 1}, "occlusionTexture": {"index": 2}}],
            "textures": [{"source": 0}, {"source": 1}, {"source": 2}]
            """;

    private GltfSamples() {}

    /** A file of text with some members. */
    public static String text(String... members) {
        return "{\"asset\": {\"version\": \"2.0\"}, " + String.join(", ", members) + "}";
    }

    /** The list of images that lie in other files, or in data URIs. */
    public static String images(String... uris) {
        StringBuilder images = new StringBuilder();
        for (String uri : uris) {
            images.append(images.isEmpty() ? "" : ", ").append("{\"uri\": \"%s\"}".formatted(uri));
        }
        return "\"images\": [" + images + "]";
    }

    /** A picture as a data URI. */
    public static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** A binary file whose images are three pictures. */
    public static byte[] binary(byte[]... pngs) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        StringBuilder views = new StringBuilder();
        StringBuilder images = new StringBuilder();
        for (int i = 0; i < pngs.length; i++) {
            views.append(i > 0 ? ", " : "")
                    .append("{\"buffer\": 0, \"byteOffset\": %d, ".formatted(all.size()))
                    .append("\"byteLength\": %d}".formatted(pngs[i].length));
            images.append(i > 0 ? ", " : "").append("{\"bufferView\": %d}".formatted(i));
            all.writeBytes(Arrays.copyOf(pngs[i], (pngs[i].length + 3) / 4 * 4));
        }
        return binary(
                text(
                        MATERIAL,
                        "\"images\": [" + images + "]",
                        "\"bufferViews\": [" + views + "]",
                        "\"buffers\": [{\"byteLength\": %d}]".formatted(all.size())),
                all.toByteArray());
    }

    /** A binary file of a text and a buffer. */
    public static byte[] binary(String text, byte[] buffer) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + 3) / 4 * 4);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        int length = 12 + 8 + padded.length + 8 + buffer.length;
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x46546C67)
                .putInt(2)
                .putInt(length)
                .putInt(padded.length)
                .putInt(0x4E4F534A)
                .put(padded)
                .putInt(buffer.length)
                .putInt(0x004E4942)
                .put(buffer)
                .array();
    }

    /**
     * A PNG whose pixels all differ.
     *
     * @param type of {@link BufferedImage}
     */
    public static byte[] png(int side, int type, int seed) throws IOException {
        BufferedImage image = new BufferedImage(side, side, type);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, (i * 7919 + seed) * 0x01010305);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
