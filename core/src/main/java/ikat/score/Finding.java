package ikat.score;

/**
 * What a detector says about a candidate.
 *
 * @param name for programs: {@code checkerboard}
 * @param title for readers: {@code checkerboard}
 * @param value what was measured
 * @param limit above it the finding is raised; from the exemplar itself where it has a say
 * @param raised whether there is something to mend
 * @param words one sentence about it for the user
 */
public record Finding(
        String name, String title, double value, double limit, boolean raised, String words) {}
