package ikat.model;

import ikat.io.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes safetensors files, one tensor after the other: F32 tensors in the given order, then F16
 * tensors, then bytes, so that every value is aligned to its size.
 */
final class SafetensorsWriter {

    private static final int ALIGNMENT_BYTES = 8;
    private static final int CHUNK_VALUES = 1 << 14;

    private final Safetensors content;
    private final Map<String, Dtype> dtypes;
    private final List<String> names;

    private SafetensorsWriter(Safetensors content, Map<String, Dtype> dtypes) {
        this.content = content;
        this.dtypes = dtypes;
        this.names =
                content.tensors().keySet().stream()
                        .sorted(Comparator.comparing(this::dtype))
                        .toList();
    }

    /** Writes the tensors of the given names as F16 or U8, the others as F32. */
    static void write(Safetensors content, Map<String, Dtype> dtypes, Path file)
            throws IOException {
        SafetensorsWriter writer = new SafetensorsWriter(content, dtypes);
        AtomicFile.write(
                file,
                temporary -> {
                    try (FileChannel channel =
                            FileChannel.open(
                                    temporary,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE)) {
                        writer.write(channel);
                    }
                });
    }

    private void write(FileChannel channel) throws IOException {
        writeHeader(channel);
        for (String name : names) {
            writeValues(weight(name).values(), dtype(name), channel);
        }
    }

    private Weight weight(String name) {
        return Objects.requireNonNull(content.tensors().get(name));
    }

    private Dtype dtype(String name) {
        return dtypes.getOrDefault(name, Dtype.F32);
    }

    private void writeHeader(FileChannel channel) throws IOException {
        byte[] json = ModelJson.write(header()).getBytes(StandardCharsets.UTF_8);
        int length = (json.length + ALIGNMENT_BYTES - 1) / ALIGNMENT_BYTES * ALIGNMENT_BYTES;
        if (length > SafetensorsHeader.LONGEST) {
            throw new IOException(
                    "its header has %s bytes, but may have at most %s"
                            .formatted(length, SafetensorsHeader.LONGEST));
        }
        byte[] padded = Arrays.copyOf(json, length);
        Arrays.fill(padded, json.length, length, (byte) ' ');
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        drain(head.putLong(length).put(padded).flip(), channel);
    }

    private Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        if (!content.metadata().isEmpty()) {
            header.put(SafetensorsHeader.METADATA, content.metadata());
        }
        long at = 0;
        for (String name : names) {
            long end = at + (long) dtype(name).bytes * weight(name).values().length;
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", dtype(name).name());
            entry.put("shape", weight(name).shape());
            entry.put("data_offsets", new long[] {at, end});
            header.put(name, entry);
            at = end;
        }
        return header;
    }

    private static void writeValues(float[] values, Dtype dtype, FileChannel channel)
            throws IOException {
        ByteBuffer chunk =
                ByteBuffer.allocate(CHUNK_VALUES * dtype.bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < values.length; at += CHUNK_VALUES) {
            int count = Math.min(CHUNK_VALUES, values.length - at);
            chunk.clear();
            for (int i = at; i < at + count; i++) {
                switch (dtype) {
                    case F16 -> chunk.putShort(Dtype.halfBits(values[i]));
                    case U8 -> chunk.put((byte) values[i]);
                    default -> chunk.putFloat(values[i]);
                }
            }
            drain(chunk.flip(), channel);
        }
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
