package ikat.model;

/** The number format F16 (IEEE 754 binary16): 1 sign, 5 exponent, 10 fraction bits. */
final class Half {

    /** Midpoint between the largest F16, 65504, and what would be the next one. */
    private static final float BEYOND = 65520;

    private static final float LEAST_NORMAL = 0x1p-14f;

    private Half() {}

    /** Whether all values round to finite F16 values. */
    static boolean holds(float[] values) {
        for (float value : values) {
            if (!(Math.abs(value) < BEYOND)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Bits of the nearest F16; ties round to even.
     *
     * @param value a value for which {@link #holds} is true
     */
    static short bits(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (size < LEAST_NORMAL) {
            return (short) (sign | (int) Math.rint(size * 0x1p24f));
        }
        int odd = bits >>> 13 & 1;
        int rounded = (bits & 0x7fffffff) + 0xfff + odd;
        return (short) (sign | (rounded >>> 13) - (112 << 10));
    }
}
