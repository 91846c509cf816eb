package ikat.score;

import ikat.analysis.Peak;
import ikat.signal.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how much elements on a lattice differ: by demodulation at its waves, as a radio measures
 * the amplitude and phase of a carrier (Gabor 1946), and by the mean over all elements.
 * Thread-safe.
 */
final class Elements {

    /** Deviation of the Gaussian window in periods: an element and what is around it. */
    private static final double WINDOW = 0.7;

    /** Sine of the least angle between two waves that span a lattice. */
    private static final double INDEPENDENT = 0.3;

    private static final int BINS_OF_ONE = 64;
    private static final int BINS_OF_TWO = 16;

    private final List<Peak> waves;
    private final Measured exemplar;

    /**
     * @param exemplar its main colour direction
     * @param waves of its lattice, one or two
     */
    private Elements(Plane exemplar, List<Peak> waves) {
        this.waves = waves;
        this.exemplar = measure(exemplar);
    }

    /**
     * For an exemplar.
     *
     * @param exemplar its main colour direction
     * @param peaks of its spectrum, the most useful first; none for a texture without order
     */
    static List<Elements> of(Plane exemplar, List<Peak> peaks) {
        List<Peak> waves = new ArrayList<>();
        for (Peak peak : peaks) {
            boolean fits =
                    peak.period() * 6 * WINDOW < Math.min(exemplar.width(), exemplar.height());
            if (fits && waves.stream().allMatch(other -> independent(other, peak))) {
                waves.add(peak);
            }
            if (waves.size() == 2) {
                break;
            }
        }
        return waves.isEmpty() ? List.of() : List.of(new Elements(exemplar, waves));
    }

    private static boolean independent(Peak a, Peak b) {
        double cross = a.fx() * b.fy() - a.fy() * b.fx();
        return Math.abs(cross) > INDEPENDENT * a.frequency() * b.frequency();
    }

    /**
     * The figures of candidates beside the exemplar's.
     *
     * @param candidates their main colour direction
     */
    List<ElementFigure> figures(List<Plane> candidates) {
        double share = 0;
        double displacement = 0;
        double variation = 0;
        for (Plane candidate : candidates) {
            Measured one = measure(candidate);
            share += one.meanElement / candidates.size();
            displacement += one.displacement / candidates.size();
            variation += one.variation / candidates.size();
        }
        return List.of(
                new ElementFigure(
                        "meanElement",
                        "of the variance is one mean element",
                        exemplar.meanElement,
                        share),
                new ElementFigure(
                        "displacement",
                        "px that elements lie beside their lattice",
                        exemplar.displacement,
                        displacement),
                new ElementFigure(
                        "amplitude",
                        "variation of the waves' amplitude",
                        exemplar.variation,
                        variation));
    }

    private record Measured(double meanElement, double displacement, double variation) {}

    private Measured measure(Plane plane) {
        double displacement = 0;
        double variation = 0;
        List<double[]> frequencies = new ArrayList<>();
        for (Peak wave : waves) {
            Envelope envelope = Envelope.of(plane, wave);
            displacement += envelope.displacement() / waves.size();
            variation += envelope.variation() / waves.size();
            frequencies.add(envelope.frequency());
        }
        return new Measured(meanElement(plane, frequencies), displacement, variation);
    }

    /** The share of the variance that the mean over all pixels of the same phases explains. */
    private static double meanElement(Plane plane, List<double[]> frequencies) {
        int side = frequencies.size() == 1 ? BINS_OF_ONE : BINS_OF_TWO;
        int bins = frequencies.size() == 1 ? side : side * side;
        double[] sums = new double[bins];
        double[] counts = new double[bins];
        double total = 0;
        double squares = 0;
        int pixels = plane.width() * plane.height();
        for (int i = 0; i < pixels; i++) {
            int bin = 0;
            for (double[] f : frequencies) {
                double turns = f[0] * (i % plane.width()) + f[1] * (i / plane.width());
                bin = bin * side + (int) ((turns - Math.floor(turns)) * side) % side;
            }
            double value = plane.values()[i];
            sums[bin] += value;
            counts[bin]++;
            total += value;
            squares += value * value;
        }
        double mean = total / pixels;
        double variance = squares / pixels - mean * mean;
        double between = 0;
        int used = 0;
        for (int b = 0; b < bins; b++) {
            if (counts[b] > 0) {
                double away = sums[b] / counts[b] - mean;
                between += counts[b] / pixels * away * away;
                used++;
            }
        }
        // What the means of so many samples would vary by themselves.
        double chance = (double) used / pixels;
        double explained = (between - chance * variance) / (1 - chance);
        return variance <= 0 ? 0 : Math.max(0, explained / variance);
    }

