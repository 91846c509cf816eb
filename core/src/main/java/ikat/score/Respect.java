package ikat.score;

import java.util.Locale;

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
