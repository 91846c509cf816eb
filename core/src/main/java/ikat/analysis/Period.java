package ikat.analysis;

import java.util.Locale;

/**
 * One of the directions in which a picture repeats.
 *
 * @param pixels distance from crest to crest
 * @param degrees direction across the crests, clockwise from the x axis (y points down), in [-90,
 *     90]
 */
public record Period(double pixels, double degrees) {

    static Period of(Peak peak) {
        return new Period(peak.period(), peak.degrees());
    }

    /** Such as {@code 21.3 px at 60°}; upright crests repeat at 0°, level ones at 90°. */
    @Override
    public String toString() {
        long rounded = Math.round(degrees);
        return String.format(Locale.ROOT, "%.1f px at %d°", pixels, rounded == -90 ? 90 : rounded);
    }
}