    /** A wave's amplitude and phase over a picture, without what is too near to the edges. */
    private record Envelope(double[] frequency, double period, double[] real, double[] imaginary) {

        static Envelope of(Plane plane, Peak wave) {
            int width = plane.width();
            int height = plane.height();
            double mean = 0;
            for (float value : plane.values()) {
                mean += value / ((double) width * height);
            }
            double[] real = new double[width * height];
            double[] imaginary = new double[width * height];
            for (int i = 0; i < real.length; i++) {
                double angle = 2 * Math.PI * (wave.fx() * (i % width) + wave.fy() * (i / width));
                real[i] = (plane.values()[i] - mean) * Math.cos(angle);
                imaginary[i] = -(plane.values()[i] - mean) * Math.sin(angle);
            }
            double[] window = window(WINDOW * wave.period());
            int margin = window.length / 2;
            int across = width - 2 * margin;
            int down = height - 2 * margin;
            double[] x = smoothed(real, width, height, window);
            double[] y = smoothed(imaginary, width, height, window);
            double[] drift = drift(x, y, across);
            for (int i = 0; i < x.length; i++) {
                double angle = -(drift[0] * (i % across) + drift[1] * (i / across));
                double turned = x[i] * Math.cos(angle) - y[i] * Math.sin(angle);
                y[i] = x[i] * Math.sin(angle) + y[i] * Math.cos(angle);
                x[i] = turned;
            }
            double[] frequency = {
                wave.fx() + drift[0] / (2 * Math.PI), wave.fy() + drift[1] / (2 * Math.PI)
            };
            assert x.length == across * down;
            return new Envelope(frequency, wave.period(), x, y);
        }

        private static double[] window(double deviation) {
            int radius = (int) Math.ceil(2 * deviation);
            double[] window = new double[2 * radius + 1];
            double sum = 0;
            for (int i = 0; i < window.length; i++) {
                double at = (i - radius) / deviation;
                window[i] = Math.exp(-at * at / 2);
                sum += window[i];
            }
            for (int i = 0; i < window.length; i++) {
                window[i] /= sum;
            }
            return window;
        }

        /** Smoothed along both axes, smaller by the window's radius on each side. */
        private static double[] smoothed(double[] values, int width, int height, double[] window) {
            int across = width - window.length + 1;
            int down = height - window.length + 1;
            double[] rows = new double[across * height];
            for (int y = 0; y < height; y++) {
                for (int i = 0; i < window.length; i++) {
                    for (int x = 0; x < across; x++) {
                        rows[y * across + x] += window[i] * values[y * width + x + i];
                    }
                }
            }
            double[] smooth = new double[across * down];
            for (int y = 0; y < down; y++) {
                for (int i = 0; i < window.length; i++) {
                    for (int x = 0; x < across; x++) {
                        smooth[y * across + x] += window[i] * rows[(y + i) * across + x];
                    }
                }
            }
            return smooth;
        }

        /** The mean change of the phase from a pixel to the next, to the right and downwards. */
        private static double[] drift(double[] x, double[] y, int across) {
            double[][] sums = new double[2][2];
            for (int i = 0; i < x.length; i++) {
                for (int axis = 0; axis < 2; axis++) {
                    int next = axis == 0 ? i + 1 : i + across;
                    if (axis == 0 ? next % across != 0 : next < x.length) {
                        sums[axis][0] += x[next] * x[i] + y[next] * y[i];
                        sums[axis][1] += y[next] * x[i] - x[next] * y[i];
                    }
                }
            }
            return new double[] {
                Math.atan2(sums[0][1], sums[0][0]), Math.atan2(sums[1][1], sums[1][0])
            };
        }

        /** Root mean square in pixels along the wave. */
        double displacement() {
            double sumX = 0;
            double sumY = 0;
            for (int i = 0; i < real.length; i++) {
                sumX += real[i];
                sumY += imaginary[i];
            }
            double sum = 0;
            for (int i = 0; i < real.length; i++) {
                double away =
                        Math.atan2(
                                imaginary[i] * sumX - real[i] * sumY,
                                real[i] * sumX + imaginary[i] * sumY);
                sum += away * away / real.length;
            }
            return Math.sqrt(sum) * period / (2 * Math.PI);
        }

        /** The amplitude's deviation over its mean. */
        double variation() {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < real.length; i++) {
                double amplitude = Math.hypot(real[i], imaginary[i]);
                mean += amplitude / real.length;
                square += amplitude * amplitude / real.length;
            }
            return mean == 0 ? 0 : Math.sqrt(Math.max(0, square - mean * mean)) / mean;
        }
    }
}
