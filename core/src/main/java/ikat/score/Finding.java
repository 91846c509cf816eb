package ikat.score;

/**
 * The result of one detector.
 *
 * @param name for programs: {@code checkerboard}
 * @param title for readers: {@code checkerboard}
 * @param value what was measured
 * @param limit the finding is raised above this
 * @param raised whether the fault was found
 * @param words one sentence for the user
 */
public record Finding(
        String name, String title, double value, double limit, boolean raised, String words) {

    /** Share of patches that may be too near to others by chance. */
    public static final double CHANCE = 0.1;
}
