package ikat.film;

import ikat.noise.Motion;

/**
 * Speed of the noise, in turns per second. In a loop, the total number of turns is rounded to a
 * whole number, at least one unless the speed is 0.
 *
 * @param drift speed of the local noise, from -100 to 100
 * @param travel speed of every wave, from -100 to 100
 */
public record Pace(double drift, double travel) {

    /** Noise at rest. */
    public static final Pace STILL = new Pace(0, 0);

    private static final double FASTEST = 100;

    public Pace {
        if (!(Math.abs(drift) <= FASTEST && Math.abs(travel) <= FASTEST)) {
            throw new IllegalArgumentException(
                    "the pace is %s,%s turns a second, but each must be from -%s to %s"
                            .formatted(drift, travel, FASTEST, FASTEST));
        }
    }

    /** The effective pace in a film, with turns rounded in a loop. */
    public Pace within(Timeline timeline) {
        return timeline.loops()
                ? new Pace(
                        timeline.times(drift * timeline.seconds()) / timeline.seconds(),
                        timeline.times(travel * timeline.seconds()) / timeline.seconds())
                : this;
    }

    /**
     * Displacement of the noise at a frame.
     *
     * @param frame any frame; in a loop, frames beyond the last belong to the next round
     */
    public Motion at(Timeline timeline, long frame) {
        return new Motion(timeline.turns(drift, frame), timeline.turns(travel, frame));
    }
}
