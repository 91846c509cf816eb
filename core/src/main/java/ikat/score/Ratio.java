package ikat.score;

/**
 * How far a candidate is from the exemplar in one respect, as a multiple of how far parts of the
 * exemplar are from each other.
 *
 * @param name for programs: {@code patches}
 * @param title for readers: {@code patches (sliced Wasserstein)}
 * @param value about 1 for more of the exemplar; above 1 for something else
 * @param counts whether it is one of those that the overall figure is made of; others explain them
 */
public record Ratio(String name, String title, double value, boolean counts) {}
