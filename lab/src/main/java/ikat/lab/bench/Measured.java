package ikat.lab.bench;

/**
 * One line of a bench.
 *
 * @param kind render or train
 * @param what the width, or plain libtorch
 * @param size side of the picture or of the patches in pixels
 * @param milliseconds of a picture or a step, the median
 * @param flops multiplications and additions per second
 */
public record Measured(Kind kind, String what, int size, double milliseconds, double flops) {

    /** What was measured. */
    public enum Kind {
        RENDER,
        TRAIN
    }

    /** Pictures or steps per second. */
    public double perSecond() {
        return 1000 / milliseconds;
    }
}
