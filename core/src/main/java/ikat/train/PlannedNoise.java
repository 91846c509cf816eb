package ikat.train;

import ikat.analysis.PictureReport;
import java.util.List;

/**
 * What the pictures ask of the noise beyond its local channels.
 *
 * @param global number of global channels
 * @param coded whether each picture has a code
 * @param pictureWaves the frequencies of each picture, none for one that was not analysed; empty
 *     without codes
 * @param waves the frequencies that all pictures share
 */
record PlannedNoise(
        int global, boolean coded, List<List<Frequency>> pictureWaves, List<Frequency> waves) {

    private static final int GLOBAL_CHANNELS = 6; // for several pictures

    static PlannedNoise of(
            PictureSet pictures, PlanSettings settings, Layout layout, int cellPixels) {
        List<PictureReport> reports = pictures.studied();
        boolean places = settings.placePixels() != null && settings.placePixels() > 0;
        boolean several = pictures.size() > 1 || places;
        Integer wanted = settings.globalChannels();
        if (wanted == null) {
            wanted = several && layout == Layout.ENDLESS ? GLOBAL_CHANNELS : 0;
        }
        Integer waves = layout == Layout.ENDLESS ? settings.waves() : Integer.valueOf(0);
        boolean coded = wanted > 0 && settings.codes() != Codes.DRAWN;
        if (!coded) {
            return new PlannedNoise(wanted, false, List.of(), StartingWaves.of(reports, waves));
        }
        List<List<Frequency>> each = StartingWaves.ofEach(reports, waves, cellPixels);
        return new PlannedNoise(wanted, true, pictures.spread(each), StartingWaves.common(each));
    }

    /** Whether a texture bends the waves to its own. */
    boolean bends() {
        return global > 0 && !waves.isEmpty();
    }
}
