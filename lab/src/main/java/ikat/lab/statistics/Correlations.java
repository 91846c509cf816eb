package ikat.lab.statistics;

import ikat.io.Workers;
import ikat.signal.SymmetricMatrix;

/**
 * Mean products of rows of numbers, each row a band or channel. Rows are processed in stretches
 * that fit into the cache. Their sums are added in a fixed order, so that the result does not
 * depend on the number of threads.
 */
final class Correlations {

    private static final int STRETCH = 4096;

    /** Directions with less than this share of the largest variance are left unchanged. */
    private static final double LEAST = 1e-9;

    private Correlations() {}

    /** The mean of {@code x[i][p] · y[j][p]} over all p. */
    static double[][] of(double[][] x, double[][] y, Workers workers) {
        if (x.length == 0 || y.length == 0) {
            return new double[x.length][y.length];
        }
        int length = x[0].length;
        int stretches = stretches(length);
        double[][][] parts = new double[stretches][x.length][y.length];
        workers.each(
                stretches,
                part -> {
                    int from = part * STRETCH;
                    int to = Math.min(length, from + STRETCH);
                    for (int i = 0; i < x.length; i += 2) {
                        for (int j = 0; j < y.length; j += 2) {
                            if (x != y || j >= i) {
                                products(x, y, i, j, from, to, parts[part]);
                            }
                        }
                    }
                });
        return sum(parts, length, x == y);
    }

    static int stretches(int length) {
        return (length + STRETCH - 1) / STRETCH;
    }

    /** Accumulates four products at once; an odd last row is paired with itself. */
    private static void products(
            double[][] x, double[][] y, int i, int j, int from, int to, double[][] sums) {
        int nextI = Math.min(i + 1, x.length - 1);
        int nextJ = Math.min(j + 1, y.length - 1);
        double[] a = x[i];
        double[] b = x[nextI];
        double[] c = y[j];
        double[] d = y[nextJ];
        double ac = 0;
        double ad = 0;
        double bc = 0;
        double bd = 0;
        for (int p = from; p < to; p++) {
            ac += a[p] * c[p];
            ad += a[p] * d[p];
            bc += b[p] * c[p];
            bd += b[p] * d[p];
        }
        sums[i][j] = ac;
        sums[i][nextJ] = ad;
        sums[nextI][j] = bc;
        sums[nextI][nextJ] = bd;
    }

    private static double[][] sum(double[][][] parts, int length, boolean symmetric) {
        double[][] total = new double[parts[0].length][parts[0][0].length];
        for (int i = 0; i < total.length; i++) {
            for (int j = 0; j < total[i].length; j++) {
                boolean below = symmetric && j < i;
                for (double[][] part : parts) {
                    total[i][j] += (below ? part[j][i] : part[i][j]) / length;
                }
            }
        }
        return total;
    }

    /** Replaces {@code x} by {@code m · x + k · y}. */
    static void mix(double[][] x, double[][] m, double[][] y, double[][] k, Workers workers) {
        int length = x[0].length;
        workers.each(
                stretches(length),
                part -> {
                    int from = part * STRETCH;
                    int size = Math.min(STRETCH, length - from);
                    double[][] mixed = new double[x.length][size];
                    for (int i = 0; i < x.length; i++) {
                        for (int j = 0; j < x.length; j++) {
                            add(mixed[i], m[i][j], x[j], from);
                        }
                        for (int j = 0; j < y.length; j++) {
                            add(mixed[i], k[i][j], y[j], from);
                        }
                    }
                    for (int i = 0; i < x.length; i++) {
                        System.arraycopy(mixed[i], 0, x[i], from, size);
                    }
                });
    }

    private static void add(double[] sum, double factor, double[] row, int from) {
        for (int p = 0; p < sum.length; p++) {
            sum[p] += factor * row[from + p];
        }
    }

    /**
     * Replaces {@code x} by M·x + K·y, changed as little as possible, so that its mean products are
     * the wanted ones (Portilla and Simoncelli 2000, appendix A.3).
     *
     * @param x rows of mean 0
     * @param y rows of mean 0; may be empty
     * @param wantedXx mean products within x
     * @param wantedXy mean products of x with y
     */
    static void impose(
            double[][] x, double[][] y, double[][] wantedXx, double[][] wantedXy, Workers workers) {
        double[][] xx = of(x, x, workers);
        double[][] xy = of(x, y, workers);
        double[][] inverse = SymmetricMatrix.power(of(y, y, workers), -1, LEAST);
        double[][] rest =
                minus(
                        xx,
                        SymmetricMatrix.product(
                                SymmetricMatrix.product(xy, inverse), transposed(xy)));
        double[][] wantedRest =
                minus(
                        wantedXx,
                        SymmetricMatrix.product(
                                SymmetricMatrix.product(wantedXy, inverse), transposed(wantedXy)));
        double[][] m =
                SymmetricMatrix.product(
                        SymmetricMatrix.power(wantedRest, 0.5, 0),
                        SymmetricMatrix.power(rest, -0.5, LEAST));
        double[][] k =
                SymmetricMatrix.product(minus(wantedXy, SymmetricMatrix.product(m, xy)), inverse);
        mix(x, m, y, k, workers);
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

    /** The difference of two matrices; a subtrahend without columns counts as 0. */
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
