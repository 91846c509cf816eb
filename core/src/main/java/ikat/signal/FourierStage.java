package ikat.signal;

/**
 * One stage of a Stockham transform: every {@code length / radix}-th number goes through a short
 * transform of {@code radix} numbers and is turned by its twiddle factors. Numbers of {@code
 * stride} sequences lie side by side, so that the innermost loops run along memory.
 */
final class FourierStage {

    private static final double SIN_60 = Math.sqrt(3) / 2;
    private static final double COS_72 = Math.cos(2 * Math.PI / 5);
    private static final double SIN_72 = Math.sin(2 * Math.PI / 5);
    private static final double COS_144 = Math.cos(4 * Math.PI / 5);
    private static final double SIN_144 = Math.sin(4 * Math.PI / 5);

    private final int radix;
    private final int steps;
    private final double[] cosine; // [steps, radix]
    private final double[] sine;

    FourierStage(int radix, int length) {
        this.radix = radix;
        steps = length / radix;
        cosine = new double[length];
        sine = new double[length];
        for (int p = 0; p < steps; p++) {
            for (int k = 0; k < radix; k++) {
                double angle = -2 * Math.PI * p * k / length;
                cosine[p * radix + k] = Math.cos(angle);
                sine[p * radix + k] = Math.sin(angle);
            }
        }
    }

    int radix() {
        return radix;
    }

    /** From the first two arrays to the other two. */
    void apply(double[] xr, double[] xi, double[] yr, double[] yi, int stride) {
        for (int p = 0; p < steps; p++) {
            switch (radix) {
                case 2 -> two(xr, xi, yr, yi, stride, p);
                case 3 -> three(xr, xi, yr, yi, stride, p);
                case 4 -> four(xr, xi, yr, yi, stride, p);
                default -> five(xr, xi, yr, yi, stride, p);
            }
        }
    }

    private void two(double[] xr, double[] xi, double[] yr, double[] yi, int stride, int p) {
        int a = stride * p;
        int b = stride * (p + steps);
        int to = stride * 2 * p;
        double c = cosine[2 * p + 1];
        double s = sine[2 * p + 1];
        for (int q = 0; q < stride; q++) {
            yr[to + q] = xr[a + q] + xr[b + q];
            yi[to + q] = xi[a + q] + xi[b + q];
            put(yr, yi, to + stride + q, xr[a + q] - xr[b + q], xi[a + q] - xi[b + q], c, s);
        }
    }

    private void three(double[] xr, double[] xi, double[] yr, double[] yi, int stride, int p) {
        int a = stride * p;
        int b = stride * (p + steps);
        int c = stride * (p + 2 * steps);
        int to = stride * 3 * p;
        double c1 = cosine[3 * p + 1];
        double s1 = sine[3 * p + 1];
        double c2 = cosine[3 * p + 2];
        double s2 = sine[3 * p + 2];
        for (int q = 0; q < stride; q++) {
            double sumRe = xr[b + q] + xr[c + q];
            double sumIm = xi[b + q] + xi[c + q];
            double turnRe = SIN_60 * (xi[b + q] - xi[c + q]);
            double turnIm = -SIN_60 * (xr[b + q] - xr[c + q]);
            double midRe = xr[a + q] - 0.5 * sumRe;
            double midIm = xi[a + q] - 0.5 * sumIm;
            yr[to + q] = xr[a + q] + sumRe;
            yi[to + q] = xi[a + q] + sumIm;
            put(yr, yi, to + stride + q, midRe + turnRe, midIm + turnIm, c1, s1);
            put(yr, yi, to + 2 * stride + q, midRe - turnRe, midIm - turnIm, c2, s2);
        }
    }

    private void four(double[] xr, double[] xi, double[] yr, double[] yi, int stride, int p) {
        int a = stride * p;
        int b = stride * (p + steps);
        int c = stride * (p + 2 * steps);
        int d = stride * (p + 3 * steps);
        int to = stride * 4 * p;
        double c1 = cosine[4 * p + 1];
        double s1 = sine[4 * p + 1];
        double c2 = cosine[4 * p + 2];
        double s2 = sine[4 * p + 2];
        double c3 = cosine[4 * p + 3];
        double s3 = sine[4 * p + 3];
        for (int q = 0; q < stride; q++) {
            double acRe = xr[a + q] + xr[c + q];
            double acIm = xi[a + q] + xi[c + q];
            double bdRe = xr[b + q] + xr[d + q];
            double bdIm = xi[b + q] + xi[d + q];
            double leftRe = xr[a + q] - xr[c + q];
            double leftIm = xi[a + q] - xi[c + q];
            double turnRe = xi[b + q] - xi[d + q];
            double turnIm = xr[d + q] - xr[b + q];
            yr[to + q] = acRe + bdRe;
            yi[to + q] = acIm + bdIm;
            put(yr, yi, to + stride + q, leftRe + turnRe, leftIm + turnIm, c1, s1);
            put(yr, yi, to + 2 * stride + q, acRe - bdRe, acIm - bdIm, c2, s2);
            put(yr, yi, to + 3 * stride + q, leftRe - turnRe, leftIm - turnIm, c3, s3);
        }
    }

    private void five(double[] xr, double[] xi, double[] yr, double[] yi, int stride, int p) {
        int a = stride * p;
        int step = stride * steps;
        int to = stride * 5 * p;
        for (int q = 0; q < stride; q++) {
            int x = a + q;
            double near = xr[x + step] + xr[x + 4 * step];
            double nearIm = xi[x + step] + xi[x + 4 * step];
            double far = xr[x + 2 * step] + xr[x + 3 * step];
            double farIm = xi[x + 2 * step] + xi[x + 3 * step];
            double nearTurn = xi[x + step] - xi[x + 4 * step];
            double nearTurnIm = xr[x + 4 * step] - xr[x + step];
            double farTurn = xi[x + 2 * step] - xi[x + 3 * step];
            double farTurnIm = xr[x + 3 * step] - xr[x + 2 * step];
            yr[to + q] = xr[x] + near + far;
            yi[to + q] = xi[x] + nearIm + farIm;
            double re = xr[x] + COS_72 * near + COS_144 * far;
            double im = xi[x] + COS_72 * nearIm + COS_144 * farIm;
            double turn = SIN_72 * nearTurn + SIN_144 * farTurn;
            double turnIm = SIN_72 * nearTurnIm + SIN_144 * farTurnIm;
            put(yr, yi, to + stride + q, re + turn, im + turnIm, 5 * p + 1);
            put(yr, yi, to + 4 * stride + q, re - turn, im - turnIm, 5 * p + 4);
            re = xr[x] + COS_144 * near + COS_72 * far;
            im = xi[x] + COS_144 * nearIm + COS_72 * farIm;
            turn = SIN_144 * nearTurn - SIN_72 * farTurn;
            turnIm = SIN_144 * nearTurnIm - SIN_72 * farTurnIm;
            put(yr, yi, to + 2 * stride + q, re + turn, im + turnIm, 5 * p + 2);
            put(yr, yi, to + 3 * stride + q, re - turn, im - turnIm, 5 * p + 3);
        }
    }

    private void put(double[] yr, double[] yi, int at, double re, double im, int twiddle) {
        put(yr, yi, at, re, im, cosine[twiddle], sine[twiddle]);
    }

    private static void put(
            double[] yr, double[] yi, int at, double re, double im, double c, double s) {
        yr[at] = c * re - s * im;
        yi[at] = c * im + s * re;
    }
}
