package ikat.score;

/** Differences of pixel values that nobody sees. */
final class Levels {

    /** One of 255 steps from black to white, on the scale from -1 to 1. */
    static final double ONE = 2 / 255.0;

    private Levels() {}
}
