package ikat.film;

import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.image.Resampler;
import ikat.image.Resampler.Axis;

/**
 * A camera moving over the plane. In a loop, a pan covers whole periods of a repeating plane, and a
 * zoom goes to its target and back.
 *
 * @param left x of the upper left corner of the first frame at zoom 1, within ±2^44
 * @param top y of the upper left corner, within ±2^44
 * @param panX pan to the right in pixels of the plane per second, from -100000 to 100000
 * @param panY pan downwards in pixels of the plane per second, from -100000 to 100000
 * @param zoomFrom frame pixels per pixel of the plane at the start, from 1/16 to 16
 * @param zoomTo frame pixels per pixel of the plane at the end, or half-way through a loop, from
 *     1/16 to 16
 */
public record Camera(
        long left, long top, double panX, double panY, double zoomFrom, double zoomTo) {

    /** A camera at rest at the origin. */
    public static final Camera STILL = new Camera(0, 0, 0, 0, 1, 1);

    /** The largest zoom; its inverse is the smallest. */
    public static final double MOST_ZOOM = 16;

    /** The fastest pan in pixels per second. */
    public static final double FASTEST_PAN = 100_000;

    private static final long FAR = 1L << 44;

    public Camera {
        if (Math.abs(left) > FAR || Math.abs(top) > FAR) {
            throw new IllegalArgumentException(
                    "the camera starts at %s,%s, but each must be within ±%s"
                            .formatted(left, top, FAR));
        }
        if (!(Math.abs(panX) <= FASTEST_PAN && Math.abs(panY) <= FASTEST_PAN)) {
            throw new IllegalArgumentException(
                    "the pan is %s,%s pixels a second, but each must be within ±%s"
                            .formatted(panX, panY, FASTEST_PAN));
        }
        check(zoomFrom);
        check(zoomTo);
    }

    private static void check(double zoom) {
        if (!(zoom >= 1 / MOST_ZOOM && zoom <= MOST_ZOOM)) {
            throw new IllegalArgumentException(
                    "the zoom is %s, but must be from %s to %s"
                            .formatted(zoom, 1 / MOST_ZOOM, MOST_ZOOM));
        }
    }

    /** The camera with its effective pan in a film: rounded to whole periods in a loop. */
    public Camera within(Timeline timeline, Repeat repeat) {
        return timeline.loops()
                ? new Camera(
                        left,
                        top,
                        wholePeriods(panX, timeline, repeat.width()),
                        wholePeriods(panY, timeline, repeat.height()),
                        zoomFrom,
                        zoomTo)
                : this;
    }

    private static double wholePeriods(double pan, Timeline timeline, long period) {
        double seconds = timeline.seconds();
        return pan == 0 ? 0 : (double) timeline.times(pan * seconds / period) * period / seconds;
    }

    View at(Film film, long frame) {
        Timeline timeline = film.timeline();
        return new View(
                middle(left, film.width()) + way(panX, timeline, film.repeat().width(), frame),
                middle(top, film.height()) + way(panY, timeline, film.repeat().height(), frame),
                zoom(timeline.progress(frame), timeline));
    }

    private static long middle(long from, int pixels) {
        return from * View.STEPS + pixels * View.STEPS / 2;
    }

    private static long way(double pan, Timeline timeline, long period, long frame) {
        double pixels =
                timeline.loops()
                        ? pan == 0 ? 0 : period * timeline.turns(pan / period, frame)
                        : pan * frame / timeline.rate();
        return Math.round(pixels * View.STEPS);
    }

    /** Interpolates geometrically, which looks like a constant speed. */
    private double zoom(double progress, Timeline timeline) {
        double share =
                timeline.loops() ? (1 - StrictMath.cos(2 * Math.PI * progress)) / 2 : progress;
        return share == 0
                ? zoomFrom
                : share == 1 ? zoomTo : zoomFrom * StrictMath.pow(zoomTo / zoomFrom, share);
    }

    /**
     * View of a camera: the point in the middle of the frame, and the zoom.
     *
     * @param x x of the middle, in units of 1/{@link #STEPS} pixel of the plane
     * @param y y of the middle, in units of 1/{@link #STEPS} pixel of the plane
     * @param zoom frame pixels per pixel of the plane
     */
    record View(long x, long y, double zoom) {

        /**
         * Steps per pixel. Positions on this grid are exact in floating point, so that a repeating
         * plane is sampled identically in every period.
         */
        static final long STEPS = 1 << 16;

        /** Pixels of the plane rendered at once, so that a zoomed-out view needs little memory. */
        private static final long BAND_PIXELS = 1 << 24;

        /** The frame, with the channels of the plane. */
        Pixels frame(PixelSource plane, Repeat repeat, int width, int height) {
            Axis across = axis(x, width, repeat.width());
            Axis down = axis(y, height, repeat.height());
            return new Resampler(plane, across, down).picture(BAND_PIXELS);
        }

        private Axis axis(long middle, int size, long period) {
            double offset = (double) Math.floorMod(middle, STEPS) / STEPS;
            return Axis.cubic(Math.floorDiv(middle, STEPS), offset, zoom, size, period);
        }
    }
}
