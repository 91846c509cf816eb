package ikat.score;

import ikat.image.Exemplar;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Detects faults of a texture; the exemplar itself sets the limits. Thread-safe. */
final class Detectors {

    /** Share of patches that may be too near by chance. */
    private static final double CHANCE = 0.1;

    /** Root mean square in levels below which it is invisible. */
    private static final double UNSEEN_LEVELS = 0.75;

    /** Correlation of two pictures above which the seed makes no difference. */
    private static final double SAME = 0.8;

    /** Allowed ratio of differences at an edge to those inside. */
    private static final double SEAM = 1.5;

    private final double[] axis;
    private final Checkerboard checkerboard;
    private final Likeness likeness;

    /**
     * @param exemplar in three channels
     * @param axis its main colour direction
     */
    Detectors(Exemplar exemplar, double[] axis) {
        this.axis = axis;
        checkerboard = new Checkerboard(exemplar);
        likeness = new Likeness(main(exemplar));
    }

    private Plane main(Exemplar picture) {
        return Plane.project(picture, axis, 1, 0);
    }

    /**
     * Checks pictures of one texture.
     *
     * @param pictures in three channels
     * @param wraps edges at which the pictures are said to join
     */
    List<Finding> findings(List<Exemplar> pictures, Wraps wraps) {
        List<Plane> planes = pictures.stream().map(this::main).toList();
        List<Finding> findings = new ArrayList<>();
        findings.add(checkerboard(pictures));
        findings.add(
                share(
                        "copying",
                        "verbatim copying",
                        planes.stream().mapToDouble(likeness::copied).average().orElse(0),
                        "of the patches are found in the exemplar all but as they are"));
        findings.add(
                share(
                        "repetition",
                        "repetition",
                        planes.stream().mapToDouble(likeness::repeated).average().orElse(0),
                        "of the patches come again in the same picture all but as they are"));
        if (pictures.size() > 1) {
            findings.add(diversity(planes));
        }
        if (wraps.across() || wraps.down()) {
            findings.add(seam(planes, wraps));
        }
        return findings;
    }

    private Finding checkerboard(List<Exemplar> pictures) {
        double[] levels = new double[Checkerboard.PERIODS.length];
        for (Exemplar picture : pictures) {
            double[] one = checkerboard.levels(picture);
            for (int i = 0; i < levels.length; i++) {
                levels[i] += one[i] / pictures.size();
            }
        }
        int worst = 0;
        for (int i = 1; i < levels.length; i++) {
            if (levels[i] > levels[worst]) {
                worst = i;
            }
        }
        String words =
                String.format(
                        Locale.ROOT,
                        "at a period of %d pixels the grid shows by %.1f levels, beyond what the"
                                + " exemplar has there",
                        Checkerboard.PERIODS[worst],
                        levels[worst]);
        return new Finding(
                "checkerboard",
                "checkerboard",
                levels[worst],
                UNSEEN_LEVELS,
                levels[worst] > UNSEEN_LEVELS,
                words);
    }

    private static Finding share(String name, String title, double share, String of) {
        String words = String.format(Locale.ROOT, "%.0f %% %s", 100 * share, of);
        return new Finding(name, title, share, CHANCE, share > CHANCE, words);
    }

    /** The correlation of the two pictures that are most alike. */
    private static Finding diversity(List<Plane> planes) {
        double most = -1;
        for (int a = 0; a < planes.size(); a++) {
            for (int b = 0; b < a; b++) {
                most = Math.max(most, correlation(planes.get(a), planes.get(b)));
            }
        }
        String words =
                String.format(
                        Locale.ROOT, "pictures of different seeds correlate by up to %.2f", most);
        return new Finding("diversity", "sameness of pictures", most, SAME, most > SAME, words);
    }

    private static double correlation(Plane a, Plane b) {
        int width = Math.min(a.width(), b.width());
        int height = Math.min(a.height(), b.height());
        Samples first = Samples.of(a.crop(0, 0, width, height)).normalised();
        Samples second = Samples.of(b.crop(0, 0, width, height)).normalised();
        return first.product(second);
    }

    private static Finding seam(List<Plane> planes, Wraps wraps) {
        double worst = 0;
        for (Plane plane : planes) {
            if (wraps.across()) {
                worst = Math.max(worst, Seams.across(plane));
            }
            if (wraps.down()) {
                worst = Math.max(worst, Seams.down(plane));
            }
        }
        String words =
                String.format(
                        Locale.ROOT,
                        "where the picture joins itself, lines differ %.2f times as much as inside",
                        worst);
        return new Finding("seam", "wrap seam", worst, SEAM, worst > SEAM, words);
    }

    /** The difference between opposite edges over that between neighbouring lines inside. */
    private static final class Seams {

        private Seams() {}

        /** The first column against the last. */
        static double across(Plane plane) {
            double inside = 0;
            for (int x = 1; x < plane.width(); x++) {
                inside += columns(plane, x - 1, x);
            }
            double edge = columns(plane, plane.width() - 1, 0);
            return edge / Math.max(inside / (plane.width() - 1), Statistic.LEVEL / 4);
        }

        /** The first row against the last. */
        static double down(Plane plane) {
            double inside = 0;
            for (int y = 1; y < plane.height(); y++) {
                inside += rows(plane, y - 1, y);
            }
            double edge = rows(plane, plane.height() - 1, 0);
            return edge / Math.max(inside / (plane.height() - 1), Statistic.LEVEL / 4);
        }

        private static double columns(Plane plane, int a, int b) {
            double sum = 0;
            for (int y = 0; y < plane.height(); y++) {
                sum += Math.abs(plane.at(a, y) - plane.at(b, y));
            }
            return sum / plane.height();
        }

        private static double rows(Plane plane, int a, int b) {
            double sum = 0;
            for (int x = 0; x < plane.width(); x++) {
                sum += Math.abs(plane.at(x, a) - plane.at(x, b));
            }
            return sum / plane.width();
        }
    }
}
