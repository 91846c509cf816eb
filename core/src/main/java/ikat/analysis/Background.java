package ikat.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What the power of a bin is compared with: the median power at its distance from the centre, which
 * a texture of the same grain without any order would have there, and the median around it.
 */
final class Background {

    private static final double INNER = 1.25;
    private static final double OUTER = 4;

    private final Spectrum spectrum;
    private final double step;
    private final double[] logMedians; // [ring]

    Background(Spectrum spectrum) {
        this.spectrum = spectrum;
        step = spectrum.lobe();
        logMedians = logMedians();
    }

    /**
     * Power over the greater of both medians, or 0 if it is certain to be below {@code threshold}.
     */
    double prominence(int u, int v, double threshold) {
        double ratio = relative(u, v);
        return ratio < threshold ? 0 : ratio / Math.max(1, medianAround(u, v));
    }

    private double relative(int u, int v) {
        return spectrum.power(u, v) / median(Math.hypot(spectrum.fx(u), spectrum.fy(v)));
    }

    private double medianAround(int u, int v) {
        int reachU = (int) Math.ceil(OUTER * spectrum.lobeColumns());
        int reachV = (int) Math.ceil(OUTER * spectrum.lobeRows());
        double[] samples = new double[(2 * reachU + 1) * (2 * reachV + 1)];
        int count = 0;
        for (int du = -reachU; du <= reachU; du++) {
            for (int dv = -reachV; dv <= reachV; dv++) {
                double lobes = spectrum.lobes(du, dv);
                if (lobes >= INNER && lobes <= OUTER) {
                    samples[count++] = relative(u + du, v + dv);
                }
            }
        }
        Arrays.sort(samples, 0, count);
        return samples[count / 2];
    }

    private double[] logMedians() {
        int rings = (int) (0.5 / step) + 2;
        List<DoubleStream.Builder> samples =
                Stream.generate(DoubleStream::builder).limit(rings).toList();
        spectrum.forEachBin(
                (u, v, times) -> {
                    double radius = Math.hypot(spectrum.fx(u), spectrum.fy(v));
                    if (radius <= 0.5) {
                        samples.get((int) Math.round(radius / step)).add(spectrum.power(u, v));
                    }
                });
        double[] logs = new double[rings];
        for (int ring = 0; ring < rings; ring++) {
            double[] sorted = samples.get(ring).build().sorted().toArray();
            double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
            logs[ring] = Math.log(median + 1e-12);
        }
        return logs;
    }

    /** Median power at a distance of {@code radius} cycles per pixel from the centre. */
    private double median(double radius) {
        double position = Math.min(radius / step, logMedians.length - 1.001);
        int ring = (int) position;
        double part = position - ring;
        return Math.exp((1 - part) * logMedians[ring] + part * logMedians[ring + 1]);
    }
}
