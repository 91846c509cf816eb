package ikat.lab.samples;

/** Scalar functions for painting surfaces. */
final class Curves {

    private Curves() {}

    /** The value clamped to [low, high]. */
    static float clamp(float value, float low, float high) {
        return Math.max(low, Math.min(high, value));
    }

    /** The value clamped to [0, 1]. */
    static float unit(float value) {
        return clamp(value, 0, 1);
    }

    /**
     * Linear interpolation from {@code a} at share 0 to {@code b} at share 1, extrapolated beyond.
     */
    static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }

    /**
     * Smooth step from 0 at {@code from} to 1 at {@code to}, flat at both ends; decreasing if to
     * &lt; from.
     */
    static float step(float from, float to, float value) {
        float t = unit((value - from) / (to - from));
        return t * t * (3 - 2 * t);
    }

    /**
     * Smooth bump: 1 at 0, falling to 0 at distance {@code radius} and beyond, flat at both ends.
     */
    static float bump(float distance, float radius) {
        float t = distance / radius;
        if (t * t >= 1) {
            return 0;
        }
        float rest = 1 - t * t;
        return rest * rest;
    }

    /** Smooth minimum of two values, with the corner rounded over {@code width}. */
    static float softMin(float a, float b, float width) {
        float rest = Math.max(width - Math.abs(a - b), 0) / width;
        return Math.min(a, b) - rest * rest * width / 4;
    }

    /** Length of the vector (x, y). */
    static float length(float x, float y) {
        return (float) Math.sqrt(x * x + y * y);
    }

    /** The largest integer not above the value. */
    static int floor(float value) {
        return (int) Math.floor(value);
    }
}
