package ikat.score;

import java.util.List;

/**
 * Something to compare swatches by: each part of it is a row of numbers, and textures are compared
 * number by number.
 */
interface Statistic {

    /** The numbers of a swatch, part by part; the same parts in the same order for all. */
    List<Part> parts(Swatch swatch);

    /**
     * One part of a statistic.
     *
     * @param respect that it says something about
     * @param name of the part
     * @param numbers of the swatch
     * @param tolerance a difference that nobody sees: numbers that vary less than this between the
     *     exemplar's swatches count as varying by this
     */
    record Part(Respect respect, String name, float[] numbers, double tolerance) {}
}
