package ikat.app.engine;

import ikat.image.PixelSource;
import ikat.noise.NoiseField;

/** A model that is open for rendering; use by one thread at a time. */
public interface Rendering extends AutoCloseable {

    /** The pixels of a plane of noise; of use until this is closed. */
    PixelSource plane(NoiseField field);

    @Override
    void close();
}
