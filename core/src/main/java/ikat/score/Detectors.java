package ikat.score;

import ikat.image.Exemplar;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds what a texture must not have; the exemplar itself says how much of it is no fault.
 * Thread-safe.
 */
final class Detectors {

    /** Share of patches that may be too near by chance: the bound is nearer than nine of ten. */
    private static final double CHANCE = 0.1;

    /** Root mean square in levels that is not seen. */
    private static final double UNSEEN_LEVELS = 0.75;

    /** Likeness of two pictures, pixel by pixel, above which a seed makes no difference. */
    private static final double SAME = 0.8;

    /** The lines at an edge may differ by so much more than lines inside. */
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
     * Looks at pictures of one texture.
     *
     * @param pictures in three channels
     * @param wraps the edges at which the pictures are said to go on
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
}
