package ikat.material;

import ikat.image.ImageFormatException;
import ikat.text.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A glTF 2.0 file, as text or binary, and the pictures that it holds or refers to (Khronos glTF 2.0
 * specification, sections 3 and 4.4). Only files in its own folder and below are ever read.
 */
final class GltfFile {

    private static final int MAGIC = 0x46546C67;
    private static final int JSON_CHUNK = 0x4E4F534A;
    private static final int BINARY_CHUNK = 0x004E4942;
    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int MOST_JSON = 64 << 20;
    private static final int MOST_PICTURE = 256 << 20;
    private static final String DATA = "data:";
    private static final String BASE64 = ";base64,";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(200)
                                                    .maxStringLength(MOST_JSON)
                                                    .maxTokenCount(4_000_000)
                                                    .build())
                                    .build())
                    .build();

    private final Path file;
    private final String name;
    private final JsonNode root;
    private final long binaryAt;
    private final long binaryLength;

    private GltfFile(Path file, JsonNode root, long binaryAt, long binaryLength) {
        this.file = file;
        this.name = nameOf(file);
        this.root = root;
        this.binaryAt = binaryAt;
        this.binaryLength = binaryLength;
    }

    /**
     * Reads all but the pictures.
     *
     * @throws ImageFormatException if the file does not exist or is no glTF 2.0; one sentence
     */
    static GltfFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ImageFormatException(
                    file,
                    Files.exists(file)
                            ? "is not a plain file; give a glTF file"
                            : "does not exist; check the path");
        }
        String name = nameOf(file);
        long size = Files.size(file);
        ByteBuffer start = little(part(file, 0, (int) Math.min(size, HEADER + CHUNK_HEADER)));
        if (start.remaining() < 4 || start.getInt() != MAGIC) {
            return new GltfFile(file, json(file, 0, size), 0, 0);
        }
        if (start.remaining() < HEADER + CHUNK_HEADER - 4) {
            throw new ImageFormatException(name, "is cut off; export it again");
        }
        int version = start.getInt();
        if (version != 2) {
            throw new ImageFormatException(
                    name, "is glTF %d, but must be glTF 2; export it as that".formatted(version));
        }
        long claimed = Integer.toUnsignedLong(start.getInt());
        long length = Integer.toUnsignedLong(start.getInt());
        if (claimed > size || HEADER + CHUNK_HEADER + length > size) {
            throw new ImageFormatException(
                    name,
                    "is cut off: it has %d bytes, but needs %d; export it again"
                            .formatted(size, Math.max(claimed, HEADER + CHUNK_HEADER + length)));
        }
        if (start.getInt() != JSON_CHUNK) {
            throw new ImageFormatException(
                    name, "is damaged: it does not begin with its JSON; export it again");
        }
        JsonNode root = json(file, HEADER + CHUNK_HEADER, length);
        long binary = HEADER + 2L * CHUNK_HEADER + length;
        return new GltfFile(file, root, binary, binaryLength(file, size, binary));
    }

    /** The length of the second chunk, if it holds the binary data and is whole. */
    private static long binaryLength(Path file, long size, long at) throws IOException {
        if (at > size) {
            return 0;
        }
        ByteBuffer header = little(part(file, at - CHUNK_HEADER, CHUNK_HEADER));
        long length = Integer.toUnsignedLong(header.getInt());
        return header.getInt() == BINARY_CHUNK ? Math.min(length, size - at) : 0;
    }

    private static JsonNode json(Path file, long at, long length) throws IOException {
        String name = nameOf(file);
        if (length > MOST_JSON) {
            throw new ImageFormatException(
                    name,
                    "has %d MB of JSON, but at most %d are read; export it as .glb"
                            .formatted(length >> 20, MOST_JSON >> 20));
        }
        JsonNode root;
        try {
            root = JSON.readTree(part(file, at, (int) length));
        } catch (JacksonException e) {
            throw new ImageFormatException(
                    name, "is no glTF file: its JSON cannot be read; export it again");
        }
        if (!root.path("asset").path("version").asString("").startsWith("2.")) {
            throw new ImageFormatException(
                    name, "is no glTF 2 file: its asset has no version 2.0; export it as that");
        }
        return root;
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The file, for messages. */
    String name() {
        return name;
    }

    /** One of the lists of the file; empty if it has none. */
    JsonNode list(String key) {
        return root.path(key);
    }

    /**
     * An element of a list to which another element refers.
     *
     * @throws ImageFormatException if there is no such element
     */
    JsonNode element(String list, JsonNode owner, String key) throws ImageFormatException {
        JsonNode index = owner.path(key);
        JsonNode all = list(list);
        long at = whole(index, -1);
        if (!all.isArray() || at < 0 || at >= all.size()) {
            throw damaged(
                    "%s is %s, but it has %d %s"
                            .formatted(
                                    key,
                                    Excerpt.of(index.asString("not a number")),
                                    all.isArray() ? all.size() : 0,
                                    list));
        }
        return all.get((int) at);
    }

    /**
     * The file of a picture.
     *
     * @param image an element of {@code images}
     * @param extracted where a picture that lies within the file is put, without an ending
     * @throws ImageFormatException if it lies elsewhere, or cannot be found
     */
    Path picture(JsonNode image, Path extracted) throws IOException {
        String uri = image.path("uri").asString("");
        if (!uri.isEmpty() && !isData(uri)) {
            return beside(uri);
        }
        byte[] bytes =
                uri.isEmpty() ? view(element("bufferViews", image, "bufferView")) : data(uri);
        if (bytes.length == 0) {
            throw damaged("one of its pictures is empty");
        }
        String ending = (bytes[0] & 0xff) == 0xff ? ".jpg" : bytes[0] == 'R' ? ".webp" : ".png";
        Path target = extracted.resolveSibling(nameOf(extracted) + ending);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        return Files.write(target, bytes);
    }

    private byte[] view(JsonNode view) throws IOException {
        JsonNode buffer = element("buffers", view, "buffer");
        long from = whole(view.path("byteOffset"), 0);
        long length = whole(view.path("byteLength"), -1);
        if (from < 0 || length < 1 || length > MOST_PICTURE) {
            throw damaged(
                    "a picture has %d bytes from byte %d, but must have 1 to %d"
                            .formatted(length, from, MOST_PICTURE));
        }
        String uri = buffer.path("uri").asString("");
        if (isData(uri)) {
            byte[] all = data(uri);
            checkInside(from, length, all.length);
            return Arrays.copyOfRange(all, (int) from, (int) (from + length));
        }
        if (uri.isEmpty()) {
            checkInside(from, length, binaryLength);
            return part(file, binaryAt + from, (int) length);
        }
        Path other = beside(uri);
        checkInside(from, length, Files.size(other));
        return part(other, from, (int) length);
    }

    private void checkInside(long from, long length, long size) throws ImageFormatException {
        if (length > size || from > size - length) {
            throw new ImageFormatException(
                    name,
                    ("is damaged or cut off: a picture lies at byte %d with %d bytes, but its"
                                    + " buffer has %d; export it again")
                            .formatted(from, length, size));
        }
    }

    private static boolean isData(String uri) {
        return uri.startsWith(DATA);
    }

    private byte[] data(String uri) throws ImageFormatException {
        int at = uri.indexOf(BASE64);
        try {
            if (at >= 0) {
                return Base64.getDecoder().decode(uri.substring(at + BASE64.length()));
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw damaged("the data URI %s is not in base64".formatted(Excerpt.of(uri)));
    }

    /** A file in the folder of this one or below. */
    private Path beside(String uri) throws IOException {
        try {
            String path = decoded(uri);
            Path folder = file.toAbsolutePath().getParent();
            boolean leaves =
                    SCHEME.matcher(uri).lookingAt()
                            || path.startsWith("/")
                            || path.contains("\\")
                            || Arrays.asList(path.split("/")).contains("..");
            if (!leaves && folder != null) {
                Path own = file.resolveSibling(path);
                if (!Files.exists(own)) {
                    throw new ImageFormatException(
                            name,
                            "refers to %s, which does not exist; put it back"
                                    .formatted(Excerpt.of(uri)));
                }
                if (Files.isRegularFile(own) && own.toRealPath().startsWith(folder.toRealPath())) {
                    return own;
                }
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new ImageFormatException(
                name,
                "refers to %s, but only files in its own folder are read; put it there"
                        .formatted(Excerpt.of(uri)));
    }

    private static String decoded(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return uri; // a percent sign that nobody encoded
        }
    }

    private ImageFormatException damaged(String what) {
        return new ImageFormatException(name, "is damaged: " + what + "; export it again");
    }

    private static long whole(JsonNode number, long missing) {
        return number.isIntegralNumber() && number.canConvertToLong()
                ? number.longValue()
                : number.isMissingNode() ? missing : -1;
    }

    private static byte[] part(Path file, long at, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(at);
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new ImageFormatException(nameOf(file), "is cut off; export it again");
            }
            return bytes;
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
