package ikat.lab.samples;

/** Colours at equal distances from 0 to 1, mixed between. */
final class ColourRamp {

    private final Colour[] stops;

    /** From two or more stops, each 0xRRGGBB. */
    ColourRamp(int... stops) {
        this.stops = new Colour[stops.length];
        for (int n = 0; n < stops.length; n++) {
            this.stops[n] = Colour.of(stops[n]);
        }
    }

    /** The colour at a place, which is moved into [0, 1]. */
    Colour at(float place) {
        float scaled = Curves.unit(place) * (stops.length - 1);
        int below = Math.min((int) scaled, stops.length - 2);
        return stops[below].mix(stops[below + 1], scaled - below);
    }
}
