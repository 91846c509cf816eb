package ikat.lab.statistics;

import ikat.io.Workers;
import ikat.signal.ComplexPlane;
import ikat.signal.SteerableFilters;

/**
 * Parent coefficients: the next coarser scale, expanded to the size of a scale (Portilla and
 * Simoncelli 2000, section 2.3). All rows have mean 0.
 *
 * @param magnitudes of the coarser bands; empty at the last scale
 * @param phases real and imaginary parts of the coarser bands with doubled phase, so that it varies
 *     as fast as that of the finer bands; at the last scale the low-pass plane, unshifted and
 *     shifted by one pixel in four directions
 */
record Parents(double[][] magnitudes, double[][] phases) {

    /**
     * The parents of any scale except the last: bands.
     *
     * @param scale the coarser scale, of the bands
     * @param realSpectra of the real parts of all bands
     */
    static Parents ofBands(
            SteerableFilters filters, int scale, ComplexPlane[] realSpectra, Workers workers) {
        int bands = realSpectra.length;
        double[][] magnitudes = new double[bands][];
        double[][] phases = new double[2 * bands][];
        workers.each(
                bands,
                b -> {
                    ComplexPlane band =
                            filters.expandedBand(scale, b % filters.orientations(), realSpectra[b]);
                    magnitudes[b] = band.magnitudes();
                    ComplexPlane doubled = band.phaseDoubled(magnitudes[b]);
                    phases[2 * b] = doubled.real();
                    phases[2 * b + 1] = doubled.imaginary();
                    Rows.centre(magnitudes[b]);
                    Rows.centre(phases[2 * b]);
                    Rows.centre(phases[2 * b + 1]);
                });
        return new Parents(magnitudes, phases);
    }

    /** The parents of the last scale: low-pass planes. */
    static Parents ofLow(SteerableFilters filters, ComplexPlane[] lowSpectra, Workers workers) {
        int scale = filters.scales();
        int width = 2 * lowSpectra[0].width();
        int height = 2 * lowSpectra[0].height();
        double[][] phases = new double[5 * lowSpectra.length][];
        workers.each(
                lowSpectra.length,
                c -> {
                    double[] low = filters.expandedLow(scale, lowSpectra[c]);
                    Rows.centre(low);
                    phases[5 * c] = low;
                    phases[5 * c + 1] = moved(low, width, height, 1, 0);
                    phases[5 * c + 2] = moved(low, width, height, -1, 0);
                    phases[5 * c + 3] = moved(low, width, height, 0, 1);
                    phases[5 * c + 4] = moved(low, width, height, 0, -1);
                });
        return new Parents(new double[0][], phases);
    }

    private static double[] moved(double[] plane, int width, int height, int dx, int dy) {
        double[] moved = new double[plane.length];
        for (int y = 0; y < height; y++) {
            int row = Math.floorMod(y - dy, height) * width;
            for (int x = 0; x < width; x++) {
                moved[y * width + x] = plane[row + Math.floorMod(x - dx, width)];
            }
        }
        return moved;
    }
}
