package ikat.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a message, read as the encoding is described, for what is written to be read. */
final class ProtobufFields {

    private final Map<Integer, List<Object>> values = new TreeMap<>();

    private ProtobufFields() {}

    static ProtobufFields of(byte[] message) {
        ProtobufFields fields = new ProtobufFields();
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long tag = varint(in);
            Object value =
                    switch ((int) (tag & 7)) {
                        case 0 -> varint(in);
                        case 2 -> bytes(in, varint(in));
                        case 5 -> in.getFloat();
                        default -> throw new IllegalArgumentException("tag " + tag);
                    };
            fields.values.computeIfAbsent((int) (tag >> 3), any -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static byte[] bytes(ByteBuffer in, long count) {
        byte[] bytes = new byte[Math.toIntExact(count)];
        in.get(bytes);
        return bytes;
    }

    List<Object> all(int field) {
        return values.getOrDefault(field, List.of());
    }

    long number(int field) {
        return (Long) all(field).get(0);
    }

    List<Long> numbers(int field) {
        return all(field).stream().map(Long.class::cast).toList();
    }

    String text(int field) {
        return texts(field).get(0);
    }

    List<String> texts(int field) {
        return all(field).stream()
                .map(bytes -> new String((byte[]) bytes, StandardCharsets.UTF_8))
                .toList();
    }

    ProtobufFields message(int field) {
        return messages(field).get(0);
    }

    List<ProtobufFields> messages(int field) {
        return all(field).stream().map(bytes -> of((byte[]) bytes)).toList();
    }
}
