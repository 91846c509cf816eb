package ikat.lab.statistics;

/**
 * Adjusts a moment of numbers with as little change as possible: by a step along the moment's
 * gradient, whose length is computed exactly (Portilla and Simoncelli 2000, appendix A.1). A step
 * is a polynomial in the numbers, so the moment after it follows from the moments before it.
 */
final class MomentMatch {

    private static final double FIRST_STEP = 1e-3;
    private static final double GROWTH = 1.2;
    private static final int MOST_STEPS = 45;
    private static final int HALVINGS = 50;

    private MomentMatch() {}

    /** Shifts and scales numbers to a given mean and variance. */
    static void spread(double[] values, double mean, double variance) {
        Moments now = Moments.of(values);
        double scale = now.variance() > 0 ? Math.sqrt(variance / now.variance()) : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = mean + scale * (values[i] - now.mean());
        }
    }

    /** Moves the skewness to a target as far as one step can; mean and variance stay. */
    static void skewness(double[] values, double target) {
        Moments now = Moments.of(values);
        if (now.variance() > 0) {
            // gradient of the skewness at mean 0 and variance 1: x² - 1 - skewness · x
            bend(values, now, new double[] {-1, -now.skewness(), 1}, 3, target - now.skewness());
        }
    }

    /** Moves the kurtosis to a target as far as one step can; mean and variance stay. */
    static void kurtosis(double[] values, double target) {
        Moments now = Moments.of(values);
        if (now.variance() > 0) {
            double[] gradient = {-now.skewness(), -now.kurtosis(), 0, 1};
            bend(values, now, gradient, 4, target - now.kurtosis());
        }
    }

    private static void bend(
            double[] values, Moments now, double[] gradient, int order, double missing) {
        double deviation = Math.sqrt(now.variance());
        double[] raw = rawMoments(values, now.mean(), deviation, order * (gradient.length - 1));
        double step = Math.copySign(length(raw, gradient, order, missing), missing);
        double[] bent = polynomial(gradient, step);
        for (int i = 0; i < values.length; i++) {
            double x = (values[i] - now.mean()) / deviation;
            double y = 0;
            for (int k = bent.length - 1; k >= 0; k--) {
                y = y * x + bent[k];
            }
            values[i] = y;
        }
        spread(values, now.mean(), now.variance());
    }

    /**
     * The shortest step that reaches the target, or else the step to the moment's turning point.
     */
    private static double length(double[] raw, double[] gradient, int order, double missing) {
        double sign = Math.signum(missing);
        double start = standardised(raw, polynomial(gradient, 0), order);
        double before = 0;
        double reached = 0;
        double step = FIRST_STEP;
        for (int i = 0; i < MOST_STEPS; i++, step *= GROWTH) {
            double gained =
                    sign * (standardised(raw, polynomial(gradient, sign * step), order) - start);
            if (gained >= Math.abs(missing)) {
                return between(raw, gradient, order, start + missing, sign, before, step);
            }
            if (gained <= reached) {
                return before;
            }
            reached = gained;
            before = step;
        }
        return before;
    }

    private static double between(
            double[] raw,
            double[] gradient,
            int order,
            double target,
            double sign,
            double below,
            double above) {
        double low = below;
        double high = above;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double moment = standardised(raw, polynomial(gradient, sign * middle), order);
            if (sign * (target - moment) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Coefficients of x + step · gradient(x). */
    private static double[] polynomial(double[] gradient, double step) {
        double[] sum = new double[gradient.length];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = step * gradient[k];
        }
        sum[1] += 1;
        return sum;
    }

    /** Raw moments of the numbers, standardised to mean 0 and variance 1, up to a highest order. */
    private static double[] rawMoments(
            double[] values, double mean, double deviation, int highest) {
        double[] sums = new double[highest + 1];
        for (double value : values) {
            double x = (value - mean) / deviation;
            double power = 1;
            for (int k = 0; k <= highest; k++) {
                sums[k] += power;
                power *= x;
            }
        }
        for (int k = 0; k <= highest; k++) {
            sums[k] /= values.length;
        }
        return sums;
    }

    /** The skewness (order 3) or kurtosis (order 4) of a polynomial in the numbers. */
    private static double standardised(double[] raw, double[] polynomial, int order) {
        double[] centred = polynomial.clone();
        centred[0] -= expectation(raw, polynomial);
        double[] square = product(centred, centred);
        double variance = expectation(raw, square);
        double moment = expectation(raw, product(square, order == 3 ? centred : square));
        return moment / Math.pow(variance, order / 2.0);
    }

    private static double expectation(double[] raw, double[] polynomial) {
        double sum = 0;
        for (int k = 0; k < polynomial.length; k++) {
            sum += polynomial[k] * raw[k];
        }
        return sum;
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] += a[i] * b[j];
            }
        }
        return product;
    }
}
