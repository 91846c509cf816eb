package ikat.film;

/**
 * The frames of a film in time, at an even rate.
 *
 * <p>In a loop, the frame after the last is the first. Whatever turns then does whole turns, and
 * how far it has turned is reduced in whole numbers, so that the loop closes exactly.
 *
 * @param frames from 1 to 2^24
 * @param rate frames a second, above 0 to 1000
 * @param course whether the film ends or begins anew
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

    /** How long the film is. */
    public double seconds() {
        return frames / rate;
    }

    boolean loops() {
        return course == Course.LOOP;
    }

    /**
     * Turns that are done before a frame by what turns steadily; in a loop, those beyond whole
     * ones.
     */
    double turns(double perSecond, long frame) {
        return loops() ? share(times(perSecond * seconds()), frame) : perSecond * frame / rate;
    }

    /** How often something is done in a loop: a whole number, 0 only where 0 is asked. */
    long times(double asked) {
        return asked == 0
                ? 0
                : (long) Math.signum(asked) * Math.max(1, Math.round(Math.abs(asked)));
    }

    /**
     * How far a frame is through the film: from 0 to 1 at the last frame, or in a loop at the frame
     * after it, which is 0 again.
     */
    double progress(long frame) {
        return loops() ? share(1, frame) : frames == 1 ? 0 : (double) frame / (frames - 1);
    }

    /** The part in [0, 1) of a turn, of so many turns over the loop, that a frame has begun. */
    double share(long times, long frame) {
        return (double) Math.floorMod(times * Math.floorMod(frame, frames), frames) / frames;
    }
}
