package ikat.lab.statistics;

import ikat.io.Workers;
import ikat.signal.ComplexPlane;
import ikat.signal.PlaneFourier;

/**
 * Statistics of the bands of one scale (Portilla and Simoncelli 2000, sections 2.2 to 2.4).
 *
 * @param magnitudeMeans mean magnitudes, one per band
 * @param autocorrelations of the magnitudes about their means, {@code [band][sample]}
 * @param magnitudes mean products of the magnitudes about their means, {@code [band][band]}
 * @param magnitudesWithParents mean products with the next scale's magnitudes, {@code
 *     [band][parent]}
 * @param reals mean products of the real parts, {@code [band][band]}
 * @param realsWithParents mean products of the real parts with the phases of the parents, {@code
 *     [band][parent]}
 */
record ScaleStatistics(
        double[] magnitudeMeans,
        double[][] autocorrelations,
        double[][] magnitudes,
        double[][] magnitudesWithParents,
        double[][] reals,
        double[][] realsWithParents) {

    static ScaleStatistics of(Layers layers, int scale, Workers workers) {
        ComplexPlane[] bands = layers.bands().get(scale);
        PlaneFourier fourier = layers.filters().fourier(scale);
        Parents parents = layers.parents(scale, workers);
        double[][] reals = new double[bands.length][];
        double[][] magnitudes = new double[bands.length][];
        double[] means = new double[bands.length];
        double[][] autocorrelations = new double[bands.length][];
        workers.each(
                bands.length,
                b -> {
                    reals[b] = bands[b].real();
                    magnitudes[b] = bands[b].magnitudes();
                    means[b] = Rows.centre(magnitudes[b]);
                    autocorrelations[b] =
                            Autocorrelation.of(fourier.forward(magnitudes[b]), fourier);
                });
        return new ScaleStatistics(
                means,
                autocorrelations,
                Correlations.of(magnitudes, magnitudes, workers),
                Correlations.of(magnitudes, parents.magnitudes(), workers),
                Correlations.of(reals, reals, workers),
                Correlations.of(reals, parents.phases(), workers));
    }
}
