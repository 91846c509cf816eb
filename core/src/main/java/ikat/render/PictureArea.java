package ikat.render;

/**
 * A rectangle of an interleaved 8-bit picture that is to be filled.
 *
 * @param picture {@code [rows, columns, channels]}, shared with whoever fills other parts of it
 * @param channels of the picture
 * @param offset of the rectangle's first byte
 * @param stride bytes from one row to the next
 * @param width columns of the rectangle
 * @param height rows of the rectangle
 */
public record PictureArea(
        byte[] picture, int channels, int offset, int stride, int width, int height) {

    /** Where a row of the rectangle begins. */
    public int row(int y) {
        return offset + y * stride;
    }

    /**
     * Fills the rectangle.
     *
     * @param pixels {@code [channels, height, width]} in [-1, 1]
     */
    void fill(float[] pixels) {
        int size = width * height;
        for (int y = 0; y < height; y++) {
            int at = row(y);
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    float value = pixels[c * size + y * width + x];
                    picture[at++] = (byte) Math.round((value + 1) * 127.5f);
                }
            }
        }
    }
}
