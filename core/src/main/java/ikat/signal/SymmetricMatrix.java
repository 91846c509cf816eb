package ikat.signal;

/** Eigenvectors, powers and products of small symmetric matrices, by Jacobi rotations. */
public final class SymmetricMatrix {

    private static final int SWEEPS = 30;

    /** What a double cannot add to the diagonal. */
    private static final double NOTHING = 1e-17;

    private SymmetricMatrix() {}

    /** Orthonormal eigenvectors as columns; the matrix is overwritten. */
    public static double[][] eigenvectors(double[][] matrix) {
        int n = matrix.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        boolean turned = true;
        for (int sweep = 0; sweep < SWEEPS && turned; sweep++) {
            turned = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    turned |= rotate(matrix, vectors, p, q);
                }
            }
        }
        return vectors;
    }

    /**
     * A power of a matrix that has no negative eigenvalues. Those below {@code least} times the
     * largest, among them negative ones from rounding, count as 0, and 0 to any power stays 0.
     *
     * @param exponent -1 for the inverse, 0.5 for the square root, -0.5 for its inverse
     */
    public static double[][] power(double[][] matrix, double exponent, double least) {
        int n = matrix.length;
        double[][] turned = new double[n][];
        for (int i = 0; i < n; i++) {
            turned[i] = matrix[i].clone();
        }
        double[][] vectors = eigenvectors(turned);
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, turned[i][i]);
        }
        double[][] power = new double[n][n];
        for (int e = 0; e < n; e++) {
            double value = turned[e][e];
            if (value <= 0 || value < least * largest) {
                continue;
            }
            double raised = Math.pow(value, exponent);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    power[i][j] += raised * vectors[i][e] * vectors[j][e];
                }
            }
        }
        return power;
    }

    /** The product of two matrices of any size. */
    public static double[][] product(double[][] a, double[][] b) {
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

    /** Returns false if there was nothing left to rotate. */
    private static boolean rotate(double[][] a, double[][] vectors, int p, int q) {
        double size = Math.abs(a[p][p]) + Math.abs(a[q][q]);
        if (Math.abs(a[p][q]) <= NOTHING * size || Math.abs(a[p][q]) < 1e-300) {
            return false;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        turnColumns(a, p, q, c, s);
        turnRows(a, p, q, c, s);
        turnColumns(vectors, p, q, c, s);
        return true;
    }

    private static void turnColumns(double[][] m, int p, int q, double c, double s) {
        for (double[] row : m) {
            double left = row[p];
            row[p] = c * left - s * row[q];
            row[q] = s * left + c * row[q];
        }
    }

    private static void turnRows(double[][] m, int p, int q, double c, double s) {
        for (int k = 0; k < m.length; k++) {
            double upper = m[p][k];
            m[p][k] = c * upper - s * m[q][k];
            m[q][k] = s * upper + c * m[q][k];
        }
    }
}
