package ikat.service.inspect;

import ikat.model.TextureModel;
import ikat.model.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Waves as periods in pixels. */
public final class WaveText {

    /**
     * A wave as it is in the middle of a model's textures.
     *
     * @param period from crest to crest in pixels
     * @param degrees direction across the crests, clockwise from the x axis, in (-89.5, 90.5]
     */
    record Wave(double period, double degrees) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f px at %.0f\u00b0", period, degrees);
        }
    }

    private WaveText() {}

    /** A wave vector in radians per pixel, in words. */
    public static String of(double x, double y) {
        return wave(x, y, 1).toString();
    }

    static List<Wave> of(TextureModel model) {
        List<Wave> waves = new ArrayList<>();
        if (model.spec().noise().waves() == 0) {
            return waves;
        }
        Weight base = model.weights().get("waves.base");
        int cell = model.spec().cellPixels();
        for (int i = 0; i < base.shape()[0]; i++) {
            waves.add(wave(base.values()[2 * i], base.values()[2 * i + 1], cell));
        }
        return waves;
    }

    private static Wave wave(double x, double y, int cellPixels) {
        double degrees = Math.toDegrees(Math.atan2(y, x));
        if (degrees > 90) {
            degrees -= 180;
        } else if (degrees < -89.5) {
            degrees += 180; // a wave has no front; -90 would read as another direction than 90
        }
        return new Wave(2 * Math.PI * cellPixels / Math.hypot(x, y), degrees);
    }
}
