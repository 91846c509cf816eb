package ikat.model;

/** The number format F16 (IEEE 754 binary16): 1 sign, 5 exponent, 10 fraction bits. */
final class Half {

    /** The midpoint between the largest F16, 65504, and what would be the next. */
    private static final float BEYOND = 65520;

    private static final float LEAST_NORMAL = 0x1p-14f;

    private Half() {}

    /** Whether all values round to finite F16. */
    static boolean holds(float[] values) {
        for (float value : values) {
            if (!(Math.abs(value) < BEYOND)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The bits of the nearest F16, the even one of two.
     *
     * @param value as {@link #holds} says
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
