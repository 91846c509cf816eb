package ikat.image;

import org.jspecify.annotations.Nullable;

/** Conversion to sRGB of samples that are some power of the light (PNG, third edition, gAMA). */
final class ToneCurve {

    /** Leaves samples as they are. */
    static final ToneCurve NONE = new ToneCurve(null);

    private static final int MOST = 65_535;

    /** The value of each sample of 16 bits; those of 8 bits are among them. */
    private final float @Nullable [] values;

    private ToneCurve(float @Nullable [] values) {
        this.values = values;
    }

    /**
     * The conversion from a power.
     *
     * @param exponent the samples are the light to this power; positive
     */
    static ToneCurve ofPower(double exponent) {
        float[] values = new float[MOST + 1];
        for (int sample = 0; sample <= MOST; sample++) {
            double light = StrictMath.pow(sample / (double) MOST, 1 / exponent);
            values[sample] = (float) Light.encoded(light);
        }
        return new ToneCurve(values);
    }

    /**
     * Converts a row of samples in [0, 1], {@code [width, bands]}, the first bands being colours.
     */
    void apply(float[] row, int bands, int colours) {
        if (values == null) {
            return;
        }
        for (int i = 0; i < row.length; i++) {
            if (i % bands < colours) {
                row[i] = values[Math.round(row[i] * MOST)];
            }
        }
    }
}
