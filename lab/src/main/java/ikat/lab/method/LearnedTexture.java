package ikat.lab.method;

import ikat.image.Exemplar;

/** A texture that a method is ready to make; use by one thread at a time. */
public interface LearnedTexture extends AutoCloseable {

    /** Which sizes can be made. */
    Growth growth();

    /**
     * Makes a picture.
     *
     * @param width in pixels; a method of one size ({@link Growth#FIXED}) gives its own instead
     * @param height in pixels
     * @param seed of everything random: the same seed gives the same picture
     * @throws IllegalArgumentException if the method cannot make a picture of this size
     * @throws StoppedException if {@link Effort#stop} became true
     */
    Exemplar make(int width, int height, long seed);

    @Override
    void close();

    /**
     * Checks the size of a picture to make.
     *
     * @param mostPixels that the picture may have
     * @param limit the end of the sentence that says so, or empty
     */
    static void checkSize(int width, int height, long mostPixels, String limit) {
        if (width < 1 || height < 1 || (long) width * height > mostPixels) {
            throw new IllegalArgumentException(
                    "the size is %dx%d, but both sides must be at least 1%s"
                            .formatted(width, height, limit));
        }
    }
}
