package ikat.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message in the encoding of Protocol Buffers: fields of a number and a value, one after the
 * other. Holds references to the values of tensors until it is written, so that a message in a
 * message in a message copies none of them.
 */
final class ProtobufMessage {

    private static final int VARINT = 0;
    private static final int DELIMITED = 2;
    private static final int FOUR_BYTES = 5;
    private static final int CHUNK_VALUES = 1 << 14;

    private final List<Part> parts = new ArrayList<>();
    private long length;

    /** A run of bytes of a message. */
    private interface Part {

        void writeTo(OutputStream out) throws IOException;
    }

    /** Adds a whole number, of any of the types that are encoded as such, or an enum's. */
    ProtobufMessage number(int field, long value) {
        return bytes(varint(tag(field, VARINT))).bytes(varint(value));
    }

    /** Adds a number of single precision. */
    ProtobufMessage number(int field, float value) {
        return bytes(varint(tag(field, FOUR_BYTES))).bytes(littleEndian(new float[] {value}, 0, 1));
    }

    /** Adds a text. */
    ProtobufMessage text(int field, String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        return head(field, encoded.length).bytes(encoded);
    }

    /** Adds a message, as it is now. */
    ProtobufMessage message(int field, ProtobufMessage inner) {
        return head(field, inner.length).fields(inner);
    }

    /** Adds the fields of another message, as it is now. */
    ProtobufMessage fields(ProtobufMessage other) {
        parts.addAll(other.parts);
        length += other.length;
        return this;
    }

    /**
     * Adds a field of bytes: numbers of single precision, little-endian; the array is not copied.
     */
    ProtobufMessage raw(int field, float[] values) {
        head(field, (long) Float.BYTES * values.length);
        parts.add(
                out -> {
                    for (int at = 0; at < values.length; at += CHUNK_VALUES) {
                        int count = Math.min(CHUNK_VALUES, values.length - at);
                        out.write(littleEndian(values, at, count));
                    }
                });
        length += (long) Float.BYTES * values.length;
        return this;
    }

    /** The number of bytes of the message. */
    long length() {
        return length;
    }

    /** Writes the message. */
    void writeTo(OutputStream out) throws IOException {
        for (Part part : parts) {
            part.writeTo(out);
        }
    }

    private ProtobufMessage head(int field, long size) {
        return bytes(varint(tag(field, DELIMITED))).bytes(varint(size));
    }

    private ProtobufMessage bytes(byte[] bytes) {
        parts.add(out -> out.write(bytes));
        length += bytes.length;
        return this;
    }

    private static long tag(int field, int type) {
        return (long) field << 3 | type;
    }

    /** Seven bits a byte, the lowest first; the eighth says whether more follow. */
    private static byte[] varint(long value) {
        byte[] bytes = new byte[10];
        int count = 0;
        long rest = value;
        do {
            long low = rest & 0x7f;
            rest >>>= 7;
            bytes[count++] = (byte) (rest == 0 ? low : low | 0x80);
        } while (rest != 0);
        return Arrays.copyOf(bytes, count);
    }

    private static byte[] littleEndian(float[] values, int from, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values, from, count);
        return bytes.array();
    }
}
