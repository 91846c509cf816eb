package ikat.render;

import ikat.image.Pixels;

/**
 * A rectangle of a picture that is to be filled.
 *
 * @param picture shared with whoever fills other parts of it
 * @param left column of the picture where the rectangle begins
 * @param top row of the picture where the rectangle begins
 * @param width columns of the rectangle
 * @param height rows of the rectangle
 */
public record PictureArea(Pixels picture, int left, int top, int width, int height) {

    /** Where a row of the rectangle begins in the picture's bytes. */
    public int row(int y) {
        return (top + y) * picture.stride() + left * picture.channels();
    }

    /**
     * Fills the rectangle.
     *
     * @param pixels {@code [channels, height, width]} in [-1, 1]
     */
    void fill(float[] pixels) {
        byte[] bytes = picture.bytes();
        int channels = picture.channels();
        int size = width * height;
        for (int y = 0; y < height; y++) {
            int at = row(y);
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    float value = pixels[c * size + y * width + x];
                    bytes[at++] = (byte) Math.round((value + 1) * 127.5f);
                }
            }
        }
    }
}
