package ikat.analysis;

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
}
