package ikat.service;

import ikat.image.PixelSource;
import ikat.noise.NoiseField;

/** A model opened for rendering; use by one thread at a time. */
public interface Rendering extends AutoCloseable {

    /** The pixels of a plane of noise, valid until this is closed. */
    PixelSource plane(NoiseField field);

    /**
     * The pixels of a reduced plane, valid until this is closed.
     *
     * @param field of the plane at full size
     * @param level number of halvings, 1 to {@link ikat.zoom.ZoomablePlane#MOST_LEVEL}
     */
    PixelSource halved(NoiseField field, int level);

    @Override
    void close();
}
