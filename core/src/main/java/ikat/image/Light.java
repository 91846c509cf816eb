package ikat.image;

/**
 * The light that sRGB values stand for, on a scale from 0 to {@link #MOST} (IEC 61966-2-1). Colours
 * that are mixed by distance or by an averaging eye mix as light; the mean of their values is too
 * dark.
 */
public final class Light {

    /** The light of white. */
    public static final int MOST = 65_535;

    private static final int[] OF_VALUE = new int[256];
    private static final byte[] VALUE = new byte[MOST + 1];
    private static final int STEPS = 4096;
    private static final double[] OF_STEP = new double[STEPS + 2];

    static {
        for (int step = 0; step < OF_STEP.length; step++) {
            OF_STEP[step] = decoded(Math.min(1, (double) step / STEPS));
        }
        for (int value = 0; value < OF_VALUE.length; value++) {
            OF_VALUE[value] = (int) Math.round(MOST * decoded(value / 255.0));
        }
        for (int light = 0; light <= MOST; light++) {
            VALUE[light] = (byte) Math.round(255 * encoded(light / (double) MOST));
        }
    }

    private Light() {}

    /** The light of a value, of which the lowest eight bits count. */
    public static int of(byte value) {
        return OF_VALUE[value & 0xff];
    }

    /** The value nearest to an amount of light from 0 to {@link #MOST}. */
    public static byte value(long light) {
        return VALUE[(int) light];
    }

    /** The same for what may lie outside of the range, as where an interpolation overshoots. */
    public static byte value(float light) {
        return VALUE[Math.round(Math.max(0, Math.min(MOST, light)))];
    }

    /** The light of a value, both from 0 to 1. */
    public static double decoded(double value) {
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }

    /**
     * The light of a value, both from 0 to 1, as interpolated in a table: within 1e-7, in a tenth
     * of the time.
     */
    public static double lookedUp(double value) {
        double at = value * STEPS;
        int step = (int) at;
        return OF_STEP[step] + (at - step) * (OF_STEP[step + 1] - OF_STEP[step]);
    }

    /** The value of an amount of light, both from 0 to 1. */
    public static double encoded(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
    }
}
