package ikat.signal;

/** Where the bins of a plane's spectrum lie, and the radial masks over them. */
record Frequencies(int width, int height) {

    /** Cycles per pixel along x of a bin of the row-major spectrum, in [-0.5, 0.5]. */
    double fx(int bin) {
        return (double) signed(bin % width, width) / width;
    }

    /** Cycles per pixel along y of a bin of the row-major spectrum, in [-0.5, 0.5]. */
    double fy(int bin) {
        return (double) signed(bin / width, height) / height;
    }

    /** Distance from the origin, 1 for half a cycle per pixel. */
    double radius(int bin) {
        return 2 * Math.hypot(fx(bin), fy(bin));
    }

    /** The index from -length / 2 to length / 2 that an index from 0 to length - 1 stands for. */
    static int signed(int index, int length) {
        return index <= length / 2 ? index : index - length;
    }

    /** Rises from 0 at half the cut to 1 at the cut, as a cosine of log2 of the radius. */
    static double above(double radius, double cut) {
        if (radius <= cut / 2) {
            return 0;
        }
        return radius >= cut ? 1 : Math.cos(Math.PI / 2 * Math.log(radius / cut) / Math.log(2));
    }

    /** What {@link #above} leaves: the squares of both sum up to 1. */
    static double below(double radius, double cut) {
        if (radius <= cut / 2) {
            return 1;
        }
        return radius >= cut ? 0 : -Math.sin(Math.PI / 2 * Math.log(radius / cut) / Math.log(2));
    }

    static ComplexPlane masked(ComplexPlane spectrum, double[] mask) {
        ComplexPlane masked = new ComplexPlane(spectrum.width(), spectrum.height());
        for (int i = 0; i < mask.length; i++) {
            masked.real()[i] = mask[i] * spectrum.real()[i];
            masked.imaginary()[i] = mask[i] * spectrum.imaginary()[i];
        }
        return masked;
    }

    /**
     * The spectrum of the same plane at twice the width and height. Bins at half a cycle per pixel
     * along an axis are left out: they stand for two frequencies.
     */
    static ComplexPlane padded(ComplexPlane spectrum) {
        int width = spectrum.width();
        int height = spectrum.height();
        ComplexPlane padded = new ComplexPlane(2 * width, 2 * height);
        for (int v = 0; v < height; v++) {
            for (int u = 0; u < width; u++) {
                if (2 * u != width && 2 * v != height) {
                    int x = Math.floorMod(signed(u, width), 2 * width);
                    int y = Math.floorMod(signed(v, height), 2 * height);
                    int to = y * 2 * width + x;
                    // four times as many pixels share the sum
                    padded.real()[to] = 4 * spectrum.real()[v * width + u];
                    padded.imaginary()[to] = 4 * spectrum.imaginary()[v * width + u];
                }
            }
        }
        return padded;
    }
}
