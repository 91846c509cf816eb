package ikat.export;

/**
 * A rectangle of pixels in memory.
 *
 * @param pixels {@code [height, width, channels]}
 */
record Block(byte[] pixels, int width, int height, int channels) {

    static Block empty(int width, int height, int channels) {
        return new Block(new byte[width * height * channels], width, height, channels);
    }

    /**
     * Half as large, each pixel the mean of those it stands for: two by two, or the one or two that
     * are left at an odd edge.
     */
    Block half() {
        Block half = empty((width + 1) / 2, (height + 1) / 2, channels);
        int at = 0;
        for (int y = 0; y < half.height; y++) {
            int upper = 2 * y * width * channels;
            int lower = Math.min(2 * y + 1, height - 1) * width * channels;
            for (int x = 0; x < half.width; x++) {
                int left = 2 * x * channels;
                int right = Math.min(2 * x + 1, width - 1) * channels;
                for (int c = 0; c < channels; c++) {
                    int sum =
                            (pixels[upper + left + c] & 0xff)
                                    + (pixels[upper + right + c] & 0xff)
                                    + (pixels[lower + left + c] & 0xff)
                                    + (pixels[lower + right + c] & 0xff);
                    half.pixels[at++] = (byte) ((sum + 2) / 4);
                }
            }
        }
        return half;
    }

    /** A part of this. */
    Block cut(int left, int top, int partWidth, int partHeight) {
        if (partWidth == width && partHeight == height) {
            return this;
        }
        Block part = empty(partWidth, partHeight, channels);
        int run = partWidth * channels;
        for (int y = 0; y < partHeight; y++) {
            int from = ((top + y) * width + left) * channels;
            System.arraycopy(pixels, from, part.pixels, y * run, run);
        }
        return part;
    }

    /** Copies all of this into a larger one. */
    void copyInto(Block larger, int left, int top) {
        int run = width * channels;
        for (int y = 0; y < height; y++) {
            int to = ((top + y) * larger.width + left) * channels;
            System.arraycopy(pixels, y * run, larger.pixels, to, run);
        }
    }
}
