package ikat.score;

/**
 * The distance of a candidate to the exemplar in one respect, as a multiple of the distance between
 * parts of the exemplar.
 *
 * @param name for programs: {@code patches}
 * @param title for readers: {@code patches (sliced Wasserstein)}
 * @param value about 1 for more of the same texture; larger for another one
 * @param counts whether it is part of the overall figure; others explain those that are
 */
public record Ratio(String name, String title, double value, boolean counts) {}
