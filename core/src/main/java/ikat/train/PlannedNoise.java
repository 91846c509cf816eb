package ikat.train;

import ikat.analysis.PictureReport;
import java.util.List;

/**
 * Global channels and waves, chosen from the settings and the pictures.
 *
 * @param global number of global channels
 * @param coded whether each picture has a code
 * @param pictureWaves the initial frequencies of each picture, none for a picture that was not
 *     analysed; empty without codes
 * @param waves the initial frequencies that all pictures share
 */
record PlannedNoise(
        int global, boolean coded, List<List<Frequency>> pictureWaves, List<Frequency> waves) {

    static PlannedNoise of(
            PictureSet pictures, PlanSettings settings, Layout layout, int cellPixels) {
        List<PictureReport> reports = pictures.studied();
        boolean places = settings.or(TextureCodes.PLACE_PIXELS, 0) > 0;
        boolean several = pictures.size() > 1 || places;
        boolean endless = layout == Layout.ENDLESS;
        int global = settings.or(Noise.GLOBAL_CHANNELS, several && endless ? 6 : 0);
        Integer waves = endless ? settings.get(Noise.WAVES) : Integer.valueOf(0);
        boolean coded = global > 0 && settings.get(TextureCodes.CODES) != Codes.DRAWN;
        if (!coded) {
            return new PlannedNoise(global, false, List.of(), StartingWaves.of(reports, waves));
        }
        List<List<Frequency>> each = StartingWaves.ofEach(reports, waves, cellPixels);
        return new PlannedNoise(global, true, pictures.spread(each), StartingWaves.common(each));
    }

    /** Whether the waves are adapted to each texture. */
    boolean bends() {
        return global > 0 && !waves.isEmpty();
    }
}
