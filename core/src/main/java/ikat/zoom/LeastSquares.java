package ikat.zoom;

import ikat.signal.Cholesky;

/**
 * Ridge regression: the affine map that fits many examples best in the least-squares sense. A small
 * penalty on the coefficients makes the solution unique.
 */
final class LeastSquares {

    private static final double RIDGE = 1e-3;

    private final int in;
    private final int out;
    private final double[][] squares;
    private final double[][] products;
    private long examples;

    /**
     * @param in number of inputs, without the constant
     * @param out number of outputs
     */
    LeastSquares(int in, int out) {
        this.in = in;
        this.out = out;
        this.squares = new double[in + 1][in + 1];
        this.products = new double[out][in + 1];
    }

    /** Adds an example. */
    void add(double[] given, double[] follows) {
        examples++;
        for (int i = 0; i <= in; i++) {
            double value = i == in ? 1 : given[i];
            if (value == 0) {
                continue; // half of a rectifier's output
            }
            double[] row = squares[i];
            for (int j = 0; j < i; j++) {
                row[j] += value * given[j];
            }
            row[i] += value * value;
            for (int o = 0; o < out; o++) {
                products[o][i] += value * follows[o];
            }
        }
    }

    /** Adds all examples of another fit of the same size. */
    void add(LeastSquares other) {
        examples += other.examples;
        for (int i = 0; i <= in; i++) {
            accumulate(other.squares[i], squares[i]);
        }
        for (int o = 0; o < out; o++) {
            accumulate(other.products[o], products[o]);
        }
    }

    private static void accumulate(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** The coefficients, the constant last, {@code [out][in + 1]}. */
    double[][] solve() {
        double[][] lower = new double[in + 1][];
        for (int i = 0; i <= in; i++) {
            lower[i] = squares[i].clone();
            lower[i][i] += RIDGE * examples;
        }
        Cholesky equations = Cholesky.of(lower);
        double[][] solved = new double[out][];
        for (int o = 0; o < out; o++) {
            solved[o] = equations.solve(products[o]);
        }
        return solved;
    }
}
