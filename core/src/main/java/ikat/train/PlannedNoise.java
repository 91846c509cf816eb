package ikat.train;

import ikat.analysis.PictureReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Global channels and waves, chosen from the settings and the peaks of the pictures' spectra.
 *
 * @param global number of global channels
 * @param coded whether each picture has a code
 * @param pictureWaves the initial frequencies of each picture, none for a picture that was not
 *     analysed; empty without codes
 * @param waves the initial frequencies that all pictures share
 */
record PlannedNoise(
        int global, boolean coded, List<List<Frequency>> pictureWaves, List<Frequency> waves) {

    private static final int WAVES = 2; // a lattice has two; see independent()
    private static final int MOST_DRAWN = 8; // for several pictures without codes
    private static final double LEAST_ANGLE = Math.toRadians(10);

    static PlannedNoise of(
            PictureSet pictures, PlanSettings settings, Layout layout, int cellPixels) {
        List<PictureReport> reports = pictures.studied();
        boolean places = settings.or(TextureCodes.PLACE_PIXELS, 0) > 0;
        boolean several = pictures.size() > 1 || places;
        boolean endless = layout == Layout.ENDLESS;
        int global = settings.or(Noise.GLOBAL_CHANNELS, several && endless ? 6 : 0);
        Integer waves = endless ? settings.get(Noise.WAVES) : Integer.valueOf(0);
        boolean coded = global > 0 && settings.get(TextureCodes.CODES) != Codes.DRAWN;
        if (settings.get(Technique.WAVE_START) == Technique.WaveStart.FIXED) {
            int count = waves == null ? PublishedRecipe.PSGAN.waves() : waves;
            List<Frequency> fixed = PublishedRecipe.waveStart(count, cellPixels);
            return new PlannedNoise(global, coded, List.of(), fixed);
        }
        if (!coded) {
            return new PlannedNoise(global, false, List.of(), shared(reports, waves));
        }
        List<List<Frequency>> each = ofEach(reports, waves, cellPixels);
        return new PlannedNoise(global, true, pictures.spread(each), common(each));
    }

    /** Whether the waves are adapted to each texture. */
    boolean adaptsWaves() {
        return global > 0 && !waves.isEmpty();
    }

    /** The initial frequencies that all pictures share. */
    private static List<Frequency> shared(List<PictureReport> reports, @Nullable Integer wanted) {
        List<Frequency> waves = new ArrayList<>();
        for (PictureReport report : reports) {
            waves.addAll(wanted == null ? independent(peaks(report)) : peaks(report));
        }
        int most = wanted == null ? reports.size() > 1 ? MOST_DRAWN : waves.size() : wanted;
        return waves.subList(0, Math.min(most, waves.size()));
    }

    /**
     * The initial frequencies of each picture, the same number for all: first the one nearer to the
     * horizontal, pointing right, then the other, pointing down, so that corresponding waves of two
     * pictures are as alike as possible. A picture with fewer peaks than others adds its first wave
     * rotated by a right angle; a picture without peaks has no waves.
     */
    private static List<List<Frequency>> ofEach(
            List<PictureReport> reports, @Nullable Integer wanted, int cellPixels) {
        List<List<Frequency>> each = new ArrayList<>();
        int most = 0;
        for (PictureReport report : reports) {
            List<Frequency> own = new ArrayList<>(independent(slow(peaks(report), cellPixels)));
            own = own.subList(0, Math.min(own.size(), wanted == null ? WAVES : wanted));
            own.replaceAll(PlannedNoise::pointingRight);
            own.sort(Comparator.comparingDouble(f -> Math.abs(Math.atan2(f.y(), f.x()))));
            own.subList(Math.min(1, own.size()), own.size()).replaceAll(PlannedNoise::pointingDown);
            most = Math.max(most, own.size());
            each.add(own);
        }
        for (List<Frequency> own : each) {
            while (!own.isEmpty() && own.size() < most) {
                own.add(pointingDown(new Frequency(-own.get(0).y(), own.get(0).x())));
            }
        }
        return each;
    }

    /**
     * Peaks with a period of at least half a cell. A faster one is grain that the generator draws
     * without a wave, and would displace one that it needs.
     */
    private static List<Frequency> slow(List<Frequency> peaks, int cellPixels) {
        return peaks.stream().filter(f -> Math.hypot(f.x(), f.y()) * cellPixels <= 2).toList();
    }

    /** The mean waves of the pictures that have any. */
    private static List<Frequency> common(List<List<Frequency>> each) {
        List<List<Frequency>> some = each.stream().filter(own -> !own.isEmpty()).toList();
        List<Frequency> common = new ArrayList<>();
        for (int w = 0; !some.isEmpty() && w < some.get(0).size(); w++) {
            int wave = w;
            common.add(
                    new Frequency(
                            some.stream().mapToDouble(own -> own.get(wave).x()).average().orElse(0),
                            some.stream()
                                    .mapToDouble(own -> own.get(wave).y())
                                    .average()
                                    .orElse(0)));
        }
        return common;
    }

    private static List<Frequency> peaks(PictureReport report) {
        return report.peaks().stream().map(peak -> new Frequency(peak.fx(), peak.fy())).toList();
    }

    private static Frequency pointingRight(Frequency f) {
        return f.x() < 0 || (f.x() == 0 && f.y() < 0) ? new Frequency(-f.x(), -f.y()) : f;
    }

    private static Frequency pointingDown(Frequency f) {
        return f.y() < 0 ? new Frequency(-f.x(), -f.y()) : f;
    }

    /**
     * The first peak and the first that is not parallel to it. Two such waves span a lattice that
     * is the same everywhere, whatever values are learned; a third would have to be their exact
     * sum, or the pattern would slowly change over the plane.
     */
    private static List<Frequency> independent(List<Frequency> peaks) {
        List<Frequency> chosen = new ArrayList<>();
        for (Frequency peak : peaks) {
            if (chosen.size() < WAVES && chosen.stream().noneMatch(c -> parallel(c, peak))) {
                chosen.add(peak);
            }
        }
        return chosen;
    }

    private static boolean parallel(Frequency a, Frequency b) {
        double sine =
                (a.x() * b.y() - a.y() * b.x())
                        / (Math.hypot(a.x(), a.y()) * Math.hypot(b.x(), b.y()));
        return Math.abs(sine) < Math.sin(LEAST_ANGLE);
    }
}
