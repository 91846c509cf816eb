package ikat.torch.render;

import ikat.image.Averaging;
import ikat.image.Pixels;

/** What lower zooms are measured against, in tests. */
final class BoxFilter {

    private BoxFilter() {}

    /** A square picture of three channels at half its size, each pixel the mean of four. */
    static byte[] halved(byte[] full, int side) {
        return new Pixels(full, side, side, 3).halved(1, Averaging.LIGHT).bytes();
    }

    /** The share of the variance of what is wanted that is not there. */
    static double unexplained(byte[] got, byte[] wanted) {
        double[] means = new double[3];
        for (int i = 0; i < wanted.length; i++) {
            means[i % 3] += (wanted[i] & 0xff) * 3.0 / wanted.length;
        }
        double error = 0;
        double variance = 1e-9;
        for (int i = 0; i < wanted.length; i++) {
            double off = (got[i] & 0xff) - (wanted[i] & 0xff);
            double from = (wanted[i] & 0xff) - means[i % 3];
            error += off * off;
            variance += from * from;
        }
        return error / variance;
    }
}
