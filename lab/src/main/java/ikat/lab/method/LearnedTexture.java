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
}
