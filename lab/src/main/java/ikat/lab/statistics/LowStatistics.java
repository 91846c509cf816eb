package ikat.lab.statistics;

import ikat.signal.ComplexPlane;
import ikat.signal.PlaneFourier;

/**
 * Statistics of a low-pass plane about its mean (Portilla and Simoncelli 2000, sections 2.1 and
 * 2.2).
 *
 * @param autocorrelation its central samples
 * @param skewness of its numbers
 * @param kurtosis of its numbers
 */
record LowStatistics(double[] autocorrelation, double skewness, double kurtosis) {

    /**
     * Minimum share of the largest possible variance; a plane with less is noise, for which only
     * the variance is imposed.
     */
    private static final double LEAST_SHARE = 1e-4;

    static LowStatistics of(ComplexPlane spectrum, PlaneFourier fourier) {
        ComplexPlane centred = centred(spectrum);
        Moments moments = Moments.of(fourier.inverseReal(centred));
        return new LowStatistics(
                Autocorrelation.of(centred, fourier), moments.skewness(), moments.kurtosis());
    }

    /**
     * Imposes these statistics on a spectrum with as little change as possible.
     *
     * @param whole largest variance that the low-pass plane could have
     */
    ComplexPlane impose(ComplexPlane spectrum, PlaneFourier fourier, double whole) {
        ComplexPlane changed = centred(spectrum);
        if (Autocorrelation.variance(autocorrelation) < LEAST_SHARE * whole) {
            Autocorrelation.imposeVariance(changed, Autocorrelation.variance(autocorrelation));
        } else {
            Autocorrelation.impose(changed, fourier, autocorrelation);
            double[] values = fourier.inverseReal(changed);
            MomentMatch.skewness(values, skewness);
            MomentMatch.kurtosis(values, kurtosis);
            changed = fourier.forward(values);
        }
        changed.real()[0] = spectrum.real()[0];
        return changed;
    }

    private static ComplexPlane centred(ComplexPlane spectrum) {
        ComplexPlane centred =
                new ComplexPlane(
                        spectrum.width(),
                        spectrum.height(),
                        spectrum.real().clone(),
                        spectrum.imaginary().clone());
        centred.real()[0] = 0;
        return centred;
    }
}
