package ikat.lab.figures;

/** Whether a figure shows the pictures that were learned from. */
public enum Shown {
    ALL,
    /** For pictures that may be learned from but not shown. */
    RENDERINGS
}
