package ikat.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes safetensors files with F32 values, one tensor after the other in the given order. */
final class SafetensorsWriter {

    private static final int ALIGNMENT_BYTES = 8;
    private static final int CHUNK_VALUES = 1 << 14;

    private SafetensorsWriter() {}

    static void write(Safetensors content, Path file) throws IOException {
        AtomicFile.write(
                file,
                temporary -> {
                    try (FileChannel channel =
                            FileChannel.open(
                                    temporary,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE)) {
                        writeHeader(content, channel);
                        for (Weight weight : content.tensors().values()) {
                            writeValues(weight.values(), channel);
                        }
                    }
                });
    }

    private static void writeHeader(Safetensors content, FileChannel channel) throws IOException {
        byte[] json = ModelJson.write(headerOf(content)).getBytes(StandardCharsets.UTF_8);
        int length = (json.length + ALIGNMENT_BYTES - 1) / ALIGNMENT_BYTES * ALIGNMENT_BYTES;
        if (length > SafetensorsHeader.LONGEST) {
            throw new IOException(
                    "its header has "
                            + length
                            + " bytes, but may have at most "
                            + SafetensorsHeader.LONGEST);
        }
        byte[] padded = Arrays.copyOf(json, length);
        Arrays.fill(padded, json.length, length, (byte) ' ');
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        drain(head.putLong(length).put(padded).flip(), channel);
    }

    private static Map<String, Object> headerOf(Safetensors content) {
        Map<String, Object> header = new LinkedHashMap<>();
        if (!content.metadata().isEmpty()) {
            header.put(SafetensorsHeader.METADATA, content.metadata());
        }
        long at = 0;
        for (Map.Entry<String, Weight> tensor : content.tensors().entrySet()) {
            Weight weight = tensor.getValue();
            long end = at + (long) Float.BYTES * weight.values().length;
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", Dtype.F32.name());
            entry.put("shape", weight.shape());
            entry.put("data_offsets", new long[] {at, end});
            header.put(tensor.getKey(), entry);
            at = end;
        }
        return header;
    }

    private static void writeValues(float[] values, FileChannel channel) throws IOException {
        ByteBuffer chunk =
                ByteBuffer.allocate(CHUNK_VALUES * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < values.length; at += CHUNK_VALUES) {
            int count = Math.min(CHUNK_VALUES, values.length - at);
            chunk.clear().limit(count * Float.BYTES);
            chunk.asFloatBuffer().put(values, at, count);
            drain(chunk, channel);
        }
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
