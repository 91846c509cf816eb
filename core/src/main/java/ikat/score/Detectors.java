package ikat.score;

import ikat.image.Exemplar;
import ikat.image.Wraps;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Detects faults of a texture; the exemplar itself sets the limits. Thread-safe. */
final class Detectors {

    /** Root mean square in levels below which it is invisible. */
    private static final double UNSEEN_LEVELS = 0.75;

    /** Correlation of two pictures above which the seed makes no difference. */
    private static final double SAME = 0.8;

    /**
     * How much wider, in pixels, the largest square that is the exemplar's may be than one that its
     * halves share: two patches of {@link Likeness}.
     */
    private static final double LONGEST_RUN = 64;

    /** Allowed ratio of differences at an edge to those inside. */
    private static final double SEAM = 1.5;

    private final double[] axis;
    private final Checkerboard checkerboard;
    private final Likeness likeness;
    private final Exemplar exemplar;
    private @Nullable Squares squares; // made when first needed: training needs none

    /** Squares that are the exemplar's, and the side of the largest that its halves share. */
    private record Squares(VerbatimSquares exemplar, int own) {}

    /**
     * @param exemplar in three channels
     * @param axis its main colour direction
     */
    Detectors(Exemplar exemplar, double[] axis) {
        this.axis = axis;
        checkerboard = new Checkerboard(exemplar);
        likeness = new Likeness(main(exemplar));
        this.exemplar = exemplar;
    }

    private synchronized Squares squares() {
        if (squares == null) {
            int half = exemplar.width() / 2;
            int height = exemplar.height();
            Exemplar left = exemplar.crop(0, 0, half, height);
            Exemplar right = exemplar.crop(half, 0, half, height);
            squares =
                    new Squares(
                            new VerbatimSquares(exemplar),
                            new VerbatimSquares(left).largest(right));
        }
        return squares;
    }

    /** A picture's main colour direction. */
    Plane main(Exemplar picture) {
        return Plane.project(picture, axis, 1, 0);
    }

    /** The share of a picture's patches that are found in the exemplar. */
    double copied(Exemplar picture) {
        return likeness.copied(main(picture));
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
        double copied = planes.stream().mapToDouble(likeness::copied).average().orElse(0);
        findings.add(
                finding(
                        "copying",
                        "verbatim copying",
                        copied,
                        Finding.CHANCE,
                        "%.0f %% of the patches are found in the exemplar all but as they are",
                        100 * copied));
        Squares own = squares();
        int square = pictures.stream().mapToInt(own.exemplar()::largest).max().orElse(0);
        findings.add(
                finding(
                        "run",
                        "longest run copied",
                        square,
                        own.own() + LONGEST_RUN,
                        "the largest square that is the exemplar's pixel by pixel is %d px wide;"
                                + " its halves share one of %d",
                        square,
                        own.own()));
        double repeated = planes.stream().mapToDouble(likeness::repeated).average().orElse(0);
        findings.add(
                finding(
                        "repetition",
                        "repetition",
                        repeated,
                        Finding.CHANCE,
                        "%.0f %% of the patches come again in the same picture all but as they are",
                        100 * repeated));
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
        return finding(
                "checkerboard",
                "checkerboard",
                levels[worst],
                UNSEEN_LEVELS,
                "at a period of %d pixels the grid shows by %.1f levels, beyond what the exemplar"
                        + " has there",
                Checkerboard.PERIODS[worst],
                levels[worst]);
    }

    private static Finding finding(
            String name,
            String title,
            double value,
            double limit,
            String words,
            Object... numbers) {
        String sentence = String.format(Locale.ROOT, words, numbers);
        return new Finding(name, title, value, limit, value > limit, sentence);
    }

    /** The correlation of the two pictures that are most alike. */
    private static Finding diversity(List<Plane> planes) {
        double most = -1;
        for (int a = 0; a < planes.size(); a++) {
            for (int b = 0; b < a; b++) {
                most = Math.max(most, correlation(planes.get(a), planes.get(b)));
            }
        }
        return finding(
                "diversity",
                "sameness of pictures",
                most,
                SAME,
                "pictures of different seeds correlate by up to %.2f",
                most);
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
            int width = plane.width();
            int height = plane.height();
            if (wraps.across()) {
                worst = Math.max(worst, edge(plane.values(), width, 1, height, width));
            }
            if (wraps.down()) {
                worst = Math.max(worst, edge(plane.values(), height, width, width, 1));
            }
        }
        return finding(
                "seam",
                "wrap seam",
                worst,
                SEAM,
                "where the picture joins itself, lines differ %.2f times as much as inside",
                worst);
    }

    /**
     * The difference between opposite edges over that between neighbouring lines inside.
     *
     * @param lines columns or rows
     * @param next distance in the array from a line to the next
     * @param length pixels of a line
     * @param step distance in the array from a pixel of a line to the next
     */
    private static double edge(float[] values, int lines, int next, int length, int step) {
        double inside = 0;
        for (int line = 1; line < lines; line++) {
            inside += difference(values, (line - 1) * next, line * next, length, step);
        }
        double edge = difference(values, (lines - 1) * next, 0, length, step);
        return edge / Math.max(inside / (lines - 1), Statistic.LEVEL / 4);
    }

    private static double difference(float[] values, int a, int b, int length, int step) {
        double sum = 0;
        for (int i = 0; i < length * step; i += step) {
            sum += Math.abs(values[a + i] - values[b + i]);
        }
        return sum / length;
    }
}
