package ikat.studio.live;

import ikat.film.Pace;
import ikat.film.Timeline;
import ikat.film.Timeline.Course;
import ikat.film.Walk;
import ikat.noise.Motion;
import ikat.studio.live.Scene.Movement;
import ikat.studio.live.Scene.Movement.Play;
import ikat.texture.GlobalField;
import java.util.Arrays;

/**
 * How far a live picture has moved. Movement is accumulated, so that a change of speed continues
 * from the current position. Loops and walks are those of films, in steps too small to be seen, so
 * that they close exactly. Not thread-safe.
 */
final class PlayClock {

    private static final double RATE = 240; // steps a second
    private static final double LEG_SECONDS = 4; // from one texture of a walk to the next
    private static final double FADE_SECONDS = 0.7;

    private double seconds;
    private double drift;
    private double travel;
    private double walked;
    private double looped;
    private Play play = Play.STILL;
    private double[] shown = new double[0]; // the shares of the last frame
    private double[] before = new double[0]; // those of the last frame before play changed
    private double faded = FADE_SECONDS;

    /**
     * Advances the clock.
     *
     * @param passed seconds since the last frame, at least 0
     */
    void pass(Movement movement, double passed) {
        if (movement.play() != play) {
            settle(movement);
        }
        faded = Math.min(FADE_SECONDS, faded + passed);
        double step = movement.play() == Play.STILL ? 0 : passed * movement.speed();
        seconds += step;
        if (play == Play.LOOP) {
            looped += step;
        } else {
            drift += movement.drift() * step;
            travel += movement.travel() * step;
            walked += play == Play.WALK ? step : 0;
        }
    }

    /** Continues from where the former movement ended; a loop starts at its beginning. */
    private void settle(Movement movement) {
        if (play == Play.LOOP) {
            Motion turned = turned(movement);
            drift += turned.drift();
            travel += turned.travel();
            looped = 0;
        }
        play = movement.play();
        before = shown;
        faded = 0;
    }

    /** Whether the mixture is still fading from the former movement to the current one. */
    boolean fading() {
        return faded < FADE_SECONDS && before.length > 0;
    }

    /**
     * The shares of textures to show: those wanted or, while fading, shares between the last ones
     * and those.
     */
    double[] shares(double[] wanted) {
        shown = wanted;
        if (fading() && before.length == wanted.length && !Arrays.equals(before, wanted)) {
            double share = faded / FADE_SECONDS;
            shown = new double[wanted.length];
            for (int i = 0; i < shown.length; i++) {
                shown[i] = before[i] + share * (wanted[i] - before[i]);
            }
        }
        return shown;
    }

    /** The shares of the last frame. */
    double[] shown() {
        return shown.clone();
    }

    /** Seconds of play. */
    double seconds() {
        return seconds;
    }

    /** The movement of the noise. */
    Motion motion(Movement movement) {
        Motion turned = play == Play.LOOP ? turned(movement) : Motion.STILL;
        return new Motion(
                movement.displacement(drift + turned.drift()),
                travel + turned.travel() + movement.phase());
    }

    private Motion turned(Movement movement) {
        return new Pace(movement.drift(), movement.travel())
                .at(timeline(movement.loopSeconds()), step(looped));
    }

    /** The current place of a walk. */
    GlobalField place(Walk walk) {
        return walk.at(timeline(LEG_SECONDS * walk.stations().size()), step(walked));
    }

    private static Timeline timeline(double seconds) {
        return new Timeline((int) Math.round(seconds * RATE), RATE, Course.LOOP);
    }

    private static long step(double seconds) {
        return (long) Math.floor(seconds * RATE);
    }
}
