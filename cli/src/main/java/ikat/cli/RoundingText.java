package ikat.cli;

import ikat.noise.Boundary;
import ikat.noise.WaveRounding;
import ikat.service.inspect.WavePeriod;
import ikat.service.render.WrapFacts;
import ikat.texture.GlobalVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rounding of waves, as lines of text. */
final class RoundingText {

    private static final int MOST_LINES = 12;

    private RoundingText() {}

    /** One line per wave, and a note where the pattern will look different. */
    static List<String> lines(WrapFacts facts) {
        List<GlobalVector> textures = facts.textures();
        List<String> lines = new ArrayList<>();
        for (int t = 0; t < textures.size(); t++) {
            String texture = textures.size() == 1 ? "" : "texture " + (t + 1) + ", ";
            int number = 0;
            for (WaveRounding.Wave wave : facts.waves(textures.get(t))) {
                number++;
                if (lines.size() < MOST_LINES) {
                    lines.add(texture + "wave " + number + ": " + line(wave));
                }
            }
        }
        int waves = textures.size() * facts.model().spec().noise().waves();
        if (waves > MOST_LINES) {
            lines.add("... and " + (waves - MOST_LINES) + " waves more");
        }
        double largest = facts.largestChange();
        if (largest > WaveRounding.NOTICEABLE) {
            String note = "note: the pattern changes by " + percent(largest) + " to fit the size";
            lines.add(
                    facts.gentler().map(other -> note + "; " + gentler(facts, other)).orElse(note));
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

    private static String gentler(WrapFacts facts, Boundary.Wrapping other) {
        long width = facts.size().pixels(other.cellsX());
        long height = facts.size().pixels(other.cellsY());
        String size = width == 0 ? "a height of " + height : "a width of " + width;
        double change = facts.largestChange(other);
        return (width > 0 && height > 0 ? width + "x" + height : size)
                + " would need "
                + percent(change);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
