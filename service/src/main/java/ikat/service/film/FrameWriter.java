package ikat.service.film;

import ikat.image.Pixels;
import java.io.IOException;

/** Takes the frames of a film in order. Closing it before the end discards the film. */
interface FrameWriter extends AutoCloseable {

    /** Adds a frame of 3 channels. */
    void add(Pixels frame) throws IOException;

    /** Completes the film after the last frame. */
    void end() throws IOException;

    @Override
    void close() throws IOException;
}
