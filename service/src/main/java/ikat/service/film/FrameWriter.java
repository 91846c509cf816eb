package ikat.service.film;

import java.io.IOException;

/** Takes the frames of a film, one after the other. Closing it without an end gives up. */
interface FrameWriter extends AutoCloseable {

    /**
     * Adds a frame.
     *
     * @param rgb {@code [height, width, 3]}
     */
    void add(byte[] rgb) throws IOException;

    /** Completes the film after the last frame. */
    void end() throws IOException;

    @Override
    void close() throws IOException;
}
