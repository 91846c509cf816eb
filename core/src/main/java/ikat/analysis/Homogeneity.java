package ikat.analysis;

import ikat.image.Light;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How much the parts of a picture differ. A texture is alike everywhere; a scene or a wall in
 * perspective is not.
 *
 * @param brightness greatest difference between the means of two quarters, in standard deviations
 *     of the picture
 * @param contrast greatest ratio between the standard deviations of two quarters, at least 1
 * @param detail greatest ratio between the steepness (gradient over deviation) of two quarters, at
 *     least 1
 * @param drift greatest ratio between the period of the main wave in two opposite halves, at least
 *     1; 1 without waves
 * @param fall the share by which the light falls off across the picture, 0 to 1; 0 if it does not
 *     do so evenly
 */
public record Homogeneity(
        double brightness, double contrast, double detail, double drift, double fall) {

    private static final double BRIGHTNESS_LIMIT = 1.2;
    private static final double CONTRAST_LIMIT = 1.6;
    private static final double DETAIL_LIMIT = 1.6;
    private static final double DRIFT_LIMIT = 1.08;
    private static final double FALL_LIMIT = 0.25;
    private static final int ENOUGH_PIXELS = 1 << 21;

    /** How far a wave may be moved in a half, in parts of its frequency. */
    private static final double FARTHEST = 0.2;

    /** How far apart two waves may be that are one, in parts of the frequency. */
    private static final double SAME = 0.05;

    /** What share of a wave's power its peak in a half has at least. */
    private static final double LEAST_OF_WAVE = 0.1;

    static Homogeneity of(Plane plane, Plane luminance, List<Peak> waves) {
        List<Plane> quarters = quarters(reduced(plane));
        double deviation = Math.max(plane.deviation(), Double.MIN_NORMAL);
        DoubleSummaryStatistics means =
                quarters.stream().mapToDouble(Plane::mean).summaryStatistics();
        return new Homogeneity(
                (means.getMax() - means.getMin()) / deviation,
                ratio(quarters.stream().mapToDouble(Plane::deviation)),
                ratio(quarters.stream().mapToDouble(Homogeneity::steepness)),
                waves.isEmpty() ? 1 : drift(plane, fundamental(waves)),
                LightTrend.of(reduced(luminance)).fall());
    }

    /** Whether one set of statistics describes all parts. */
    public boolean uniform() {
        return brightness <= BRIGHTNESS_LIMIT
                && contrast <= CONTRAST_LIMIT
                && detail <= DETAIL_LIMIT
                && fall <= FALL_LIMIT
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
     * The slowest wave of which the main one is a multiple: its neighbours among the harmonics are
     * the farthest away, in parts of its frequency.
     */
    private static Peak fundamental(List<Peak> waves) {
        Peak main = waves.get(0);
        return waves.stream()
                .filter(wave -> wave.share() > LEAST_OF_WAVE * main.share())
                .filter(wave -> isMultiple(main, wave))
                .min(Comparator.comparingDouble(Peak::frequency))
                .orElse(main);
    }

    private static boolean isMultiple(Peak main, Peak wave) {
        long times = Math.round(main.frequency() / wave.frequency());
        return times >= 1
                && wave.distance(main.fx() / times, main.fy() / times) < SAME * wave.frequency();
    }

    /** The greater of the ratios between the main wave's periods in opposite halves. */
    private static double drift(Plane plane, Peak wave) {
        int columns = (plane.width() + 1) / 2;
        int rows = (plane.height() + 1) / 2;
        Plane left = plane.crop(0, 0, columns, plane.height());
        Plane right = plane.crop(plane.width() - columns, 0, columns, plane.height());
        Plane upper = plane.crop(0, 0, plane.width(), rows);
        Plane lower = plane.crop(0, plane.height() - rows, plane.width(), rows);
        return Math.max(ratio(wave, left, right), ratio(wave, upper, lower));
    }

    /** 1 if the wave is not found in both. */
    private static double ratio(Peak wave, Plane one, Plane other) {
        double[] periods =
                Stream.of(one, other).flatMapToDouble(half -> period(half, wave)).toArray();
        return periods.length < 2 ? 1 : ratio(DoubleStream.of(periods));
    }

    /**
     * The period in a half of the peak that is the wave: the nearest one, as harmonics of a row of
     * bricks may lie no farther from each other than perspective moves a wave.
     */
    private static DoubleStream period(Plane half, Peak wave) {
        return new PeakFinder(Spectrum.of(half, Spectrum.WINDOW))
                .peaks().stream()
                        .filter(peak -> peak.share() > LEAST_OF_WAVE * wave.share())
                        .min(Comparator.comparingDouble(peak -> distance(peak, wave)))
                        .filter(peak -> distance(peak, wave) < FARTHEST * wave.frequency())
                        .map(peak -> DoubleStream.of(peak.period()))
                        .orElseGet(DoubleStream::empty);
    }

    private static double distance(Peak peak, Peak wave) {
        return peak.distance(wave.fx(), wave.fy());
    }

    private static double ratio(DoubleStream values) {
        DoubleSummaryStatistics all = values.summaryStatistics();
        boolean none = all.getCount() == 0;
        return none ? 1 : Math.max(all.getMax(), 1e-9) / Math.max(all.getMin(), 1e-9);
    }

    /**
     * A plane through the logarithms of the mean light of 8x8 parts, by least squares. Of 37
     * pictures in even light it explains at most 0.19 of their variance, and of eight in falling
     * light at least 0.65.
     *
     * @param across the rise from the left edge to the right one
     * @param down the rise from the upper edge to the lower one
     * @param explained the share of the variance that it explains
     */
    private record LightTrend(double across, double down, double explained) {

        private static final int PARTS = 8;
        private static final double LEAST_EXPLAINED = 0.4;

        /** So that black has a logarithm. */
        private static final double LEAST_LIGHT = 0.01;

        static LightTrend of(Plane luminance) {
            double[] light = means(luminance);
            double mean = DoubleStream.of(light).average().orElse(0);
            double[] logarithms =
                    DoubleStream.of(light)
                            .map(part -> Math.log(part + LEAST_LIGHT * Math.max(mean, 1)))
                            .toArray();
            double middle = DoubleStream.of(logarithms).average().orElse(0);
            double across = 0;
            double down = 0;
            double all = 0;
            double squares = 0; // of the places
            for (int i = 0; i < logarithms.length; i++) {
                double off = logarithms[i] - middle;
                across += place(i % PARTS) * off;
                down += place(i / PARTS) * off;
                all += off * off;
                squares += place(i % PARTS) * place(i % PARTS);
            }
            double explained = (across * across + down * down) / (squares * Math.max(all, 1e-12));
            return new LightTrend(across / squares, down / squares, explained);
        }

        /** The middle of a part, from -0.5 to 0.5. */
        private static double place(int part) {
            return (part + 0.5) / PARTS - 0.5;
        }

        private static double[] means(Plane luminance) {
            double[] sums = new double[PARTS * PARTS];
            int[] counts = new int[sums.length];
            for (int y = 0; y < luminance.height(); y++) {
                int row = y * PARTS / luminance.height() * PARTS;
                for (int x = 0; x < luminance.width(); x++) {
                    int part = row + x * PARTS / luminance.width();
                    sums[part] += Light.of((byte) Math.round(255 * luminance.at(x, y)));
                    counts[part]++;
                }
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] /= Math.max(1, counts[i]);
            }
            return sums;
        }

        double fall() {
            return explained < LEAST_EXPLAINED
                    ? 0
                    : 1 - Math.exp(-Math.abs(across) - Math.abs(down));
        }
    }
}
