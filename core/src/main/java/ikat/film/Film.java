package ikat.film;

import ikat.texture.GlobalField;

/**
 * Description of a film of a texture. Each frame is a pure function of it and of the model, so that
 * frames can be rendered independently and in any order.
 *
 * <pre>{@code
 * Film film = Film.of(512, 512, new Timeline(150, 25, Timeline.Course.LOOP), field)
 *         .withPace(new Pace(0.2, 0))
 *         .withRepeat(new Repeat(512, 512));
 * try (FilmRenderer renderer = FilmRenderer.open(model, film)) {
 *     byte[] frame = renderer.frame(0);
 * }
 * }</pre>
 *
 * @param width width of the frames in pixels, from 1 to 16384
 * @param height height of the frames in pixels, from 1 to 16384
 * @param seed seed of the noise plane
 * @param timeline number and rate of frames, and whether they loop
 * @param walk path through textures
 * @param pace speed of the noise
 * @param camera position and motion of the camera
 * @param repeat period of the plane
 */
public record Film(
        int width,
        int height,
        long seed,
        Timeline timeline,
        Walk walk,
        Pace pace,
        Camera camera,
        Repeat repeat) {

    /** The longest side of a frame in pixels. */
    public static final int LONGEST_SIDE = 16_384;

    public Film {
        if (Math.min(width, height) < 1 || Math.max(width, height) > LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a frame has %sx%s pixels, but each side must be from 1 to %s"
                            .formatted(width, height, LONGEST_SIDE));
        }
        if (timeline.loops()) {
            checkPan("x", camera.panX(), repeat.width());
            checkPan("y", camera.panY(), repeat.height());
        }
    }

    private static void checkPan(String axis, double pan, long period) {
        if (pan != 0 && period == 0) {
            throw new IllegalArgumentException(
                    ("a pan of %s pixels a second along %s cannot loop on a plane that never"
                                    + " repeats; let the plane repeat along %s or the film end")
                            .formatted(pan, axis, axis));
        }
    }

    /** Creates a film without any motion, with seed 0. */
    public static Film of(int width, int height, Timeline timeline, GlobalField field) {
        return new Film(
                width,
                height,
                0,
                timeline,
                Walk.stay(field),
                Pace.STILL,
                Camera.STILL,
                Repeat.NEVER);
    }

    /** Whether only the camera moves. */
    public boolean isStill() {
        return pace.equals(Pace.STILL) && walk.isStill();
    }

    /** A copy with another seed. */
    public Film withSeed(long other) {
        return new Film(width, height, other, timeline, walk, pace, camera, repeat);
    }

    /** A copy with another walk. */
    public Film withWalk(Walk other) {
        return new Film(width, height, seed, timeline, other, pace, camera, repeat);
    }

    /** A copy with another pace. */
    public Film withPace(Pace other) {
        return new Film(width, height, seed, timeline, walk, other, camera, repeat);
    }

    /** A copy with another camera. */
    public Film withCamera(Camera other) {
        return new Film(width, height, seed, timeline, walk, pace, other, repeat);
    }

    /** A copy with another period of the plane. */
    public Film withRepeat(Repeat other) {
        return new Film(width, height, seed, timeline, walk, pace, camera, other);
    }
}
