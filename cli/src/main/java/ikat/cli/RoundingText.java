package ikat.cli;

import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.WaveRounding;
import ikat.service.inspect.WavePeriod;
import ikat.service.render.WrapFacts;
import ikat.texture.GlobalVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rounding of waves, as lines of text. */
public final class RoundingText {

    private static final int MOST_LINES = 12;

    private RoundingText() {}

    /**
     * One line per wave, and a note where the pattern will look different.
     *
     * @param textures on the plane
     */
    public static List<String> lines(
            TextureModel model, List<GlobalVector> textures, Boundary.Wrapping boundary) {
        List<String> lines = new ArrayList<>();
        double largest = 0;
        int count = 0;
        for (int t = 0; t < textures.size(); t++) {
            WaveRounding rounding = WaveRounding.of(model, textures.get(t), boundary);
            largest = Math.max(largest, rounding.largestChange());
            for (int w = 0; w < rounding.waves().size() && count++ < MOST_LINES; w++) {
                String texture = textures.size() == 1 ? "" : "texture " + (t + 1) + ", ";
                lines.add(texture + "wave " + (w + 1) + ": " + line(rounding.waves().get(w)));
            }
        }
        int waves = textures.size() * model.spec().noise().waves();
        if (waves > MOST_LINES) {
            lines.add("... and " + (waves - MOST_LINES) + " waves more");
        }
        if (largest > WaveRounding.NOTICEABLE) {
            lines.add(note(model, textures, boundary, largest));
        }
        return lines;
    }

    private static String line(WaveRounding.Wave wave) {
        return WavePeriod.of(wave.beforeX(), wave.beforeY())
                + " becomes "
                + WavePeriod.of(wave.afterX(), wave.afterY())
                + ", a change of "
                + percent(wave.change());
    }

    private static String note(
            TextureModel model,
            List<GlobalVector> textures,
            Boundary.Wrapping boundary,
            double largest) {
        String note = "note: the pattern changes by " + percent(largest) + " to fit the size";
        Optional<Boundary.Wrapping> better = WaveRounding.gentler(model, textures, boundary);
        return better.map(
                        other ->
                                note
                                        + "; "
                                        + size(other, model.spec().cellPixels())
                                        + " would need "
                                        + percent(WrapFacts.largestChange(model, textures, other)))
                .orElse(note);
    }

    private static String size(Boundary.Wrapping boundary, int cell) {
        if (boundary.cellsX() == 0) {
            return "a height of " + boundary.cellsY() * cell;
        }
        if (boundary.cellsY() == 0) {
            return "a width of " + boundary.cellsX() * cell;
        }
        return boundary.cellsX() * cell + "x" + boundary.cellsY() * cell;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
