package ikat.image;

import java.nio.ByteBuffer;
import java.util.Locale;

/** How the samples of a picture are stored; those of several bytes begin with the highest. */
public enum Depth {

    /** 0 to 255. */
    EIGHT(1) {
        @Override
        public double get(byte[] bytes, int at) {
            return bytes[at] & 0xff;
        }

        @Override
        public void put(byte[] bytes, int at, double value) {
            bytes[at] = (byte) Math.round(value);
        }
    },

    /** 0 to 65,535. */
    SIXTEEN(2) {
        @Override
        public double get(byte[] bytes, int at) {
            return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
        }

        @Override
        public void put(byte[] bytes, int at, double value) {
            ByteBuffer.wrap(bytes).putShort(at, (short) Math.round(value));
        }
    },

    /** IEEE 754, 32 bits. */
    FLOAT(4) {
        @Override
        public double get(byte[] bytes, int at) {
            return ByteBuffer.wrap(bytes).getFloat(at);
        }

        @Override
        public void put(byte[] bytes, int at, double value) {
            ByteBuffer.wrap(bytes).putFloat(at, (float) value);
        }
    };

    private final int bytes;

    Depth(int bytes) {
        this.bytes = bytes;
    }

    /** The name in files and reports: {@code eight}, {@code sixteen} or {@code float}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Bytes of a sample. */
    public int bytes() {
        return bytes;
    }

    /** The value that means 1: all of the light, or the highest place. */
    public double one() {
        return this == FLOAT ? 1 : (1 << 8 * bytes) - 1;
    }

    /** The sample that begins at a byte. */
    public abstract double get(byte[] bytes, int at);

    /** Stores a sample, rounded, which must be within the range. */
    public abstract void put(byte[] bytes, int at, double value);
}
