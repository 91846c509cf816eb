package ikat.render;

import ikat.image.Pixels;

/**
 * A rectangle of a picture to be filled.
 *
 * @param picture the picture; other threads may fill other parts of it
 * @param left leftmost column of the rectangle in the picture
 * @param top topmost row of the rectangle in the picture
 * @param width columns of the rectangle
 * @param height rows of the rectangle
 */
public record PictureArea(Pixels picture, int left, int top, int width, int height) {

    /** Offset in the picture's bytes of a row of the rectangle. */
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
