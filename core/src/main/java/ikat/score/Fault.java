package ikat.score;

import ikat.image.Exemplar;
import java.util.List;

/**
 * What is wrong with pictures of a texture, as far as it decides between two ways of showing it: an
 * observer tells them from the exemplar, or they repeat its patches.
 *
 * @param told how well an observer tells them, as d', the mean of both sizes; at least 0
 * @param copied the share of patches that are found in the exemplar all but as they are
 */
public record Fault(double told, double copied) {

    /** Twenty percent of copied patches are as bad as a d' of 1. */
    private static final double COPIED = 5;

    /**
     * Of a picture.
     *
     * @throws IllegalArgumentException if the picture is too small
     */
    public static Fault of(Scorer scorer, Exemplar candidate) {
        ToldApart apart = scorer.toldApart(candidate);
        double told = (Math.max(0, apart.full()) + Math.max(0, apart.half())) / 2;
        return new Fault(told, scorer.copied(candidate));
    }

    /** The mean of several, at least one. */
    public static Fault mean(List<Fault> faults) {
        return new Fault(
                faults.stream().mapToDouble(Fault::told).average().orElseThrow(),
                faults.stream().mapToDouble(Fault::copied).average().orElseThrow());
    }

    /** Both in one number, 0 for none; chance copies a little. */
    public double value() {
        return told + COPIED * Math.max(0, copied - Finding.CHANCE);
    }

    /** Both in words. */
    public String words() {
        return "told apart by %.1f, %.0f %% copied".formatted(told, 100 * copied);
    }
}
