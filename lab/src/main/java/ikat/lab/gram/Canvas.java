package ikat.lab.gram;

/**
 * What a picture is optimised on: larger by a margin that is cut off, where fewer filters reach,
 * and such that it can be halved.
 *
 * @param wantedWidth of the picture in pixels
 * @param wantedHeight of the picture in pixels
 * @param halvings how often the canvas is halved at the coarsest resolution
 */
record Canvas(int wantedWidth, int wantedHeight, int halvings) {

    private static final int MARGIN = 16;

    /** Columns after a number of halvings. */
    int width(int halved) {
        return rounded(wantedWidth) >> halved;
    }

    /** Rows after a number of halvings. */
    int height(int halved) {
        return rounded(wantedHeight) >> halved;
    }

    private int rounded(int side) {
        int step = 1 << halvings;
        return (side + 2 * MARGIN + step - 1) / step * step;
    }

    /**
     * The part of the size that is wanted.
     *
     * @param pixels planar, of the canvas at full size
     */
    float[] cut(float[] pixels, int channels) {
        float[] part = new float[channels * wantedWidth * wantedHeight];
        int left = (width(0) - wantedWidth) / 2;
        int top = (height(0) - wantedHeight) / 2;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < wantedHeight; y++) {
                System.arraycopy(
                        pixels,
                        (c * height(0) + top + y) * width(0) + left,
                        part,
                        (c * wantedHeight + y) * wantedWidth,
                        wantedWidth);
            }
        }
        return part;
    }
}
