package ikat.film;

/**
 * Frame count, rate and looping of a film.
 *
 * <p>In a loop, the first frame follows the last. Rotations then make whole turns, and their
 * progress is reduced modulo the loop in integer arithmetic, so that the loop closes exactly.
 *
 * @param frames from 1 to 2^24
 * @param rate frames per second, above 0 and at most 1000
 * @param course whether the film ends or loops
 */
public record Timeline(int frames, double rate, Course course) {

    /** What comes after the last frame. */
    public enum Course {
        /** Nothing. */
        ONCE,
        /** The first frame. */
        LOOP
    }

    private static final int MOST_FRAMES = 1 << 24;
    private static final double FASTEST = 1000;

    public Timeline {
        if (frames < 1 || frames > MOST_FRAMES) {
            throw new IllegalArgumentException(
                    "the film has " + frames + " frames, but must have from 1 to " + MOST_FRAMES);
        }
        if (!(rate > 0 && rate <= FASTEST)) {
            throw new IllegalArgumentException(
                    "the rate is " + rate + " frames a second, but must be above 0 to " + FASTEST);
        }
        if (course == Course.LOOP && frames < 2) {
            throw new IllegalArgumentException(
                    "the film loops with 1 frame, but needs at least 2; make it longer");
        }
    }

    /** Duration of the film in seconds. */
    public double seconds() {
        return frames / rate;
    }

    boolean loops() {
        return course == Course.LOOP;
    }

    /** Turns completed before a frame at a constant rate; in a loop, only the fractional part. */
    double turns(double perSecond, long frame) {
        return loops() ? share(times(perSecond * seconds()), frame) : perSecond * frame / rate;
    }

    /** Rounds a number of repetitions in a loop to a whole number, which is 0 only for 0. */
    long times(double asked) {
        return asked == 0
                ? 0
                : (long) Math.signum(asked) * Math.max(1, Math.round(Math.abs(asked)));
    }

    /**
     * Progress of a frame through the film: from 0 to 1 at the last frame, or in a loop at the
     * frame after it, which is 0 again.
     */
    double progress(long frame) {
        return loops() ? share(1, frame) : frames == 1 ? 0 : (double) frame / (frames - 1);
    }

    /** Fraction in [0, 1) of the current turn at a frame, for a given number of turns per loop. */
    double share(long times, long frame) {
        return (double) Math.floorMod(times * Math.floorMod(frame, frames), frames) / frames;
    }
}
