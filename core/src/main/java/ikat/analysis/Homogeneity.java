package ikat.analysis;

import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How much the parts of a picture differ. A texture is alike everywhere; a scene or a wall in
 * perspective is not.
 *
 * @param brightness greatest difference between the means of two quarters, in standard deviations
 *     of the picture
 * @param contrast greatest ratio between the standard deviations of two quarters, at least 1
 * @param detail greatest ratio between the steepness (gradient over deviation) of two quarters, at
 *     least 1
 * @param drift greatest ratio between the period of the main wave in two halves, at least 1; 1
 *     without waves
 */
public record Homogeneity(double brightness, double contrast, double detail, double drift) {

    private static final double BRIGHTNESS_LIMIT = 1.2;
    private static final double CONTRAST_LIMIT = 1.6;
    private static final double DETAIL_LIMIT = 1.6;
    private static final double DRIFT_LIMIT = 1.08;
    private static final int ENOUGH_PIXELS = 1 << 21;

    static Homogeneity of(Plane plane, List<Peak> waves) {
        List<Plane> quarters = quarters(reduced(plane));
        double deviation = Math.max(plane.deviation(), Double.MIN_NORMAL);
        DoubleSummaryStatistics means =
                quarters.stream().mapToDouble(Plane::mean).summaryStatistics();
        return new Homogeneity(
                (means.getMax() - means.getMin()) / deviation,
                ratio(quarters.stream().mapToDouble(Plane::deviation)),
                ratio(quarters.stream().mapToDouble(Homogeneity::steepness)),
                waves.isEmpty() ? 1 : ratio(periods(plane, waves.get(0))));
    }

    /** Whether one set of statistics describes all parts. */
    public boolean uniform() {
        return brightness <= BRIGHTNESS_LIMIT
                && contrast <= CONTRAST_LIMIT
                && detail <= DETAIL_LIMIT
                && !drifts();
    }

    /** Whether the period changes over the picture, as in perspective. */
    public boolean drifts() {
        return drift > DRIFT_LIMIT;
    }

    private static Plane reduced(Plane plane) {
        Plane reduced = plane;
        while (reduced.values().length > ENOUGH_PIXELS) {
            reduced = reduced.halved();
        }
        return reduced;
    }

    private static List<Plane> quarters(Plane plane) {
        int columns = (plane.width() + 1) / 2;
        int rows = (plane.height() + 1) / 2;
        List<Plane> quarters = new ArrayList<>();
        for (int top : new int[] {0, plane.height() - rows}) {
            for (int left : new int[] {0, plane.width() - columns}) {
                quarters.add(plane.crop(left, top, columns, rows));
            }
        }
        return quarters;
    }

    private static double steepness(Plane plane) {
        double sum = 0;
        for (int y = 0; y + 1 < plane.height(); y++) {
            for (int x = 0; x + 1 < plane.width(); x++) {
                double across = plane.at(x + 1, y) - plane.at(x, y);
                double down = plane.at(x, y + 1) - plane.at(x, y);
                sum += across * across + down * down;
            }
        }
        return Math.sqrt(sum / plane.values().length) / Math.max(plane.deviation(), 1e-9);
    }

    /**
     * The main wave's period in the left, right, upper and lower half, where it can be found there.
     */
    private static DoubleStream periods(Plane plane, Peak wave) {
        int columns = (plane.width() + 1) / 2;
        int rows = (plane.height() + 1) / 2;
        return List.of(
                        plane.crop(0, 0, columns, plane.height()),
                        plane.crop(plane.width() - columns, 0, columns, plane.height()),
                        plane.crop(0, 0, plane.width(), rows),
                        plane.crop(0, plane.height() - rows, plane.width(), rows))
                .stream()
                .flatMap(
                        half ->
                                new PeakFinder(Spectrum.of(half, Spectrum.WINDOW))
                                        .peaks().stream().limit(3))
                .filter(p -> p.distance(wave.fx(), wave.fy()) < 0.25 * wave.frequency())
                .mapToDouble(Peak::period);
    }

    private static double ratio(DoubleStream values) {
        DoubleSummaryStatistics all = values.summaryStatistics();
        boolean none = all.getCount() == 0;
        return none ? 1 : Math.max(all.getMax(), 1e-9) / Math.max(all.getMin(), 1e-9);
    }
}
