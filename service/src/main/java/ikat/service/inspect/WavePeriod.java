package ikat.service.inspect;

import ikat.model.TextureModel;
import ikat.model.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A wave described by the distance between its crests.
 *
 * @param period from crest to crest in pixels
 * @param degrees direction across the crests, clockwise from the x axis, in (-89.5, 90.5]
 */
public record WavePeriod(double period, double degrees) {

    /** The period of a wave vector in radians per pixel. */
    public static WavePeriod of(double x, double y) {
        return of(x, y, 1);
    }

    /** The waves as they are in the middle of a model's textures. */
    static List<WavePeriod> of(TextureModel model) {
        List<WavePeriod> waves = new ArrayList<>();
        if (model.spec().noise().waves() == 0) {
            return waves;
        }
        Weight base = model.weights().get("waves.base");
        int cell = model.spec().cellPixels();
        for (int i = 0; i < base.shape()[0]; i++) {
            waves.add(of(base.values()[2 * i], base.values()[2 * i + 1], cell));
        }
        return waves;
    }

    private static WavePeriod of(double x, double y, int cellPixels) {
        double degrees = Math.toDegrees(Math.atan2(y, x));
        if (degrees > 90) {
            degrees -= 180;
        } else if (degrees < -89.5) {
            degrees += 180; // a wave has no front, so -90 and 90 are the same direction
        }
        return new WavePeriod(2 * Math.PI * cellPixels / Math.hypot(x, y), degrees);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f px at %.0f\u00b0", period, degrees);
    }
}
