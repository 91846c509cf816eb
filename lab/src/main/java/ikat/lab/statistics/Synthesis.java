package ikat.lab.statistics;

import ikat.io.Workers;
import ikat.signal.ComplexPlane;
import ikat.signal.PlaneFourier;
import ikat.signal.SteerableFilters;
import java.util.List;
import java.util.Random;

/**
 * Synthesis of a picture with given statistics from white noise. A round decomposes the picture,
 * imposes the statistics on each part from the coarsest to the finest, and reconstructs it
 * (Portilla and Simoncelli 2000, section 3 and figure 12). Not thread-safe.
 */
final class Synthesis {

    private final JointStatistics wanted;
    private final Colouring colouring;
    private final SteerableFilters filters;
    private final Workers workers;
    private final int channels;
    private double[][] planes;

    Synthesis(
            JointStatistics wanted,
            Colouring colouring,
            SteerableFilters filters,
            int area,
            long seed,
            Workers workers) {
        this.wanted = wanted;
        this.colouring = colouring;
        this.filters = filters;
        this.workers = workers;
        channels = wanted.highs().length;
        planes = new double[channels][area];
        Random random = new Random(seed);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < area; i++) {
                planes[c][i] = random.nextGaussian();
            }
            Moments moments = wanted.pixels().get(c);
            MomentMatch.spread(planes[c], moments.mean(), moments.variance());
        }
    }

    /** The current colours within the exemplar's range, {@code [colour][pixel]}. */
    double[][] colours() {
        return colouring.impose(planes);
    }

    /** The current picture, {@code [channel][pixel]}. */
    double[][] planes() {
        return planes;
    }

    /** Performs one round. */
    void round() {
        Layers layers = Layers.of(planes, filters, workers);
        int last = filters.scales();
        ComplexPlane[] low = imposeLows(last, layers.lows().get(last));
        ComplexPlane[] coarserBands = {};
        for (int scale = last - 1; scale >= 0; scale--) {
            Parents parents =
                    scale == last - 1
                            ? Parents.ofLow(filters, low, workers)
                            : Parents.ofBands(filters, scale + 1, coarserBands, workers);
            ComplexPlane[] bands = layers.bands().get(scale);
            imposeMagnitudes(scale, bands, parents.magnitudes());
            coarserBands = imposeReals(scale, bands, parents.phases());
            low = imposeLows(scale, combined(scale, coarserBands, low));
        }
        planes = whole(low, layers.high());
        imposePixels();
    }

    private ComplexPlane[] imposeLows(int scale, ComplexPlane[] low) {
        ComplexPlane[] imposed = new ComplexPlane[channels];
        // a channel has variance 1, and amplitudes double with each scale
        double whole = Math.pow(4, scale);
        workers.each(
                channels,
                c ->
                        imposed[c] =
                                wanted.lows()
                                        .get(scale)
                                        .get(c)
                                        .impose(low[c], filters.fourier(scale), whole));
        return imposed;
    }

    private void imposeMagnitudes(int scale, ComplexPlane[] bands, double[][] parents) {
        ScaleStatistics target = wanted.scales().get(scale);
        PlaneFourier fourier = filters.fourier(scale);
        double[][] magnitudes = new double[bands.length][];
        workers.each(
                bands.length,
                b -> {
                    magnitudes[b] = bands[b].magnitudes();
                    Rows.centre(magnitudes[b]);
                });
        Correlations.impose(
                magnitudes, parents, target.magnitudes(), target.magnitudesWithParents(), workers);
        workers.each(
                bands.length,
                b -> {
                    ComplexPlane spectrum = fourier.forward(magnitudes[b]);
                    Autocorrelation.impose(spectrum, fourier, target.autocorrelations()[b]);
                    double[] imposed = fourier.inverseReal(spectrum);
                    Rows.shift(imposed, target.magnitudeMeans()[b]);
                    setMagnitudes(bands[b], imposed);
                });
    }

    /** Sets the magnitudes of a band and keeps its phases; a negative magnitude becomes 0. */
    private static void setMagnitudes(ComplexPlane band, double[] magnitudes) {
        double[] real = band.real();
        double[] imaginary = band.imaginary();
        for (int i = 0; i < magnitudes.length; i++) {
            double now = Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
            double factor = now > 0 ? Math.max(0, magnitudes[i]) / now : 0;
            real[i] *= factor;
            imaginary[i] *= factor;
        }
    }

    /** Imposes the statistics of the real parts and returns their spectra. */
    private ComplexPlane[] imposeReals(int scale, ComplexPlane[] bands, double[][] parents) {
        ScaleStatistics target = wanted.scales().get(scale);
        double[][] reals = new double[bands.length][];
        for (int b = 0; b < bands.length; b++) {
            reals[b] = bands[b].real();
        }
        Correlations.impose(reals, parents, target.reals(), target.realsWithParents(), workers);
        ComplexPlane[] spectra = new ComplexPlane[bands.length];
        workers.each(bands.length, b -> spectra[b] = filters.fourier(scale).forward(reals[b]));
        return spectra;
    }

    private ComplexPlane[] combined(int scale, ComplexPlane[] bands, ComplexPlane[] coarser) {
        int orientations = filters.orientations();
        ComplexPlane[] low = new ComplexPlane[channels];
        workers.each(
                channels,
                c ->
                        low[c] =
                                filters.combine(
                                        scale,
                                        List.of(bands)
                                                .subList(c * orientations, (c + 1) * orientations),
                                        coarser[c]));
        return low;
    }

    private double[][] whole(ComplexPlane[] low, ComplexPlane[] high) {
        double[][] whole = new double[channels][];
        workers.each(
                channels,
                c -> {
                    Autocorrelation.imposeVariance(high[c], wanted.highs()[c]);
                    whole[c] = filters.fourier(0).inverseReal(filters.whole(low[c], high[c]));
                });
        return whole;
    }

    private void imposePixels() {
        planes = colouring.channels().split(colouring.impose(planes));
        for (double[] plane : planes) {
            Rows.centre(plane);
        }
        Correlations.impose(
                planes, new double[0][], wanted.channels(), new double[channels][0], workers);
        workers.each(
                channels,
                c -> {
                    Moments moments = wanted.pixels().get(c);
                    double[] plane = planes[c];
                    MomentMatch.spread(plane, moments.mean(), moments.variance());
                    MomentMatch.skewness(plane, moments.skewness());
                    MomentMatch.kurtosis(plane, moments.kurtosis());
                });
    }
}
