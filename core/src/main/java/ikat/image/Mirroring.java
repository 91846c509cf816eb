package ikat.image;

/** Whether patches are cut as the picture shows them. */
public enum Mirroring {
    /** As the picture shows them. */
    NONE,
    /**
     * Turned left to right, upside down, both or neither, each as likely: four times the picture,
     * if it has no direction.
     */
    RANDOM
}
