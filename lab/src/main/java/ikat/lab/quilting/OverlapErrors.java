package ikat.lab.quilting;

import ikat.image.Exemplar;
import ikat.signal.ComplexPlane;
import ikat.signal.Fourier;
import ikat.signal.PlaneFourier;
import ikat.signal.SquareSums;

/**
 * Matching error of each block of an exemplar against the existing picture: the sum of squared
 * differences over the overlaps and colours. Its products form a correlation, which a Fourier
 * transform computes for all blocks at once.
 */
final class OverlapErrors {

    private final Exemplar exemplar;
    private final BlockSize size;
    private final PlaneFourier fourier;
    private final int paddedWidth;
    private final int paddedHeight;
    private final ComplexPlane[] spectra;
    private final SquareSums squares;

    OverlapErrors(Exemplar exemplar, BlockSize size) {
        this.exemplar = exemplar;
        this.size = size;
        paddedWidth = Fourier.fastLength(exemplar.width());
        paddedHeight = Fourier.fastLength(exemplar.height());
        fourier = new PlaneFourier(paddedWidth, paddedHeight);
        spectra = new ComplexPlane[exemplar.channels()];
        for (int c = 0; c < spectra.length; c++) {
            double[] padded = new double[paddedWidth * paddedHeight];
            for (int y = 0; y < exemplar.height(); y++) {
                for (int x = 0; x < exemplar.width(); x++) {
                    padded[y * paddedWidth + x] = exemplar.at(c, x, y);
                }
            }
            spectra[c] = fourier.forward(padded);
        }
        squares = new SquareSums(exemplar.width(), exemplar.height(), exemplar.pixels());
    }

    /** Number of block positions along the width, one per pixel. */
    int columns() {
        return exemplar.width() - size.pixels() + 1;
    }

    /** Number of block positions along the height, one per pixel. */
    int rows() {
        return exemplar.height() - size.pixels() + 1;
    }

    /**
     * The error of each block, {@code [rows, columns]}, at least 0.
     *
     * @param there existing pixels, {@code [colour][pixels * pixels]}; only the overlaps are read
     */
    double[] of(float[][] there, Sides sides) {
        double[] products = products(there, sides);
        double constant = 0;
        for (float[] colour : there) {
            for (int i = 0; i < colour.length; i++) {
                if (sides.holds(i % size.pixels(), i / size.pixels(), size.overlap())) {
                    constant += (double) colour[i] * colour[i];
                }
            }
        }
        double[] errors = new double[columns() * rows()];
        for (int y = 0; y < rows(); y++) {
            for (int x = 0; x < columns(); x++) {
                double error = squares(x, y, sides) - 2 * products[y * paddedWidth + x] + constant;
                errors[y * columns() + x] = Math.max(0, error);
            }
        }
        return errors;
    }

    private double squares(int x, int y, Sides sides) {
        int block = size.pixels();
        int overlap = size.overlap();
        double sum = sides.left() ? squares.over(x, y, overlap, block) : 0;
        if (sides.top()) {
            int skipped = sides.left() ? overlap : 0;
            sum += squares.over(x + skipped, y, block - skipped, overlap);
        }
        return sum;
    }

    /**
     * The sum over the overlaps of the existing pixels times the exemplar shifted to each position.
     */
    private double[] products(float[][] there, Sides sides) {
        int block = size.pixels();
        ComplexPlane sum = new ComplexPlane(paddedWidth, paddedHeight);
        for (int c = 0; c < spectra.length; c++) {
            double[] padded = new double[paddedWidth * paddedHeight];
            for (int i = 0; i < block * block; i++) {
                if (sides.holds(i % block, i / block, size.overlap())) {
                    padded[i / block * paddedWidth + i % block] = there[c][i];
                }
            }
            fourier.addCorrelation(spectra[c], fourier.forward(padded), sum);
        }
        return fourier.inverseReal(sum);
    }
}
