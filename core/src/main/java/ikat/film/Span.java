package ikat.film;

/**
 * A run of pixels of the plane along one axis: those that are rendered, and where each wanted one
 * is among them.
 *
 * @param from the first that is rendered
 * @param length how many are
 * @param period after which the plane repeats and the rendered ones with it, 0 for never
 */
record Span(long from, int length, long period) {

    /**
     * The run that covers the pixels from {@code low} to {@code high}: of a plane that repeats
     * within them, a single period, so that all its repetitions are the very same.
     */
    static Span covering(long low, long high, long period) {
        return period > 0 && high - low > period
                ? new Span(0, (int) period, period)
                : new Span(low, Math.toIntExact(high - low), 0);
    }

    /** Where a pixel is among the rendered ones. */
    int index(long pixel) {
        return (int) (period == 0 ? pixel - from : Math.floorMod(pixel, period));
    }
}
