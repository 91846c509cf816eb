package ikat.lab.statistics;

import ikat.lab.method.Crew;
import ikat.signal.SymmetricMatrix;

/**
 * Changes rows of numbers as little as it can until their products among each other, and with other
 * rows that stay, are the wanted ones (Portilla and Simoncelli 2000, appendix A.3).
 */
final class CorrelationMatch {

    /** Directions with less than this share of the largest variance are left alone. */
    private static final double LEAST = 1e-9;

    private CorrelationMatch() {}

    /**
     * Replaces {@code x} by M·x + K·y.
     *
     * @param x rows of mean 0
     * @param y rows of mean 0; may be none
     * @param wantedXx mean products within x
     * @param wantedXy mean products of x with y
     */
    static void impose(
            double[][] x, double[][] y, double[][] wantedXx, double[][] wantedXy, Crew crew) {
        double[][] xx = Correlations.of(x, x, crew);
        double[][] xy = Correlations.of(x, y, crew);
        double[][] inverse = SymmetricMatrix.power(Correlations.of(y, y, crew), -1, LEAST);
        double[][] rest = minus(xx, times(times(xy, inverse), transposed(xy)));
        double[][] wantedRest =
                minus(wantedXx, times(times(wantedXy, inverse), transposed(wantedXy)));
        double[][] m =
                times(
                        SymmetricMatrix.power(wantedRest, 0.5, 0),
                        SymmetricMatrix.power(rest, -0.5, LEAST));
        double[][] k = times(minus(wantedXy, times(m, xy)), inverse);
        Correlations.mix(x, m, y, k, crew);
    }

    private static double[][] times(double[][] a, double[][] b) {
        int columns = b.length == 0 ? 0 : b[0].length;
        double[][] product = new double[a.length][columns];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < columns; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] a) {
        int columns = a.length == 0 ? 0 : a[0].length;
        double[][] transposed = new double[columns][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    /** The difference; a subtrahend without columns is 0. */
    private static double[][] minus(double[][] a, double[][] b) {
        double[][] difference = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i].clone();
            for (int j = 0; j < b[i].length; j++) {
                difference[i][j] -= b[i][j];
            }
        }
        return difference;
    }
}
