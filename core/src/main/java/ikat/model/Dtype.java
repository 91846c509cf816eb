package ikat.model;

import ikat.text.Excerpt;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Number formats of safetensors files that can be read as float. */
enum Dtype {
    /** IEEE 754, 32 bits. */
    F32(4) {
        @Override
        float next(ByteBuffer source) {
            return source.getFloat();
        }
    },
    /** IEEE 754, 16 bits: 1 sign, 5 exponent, 10 fraction. */
    F16(2) {
        @Override
        float next(ByteBuffer source) {
            int bits = source.getShort();
            int exponent = (bits >>> 10) & 0x1f;
            int fraction = bits & 0x3ff;
            float size =
                    switch (exponent) {
                        case 0 -> fraction * 0x1p-24f;
                        case 0x1f -> Float.intBitsToFloat(0x7f800000 | fraction << 13);
                        default -> Float.intBitsToFloat((exponent + 112) << 23 | fraction << 13);
                    };
            return (bits & 0x8000) == 0 ? size : -size;
        }
    },
    /** The upper half of an F32. */
    BF16(2) {
        @Override
        float next(ByteBuffer source) {
            return Float.intBitsToFloat(source.getShort() << 16);
        }
    },
    /** A byte, 0 to 255. */
    U8(1) {
        @Override
        float next(ByteBuffer source) {
            return source.get() & 0xff;
        }
    };

    /** Midpoint between the largest F16, 65504, and what would be the next one. */
    private static final float BEYOND_HALF = 65520;

    private static final float LEAST_NORMAL_HALF = 0x1p-14f;

    /** Bytes per value. */
    final int bytes;

    Dtype(int bytes) {
        this.bytes = bytes;
    }

    /** Reads one value from a little-endian buffer. */
    abstract float next(ByteBuffer source);

    /** Whether all values round to finite F16 values. */
    static boolean fitHalf(float[] values) {
        for (float value : values) {
            if (!(Math.abs(value) < BEYOND_HALF)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Bits of the nearest F16; ties round to even.
     *
     * @param value a value that {@link #fitHalf} accepts
     */
    static short halfBits(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (size < LEAST_NORMAL_HALF) {
            return (short) (sign | (int) Math.rint(size * 0x1p24f));
        }
        int odd = bits >>> 13 & 1;
        int rounded = (bits & 0x7fffffff) + 0xfff + odd;
        return (short) (sign | (rounded >>> 13) - (112 << 10));
    }

    static Dtype named(String name) {
        return Arrays.stream(values())
                .filter(dtype -> dtype.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "dtype is %s, but only F32, F16, BF16 and U8 are read"
                                                .formatted(Excerpt.of(name))));
    }
}
