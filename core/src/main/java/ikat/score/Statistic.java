package ikat.score;

import java.util.List;

/** A statistic of swatches; each part of it is a row of numbers, compared number by number. */
interface Statistic {

    /** One of 255 steps from black to white, on the scale from -1 to 1. */
    double LEVEL = 2 / 255.0;

    /** The numbers of a swatch, part by part; the same parts in the same order for all. */
    List<Part> parts(Swatch swatch);

    /**
     * One part of a statistic.
     *
     * @param respect that it belongs to
     * @param name of the part
     * @param numbers of the swatch
     * @param tolerance an invisible difference, the least variation between the exemplar's swatches
     *     that numbers count as having
     */
    record Part(Respect respect, String name, float[] numbers, double tolerance) {}
}
