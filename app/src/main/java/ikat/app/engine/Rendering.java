package ikat.app.engine;

import ikat.image.PixelSource;

/** A texture that is open for rendering; use by one thread at a time. */
public interface Rendering extends PixelSource, AutoCloseable {

    @Override
    void close();
}
