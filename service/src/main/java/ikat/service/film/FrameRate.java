package ikat.service.film;

import java.time.Duration;

/**
 * Frame rate as a fraction, so that times are exact.
 *
 * @param frames a number of frames
 * @param seconds duration of these frames
 */
public record FrameRate(int frames, int seconds) {

    /** The slowest, in frames a second. */
    public static final double LEAST = 0.1;

    /** The fastest, in frames a second. */
    public static final double MOST = 120;

    /** The allowed rates, in words. */
    public static final String ALLOWED = "from " + LEAST + " to " + (int) MOST + ", such as 25";

    /** A rate to three decimals, from {@link #LEAST} to {@link #MOST}. */
    public static FrameRate of(double perSecond) {
        if (!(perSecond >= LEAST && perSecond <= MOST)) {
            throw new IllegalArgumentException(
                    "the rate is " + perSecond + ", but must be from " + LEAST + " to " + MOST);
        }
        int thousandths = (int) Math.round(perSecond * 1000);
        int divisor = divisor(thousandths, 1000);
        return new FrameRate(thousandths / divisor, 1000 / divisor);
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    /** Frames a second. */
    public double perSecond() {
        return (double) frames / seconds;
    }

    /** The number of frames in a duration, rounded. */
    public long count(Duration time) {
        return Math.round(time.toMillis() / 1000.0 * perSecond());
    }
}
