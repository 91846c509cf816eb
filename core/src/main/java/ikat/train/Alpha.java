package ikat.train;

/** What transparent pixels of a picture mean. */
public enum Alpha {
    /** That the material is transparent there: alpha is learned as a map. */
    OPACITY,
    /** That nothing is learned there. */
    MASK
}
