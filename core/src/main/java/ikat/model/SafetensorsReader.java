package ikat.model;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads safetensors files: 8 bytes of header length (little-endian), a JSON header, the values. All
 * three are untrusted; see the <a
 * href="https://github.com/huggingface/safetensors#format">format</a>.
 */
final class SafetensorsReader {

    private static final int LENGTH_BYTES = 8;
    private static final int CHUNK_BYTES = 1 << 16;

    private final FileChannel channel;

    private SafetensorsReader(FileChannel channel) {
        this.channel = channel;
    }

    static Safetensors read(Path file, long mostValues) throws IOException {
        checkKind(file);
        try (FileChannel channel = FileChannel.open(file)) {
            return new SafetensorsReader(channel).read(mostValues);
        } catch (AccessDeniedException e) {
            throw new AccessDeniedException(file.toString(), null, "no permission to read it");
        } catch (IllegalArgumentException | EOFException e) {
            throw new ModelFormatException(file + ": " + e.getMessage(), e);
        }
    }

    private static void checkKind(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new ModelFormatException(file + " is a folder; name a safetensors file in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ModelFormatException(file + " is a device, but must be a regular file");
        }
    }

    private Safetensors read(long mostValues) throws IOException {
        long size = channel.size();
        if (size < LENGTH_BYTES + 2) {
            throw new IllegalArgumentException(
                    "the file has " + size + " bytes, but a safetensors file has at least 10");
        }
        int length = headerLength(size);
        SafetensorsHeader header = HeaderParser.parse(headerText(length));
        header.checkLayout(size - LENGTH_BYTES - length);
        header.checkCount(mostValues);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        Map<String, Weight> tensors = new LinkedHashMap<>();
        for (SafetensorsHeader.Entry entry : header.entries()) {
            tensors.put(entry.name(), new Weight(entry.shape(), values(entry, chunk)));
        }
        return new Safetensors(tensors, header.metadata());
    }

    private int headerLength(long size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH_BYTES);
        fill(bytes);
        long length = bytes.order(ByteOrder.LITTLE_ENDIAN).getLong();
        long longest = Math.min(size - LENGTH_BYTES, SafetensorsHeader.LONGEST);
        if (length < 2 || length > longest) {
            throw new IllegalArgumentException(
                    ("the header length is %s, but must be from 2 to %s; the file is cut or no"
                                    + " safetensors file")
                            .formatted(Long.toUnsignedString(length), longest));
        }
        return (int) length;
    }

    private String headerText(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        fill(bytes);
        if (bytes.get(0) != '{') {
            throw new IllegalArgumentException(
                    "the header begins with byte "
                            + (bytes.get(0) & 0xff)
                            + ", but must begin with {; the file is no safetensors file");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the header is not UTF-8 text", e);
        }
    }

    private float[] values(SafetensorsHeader.Entry entry, ByteBuffer chunk) throws IOException {
        float[] values = new float[Math.toIntExact(entry.count())];
        int at = 0;
        while (at < values.length) {
            int count = Math.min(values.length - at, CHUNK_BYTES / entry.dtype().bytes);
            fill(chunk.clear().limit(count * entry.dtype().bytes));
            chunk.order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < count; i++) {
                values[at + i] = entry.dtype().next(chunk);
            }
            at += count;
        }
        return values;
    }

    /** Fills a buffer up to its limit and flips it. */
    private void fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        buffer.flip();
    }
}
