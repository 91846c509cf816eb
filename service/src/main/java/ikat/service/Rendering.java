package ikat.service;

import ikat.image.PixelSource;
import ikat.noise.NoiseField;
import ikat.texture.GlobalField;

/** A model opened for rendering; use by one thread at a time. */
public interface Rendering extends AutoCloseable {

    /** The pixels of a plane of noise, valid until this is closed. */
    PixelSource plane(NoiseField field);

    /**
     * The pixels of a reduced plane, valid until this is closed.
     *
     * @param field which texture appears where, in full-size pixels
     * @param level number of halvings, 1 to {@link ikat.zoom.ZoomablePlane#MOST_LEVEL}
     */
    PixelSource halved(long seed, GlobalField field, int level);

    @Override
    void close();
}
