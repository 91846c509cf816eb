package ikat.film;

import ikat.noise.Motion;

/**
 * How fast the noise moves, in turns a second; in a loop, the turns of the whole film are rounded
 * to whole ones, at least one unless 0 is asked.
 *
 * @param drift of the local noise, from -100 to 100
 * @param travel of every wave, from -100 to 100
 */
public record Pace(double drift, double travel) {

    /** Noise that stands still. */
    public static final Pace STILL = new Pace(0, 0);

    private static final double FASTEST = 100;

    public Pace {
        if (!(Math.abs(drift) <= FASTEST && Math.abs(travel) <= FASTEST)) {
            throw new IllegalArgumentException(
                    "the pace is %s,%s turns a second, but each must be from -%s to %s"
                            .formatted(drift, travel, FASTEST, FASTEST));
        }
    }

    /** The pace that a film really has, turns rounded where it loops. */
    public Pace within(Timeline timeline) {
        return timeline.loops()
                ? new Pace(
                        timeline.times(drift * timeline.seconds()) / timeline.seconds(),
                        timeline.times(travel * timeline.seconds()) / timeline.seconds())
                : this;
    }

    /**
     * How far the noise has moved.
     *
     * @param frame any; in a loop those beyond the last are of the next round
     */
    public Motion at(Timeline timeline, long frame) {
        return new Motion(timeline.turns(drift, frame), timeline.turns(travel, frame));
    }
}
