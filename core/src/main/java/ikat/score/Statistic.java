package ikat.score;

import java.util.List;
import java.util.Locale;

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

    /** The respects in which textures are compared; each has one ratio in the overall figure. */
    enum Respect {
        STATISTICS("distributions and correlations"),
        STRUCTURE("edges within and across scales"),
        PATCHES("patches"),
        SPECTRUM("power spectrum"),
        LATTICE("lattice peaks"),
        COLOUR("colour");

        private final String title;

        Respect(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** For programs. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
