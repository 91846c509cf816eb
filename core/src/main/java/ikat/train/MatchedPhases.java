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

    static boolean possible(
            PictureSet pictures,
            PlannedNoise noise,
            int patchPixels,
            Mirroring mirroring,
            int batch) {
        return meant(noise.waves().size(), noise.global(), mirroring, batch)
                && pictures.size() == 1
                && saidByPlaces(pictures.studied().get(0), noise.waves(), patchPixels);
    }

    /** Whether a place can mean a phase at all, whatever the picture. */
    static boolean meant(int waves, int globalChannels, Mirroring mirroring, int batch) {
        return waves > 0
                && waves <= MOST_WAVES
                && globalChannels == 0
                && mirroring == Mirroring.NONE
                && batch > 1;
    }

    private static boolean saidByPlaces(
            PictureReport report, List<Frequency> waves, int patchPixels) {
        double slowest = waves.stream().mapToDouble(Frequency::length).min().orElse(0);
        int room = Math.min(report.width(), report.height()) - patchPixels;
        return Math.max(report.width(), report.height()) <= MOST_PIXELS && room * slowest >= 1;
    }
}
