package ikat.service.film;

import ikat.image.Pixels;

/**
 * A frame in YUV 4:2:0: luma of every pixel and chroma of every 2x2 block, in the narrow range of
 * ITU-R BT.709.
 *
 * @param y {@code [height, width]}
 * @param u {@code [height / 2, width / 2]}
 * @param v {@code [height / 2, width / 2]}
 */
record YuvFrame(byte[] y, byte[] u, byte[] v) {

    private static final double RED = 0.2126;
    private static final double BLUE = 0.0722;
    private static final double GREEN = 1 - RED - BLUE;

    /** Codes from black to white, and of colour differences from end to end. */
    private static final double BRIGHT = 219 / 255.0;

    private static final double COLOURED = 224 / 255.0;

    /** Converts a frame of 3 channels and even sides. */
    static YuvFrame of(Pixels frame) {
        byte[] rgb = frame.bytes();
        int width = frame.width();
        int height = frame.height();
        byte[] bright = new byte[width * height];
        double[] red = new double[width / 2 * (height / 2)];
        double[] blue = new double[red.length];
        for (int i = 0; i < bright.length; i++) {
            int r = rgb[3 * i] & 255;
            int g = rgb[3 * i + 1] & 255;
            int b = rgb[3 * i + 2] & 255;
            double luma = RED * r + GREEN * g + BLUE * b;
            bright[i] = (byte) Math.round(16 + BRIGHT * luma);
            int x = i % width;
            int row = i / width / 2 * (width / 2);
            add(blue, row, x, width, b - luma);
            add(red, row, x, width, r - luma);
        }
        return new YuvFrame(bright, codes(blue, 2 * (1 - BLUE) * 8), codes(red, 2 * (1 - RED) * 8));
    }

    /**
     * Adds a pixel's chroma to the nearby samples. Chroma samples are sited on the left columns of
     * their blocks: there a pixel has weight two, elsewhere weight one for each neighbour.
     */
    private static void add(double[] sums, int row, int x, int width, double value) {
        if (x % 2 == 0) {
            sums[row + x / 2] += (x == 0 ? 3 : 2) * value;
        } else {
            sums[row + x / 2] += value;
            if (x + 1 < width) {
                sums[row + x / 2 + 1] += value;
            }
        }
    }

    private static byte[] codes(double[] sums, double divisor) {
        byte[] codes = new byte[sums.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) Math.round(128 + COLOURED * sums[i] / divisor);
        }
        return codes;
    }
}
