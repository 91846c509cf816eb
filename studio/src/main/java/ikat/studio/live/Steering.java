package ikat.studio.live;

import ikat.studio.live.MeanColours.Lab;
import ikat.texture.BrightnessPath;
import java.util.List;

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
record Steering(Mode mode, double strength, double smoothing, double softness) {

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
    static final Steering OFF = new Steering(Mode.OFF, 0, 0, 0);

    private static final double LONGEST_MEMORY = 0.98;
    private static final double WIDEST_BORDER = 256;
    private static final double LEAST_TOLERANCE = 3; // in CIELAB, about the least one notices
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

    static Steering read(Message message) {
        Steering steering =
                new Steering(
                        message.choice("mode", Mode.OFF),
                        message.number("strength", 1, 0, 1),
                        message.number("smoothing", 0.5, 0, 1),
                        message.number("softness", 0.3, 0, 1));
        message.end();
        return steering;
    }

    /** Computes the shares of a pixel. */
    private interface Shares {

        void of(double red, double green, double blue, float[] shares);
    }

    /**
     * Maps brightness to the textures in their order, from dark to bright, against the mixture
     * without a camera; returns {@code [textures][height * width]}.
     */
    static float[][] byBrightness(CameraPicture picture, double[] unsteered, double strength) {
        return weigh(
                picture,
                unsteered,
                strength,
                (red, green, blue, shares) ->
                        BrightnessPath.share(BrightnessPath.luma(red, green, blue) / 255, shares));
    }

    /**
     * Gives each pixel the textures whose mean colours are near to its own; at a distance of the
     * tolerance, in CIELAB, one counts noticeably less. Returns {@code [textures][height * width]}.
     */
    static float[][] byColour(
            CameraPicture picture,
            List<Lab> colours,
            double tolerance,
            double[] unsteered,
            double strength) {
        double scale = 1 / (2 * tolerance * tolerance);
        double[] far = new double[colours.size()];
        return weigh(
                picture,
                unsteered,
                strength,
                (red, green, blue, shares) ->
                        nearest(Lab.of(red, green, blue), colours, scale, far, shares));
    }

    /** The softmax of the squared distances. */
    private static void nearest(
            Lab colour, List<Lab> colours, double scale, double[] far, float[] shares) {
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < far.length; t++) {
            far[t] = scale * colour.squaredDistance(colours.get(t));
            least = Math.min(least, far[t]);
        }
        double sum = 0;
        for (int t = 0; t < far.length; t++) {
            far[t] = Math.exp(least - far[t]);
            sum += far[t];
        }
        for (int t = 0; t < far.length; t++) {
            shares[t] = (float) (far[t] / sum);
        }
    }

    private static float[][] weigh(
            CameraPicture picture, double[] unsteered, double strength, Shares pixel) {
        int pixels = picture.width() * picture.height();
        float[][] weights = new float[unsteered.length][pixels];
        float[] shares = new float[unsteered.length];
        float[] rgb = picture.rgb();
        for (int i = 0; i < pixels; i++) {
            pixel.of(rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2], shares);
            for (int t = 0; t < shares.length; t++) {
                weights[t][i] = (float) ((1 - strength) * unsteered[t] + strength * shares[t]);
            }
        }
        return weights;
    }
}
