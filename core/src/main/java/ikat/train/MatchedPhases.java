package ikat.train;

import ikat.analysis.PictureReport;
import ikat.image.Mirroring;
import java.util.List;

/**
 * Whether the place of a patch in its picture says the phase of the waves there, so that fakes can
 * be compared with real patches at the same phase.
 */
final class MatchedPhases {

    /** More waves than directions have phases of their own, which no place says. */
    private static final int MOST_WAVES = 2;

    /**
     * The starting frequencies are good to about a thousandth of a period a pixel; over more pixels
     * the same phase would come to mean another part of the pattern.
     */
    private static final int MOST_PIXELS = 1024;

    private MatchedPhases() {}

    static boolean possible(PictureSet pictures, Noise noise, Crops crops) {
        return meant(noise, crops)
                && pictures.size() == 1
                && saidByPlaces(pictures.studied().get(0), noise.waves(), crops.patchPixels());
    }

    /** Whether a place can mean a phase at all, whatever the picture. */
    static boolean meant(Noise noise, Crops crops) {
        return !noise.waves().isEmpty()
                && noise.waves().size() <= MOST_WAVES
                && noise.globalChannels() == 0
                && crops.mirroring() == Mirroring.NONE
                && crops.batch() > 1;
    }

    private static boolean saidByPlaces(
            PictureReport report, List<Frequency> waves, int patchPixels) {
        double slowest = waves.stream().mapToDouble(Frequency::length).min().orElse(0);
        int room = Math.min(report.width(), report.height()) - patchPixels;
        return Math.max(report.width(), report.height()) <= MOST_PIXELS && room * slowest >= 1;
    }
}
