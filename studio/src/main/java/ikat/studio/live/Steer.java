package ikat.studio.live;

/**
 * How a camera's picture chooses the textures.
 *
 * @param mode what of the picture counts
 * @param strength from 0, where it counts for nothing, to 1, where it alone counts
 * @param smoothing from 0, where each picture replaces the one before, to 1, where they flow into
 *     one another over about a hundred
 * @param softness from 0, hard borders, to 1, borders that are mixed over a quarter of a thousand
 *     pixels and by colours that are only roughly alike
 */
record Steer(Mode mode, double strength, double smoothing, double softness) {

    /** What of the picture counts. */
    enum Mode {
        /** Nothing. */
        OFF,
        /** From dark to bright, along the textures in their order. */
        BRIGHTNESS,
        /** The texture whose own colour is nearest. */
        COLOUR
    }

    /** No camera. */
    static final Steer OFF = new Steer(Mode.OFF, 0, 0, 0);

    private static final double LONGEST_MEMORY = 0.98;
    private static final double WIDEST_BORDER = 256;
    private static final double LEAST_TOLERANCE = 3; // of CIELAB, about the least that one notices
    private static final double MOST_TOLERANCE = 40;

    boolean on() {
        return mode != Mode.OFF && strength > 0;
    }

    /** The share of the pictures before in the smoothed one. */
    double memory() {
        return LONGEST_MEMORY * smoothing;
    }

    /** Pixels over which a border is mixed. */
    double borderPixels() {
        return WIDEST_BORDER * softness * softness;
    }

    /** The distance of colours, in CIELAB, at which a texture counts noticeably less. */
    double tolerance() {
        return LEAST_TOLERANCE + (MOST_TOLERANCE - LEAST_TOLERANCE) * softness;
    }
}
