package ikat.torch.method;

/**
 * What a picture is optimised on: at least as large, and such that it can be halved.
 *
 * @param wantedWidth of the picture in pixels
 * @param wantedHeight of the picture in pixels
 * @param halvings how often the canvas is halved at the coarsest resolution
 */
record Canvas(int wantedWidth, int wantedHeight, int halvings) {

    /** Columns after a number of halvings. */
    int width(int halved) {
        return rounded(wantedWidth) >> halved;
    }

    /** Rows after a number of halvings. */
    int height(int halved) {
        return rounded(wantedHeight) >> halved;
    }

    private int rounded(int side) {
        int step = FeatureNetwork.SIDE_STEP << halvings;
        return (side + step - 1) / step * step;
    }

    /**
     * The upper left part of the size that is wanted.
     *
     * @param pixels planar, of the canvas at full size
     */
    float[] cut(float[] pixels, int channels) {
        float[] part = new float[channels * wantedWidth * wantedHeight];
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < wantedHeight; y++) {
                System.arraycopy(
                        pixels,
                        (c * height(0) + y) * width(0),
                        part,
                        (c * wantedHeight + y) * wantedWidth,
                        wantedWidth);
            }
        }
        return part;
    }
}
