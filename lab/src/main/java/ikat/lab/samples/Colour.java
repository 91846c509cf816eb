package ikat.lab.samples;

/**
 * A display colour as red, green and blue from 0 to 1; intermediate results may exceed that range.
 */
record Colour(float red, float green, float blue) {

    /** From 0xRRGGBB. */
    static Colour of(int rgb) {
        return new Colour(
                ((rgb >> 16) & 255) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f);
    }

    /** Linear interpolation: this colour at share 0, the other at share 1. */
    Colour mix(Colour other, float share) {
        return new Colour(
                Curves.mix(red, other.red, share),
                Curves.mix(green, other.green, share),
                Curves.mix(blue, other.blue, share));
    }

    /** Scales the colour: brighter above 1, darker below. */
    Colour times(float factor) {
        return new Colour(red * factor, green * factor, blue * factor);
    }

    /** Adds the other colour, scaled by {@code factor}. */
    Colour plus(Colour other, float factor) {
        return new Colour(
                red + other.red * factor, green + other.green * factor, blue + other.blue * factor);
    }

    /**
     * A colour gradient over [0, 1] with equally spaced stops and linear interpolation between
     * them.
     */
    static final class Ramp {

        private final Colour[] stops;

        /** Creates a gradient from two or more stops, each 0xRRGGBB. */
        Ramp(int... stops) {
            this.stops = new Colour[stops.length];
            for (int n = 0; n < stops.length; n++) {
                this.stops[n] = Colour.of(stops[n]);
            }
        }

        /** The colour at a place, which is clamped to [0, 1]. */
        Colour at(float place) {
            float scaled = Curves.unit(place) * (stops.length - 1);
            int below = Math.min((int) scaled, stops.length - 2);
            return stops[below].mix(stops[below + 1], scaled - below);
        }
    }
}
