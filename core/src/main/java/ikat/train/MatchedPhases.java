package ikat.train;

import ikat.analysis.PictureReport;
import ikat.image.Mirroring;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides whether the position of a patch in its picture determines the phase of the waves, so that
 * fakes can be compared with real patches at the same phase.
 */
final class MatchedPhases {

    /** In a plane, the phases of more than two waves are not determined by a position. */
    private static final int MOST_WAVES = 2;

    /**
     * The initial frequencies are accurate to about a thousandth of a period per pixel; over more
     * pixels the same phase would drift to another part of the pattern.
     */
    private static final int MOST_PIXELS = 1024;

    private MatchedPhases() {}

    static boolean possible(PictureSet pictures, Noise noise, TextureCodes codes, Crops crops) {
        List<PictureReport> studied = pictures.studied();
        if (!meant(noise, codes, crops) || pictures.size() > studied.size()) {
            return false;
        }
        List<List<Frequency>> waves =
                noise.globalChannels() == 0 ? List.of(noise.waves()) : codes.pictureWaves();
        return IntStream.range(0, studied.size())
                .allMatch(i -> saidByPlaces(studied.get(i), waves.get(i), crops.patchPixels()));
    }

    /** Whether a position can determine a phase with these settings, whatever the picture. */
    static boolean meant(Noise noise, TextureCodes codes, Crops crops) {
        return !noise.waves().isEmpty()
                && noise.waves().size() <= MOST_WAVES
                && (noise.globalChannels() == 0 || codes.ofWholePictures())
                && crops.mirroring() == Mirroring.NONE
                && crops.batch() > 1;
    }

    private static boolean saidByPlaces(
            PictureReport report, List<Frequency> waves, int patchPixels) {
        if (waves.isEmpty()) {
            return true; // any phase is as good as another
        }
        double slowest = waves.stream().mapToDouble(Frequency::length).min().orElse(0);
        int room = Math.min(report.width(), report.height()) - patchPixels;
        return Math.max(report.width(), report.height()) <= MOST_PIXELS && room * slowest >= 1;
    }
}
