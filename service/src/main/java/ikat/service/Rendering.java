package ikat.service;

import ikat.image.PixelSource;
import ikat.noise.NoiseField;
import ikat.texture.GlobalField;

/** A model that is open for rendering; use by one thread at a time. */
public interface Rendering extends AutoCloseable {

    /** The pixels of a plane of noise; of use until this is closed. */
    PixelSource plane(NoiseField field);

    /**
     * The pixels of a plane that is shown smaller than it is; of use until this is closed.
     *
     * @param field which texture stands where, in pixels of full size
     * @param level how often it is halved, 1 to {@link ikat.zoom.ZoomablePlane#MOST_LEVEL}
     */
    PixelSource halved(long seed, GlobalField field, int level);

    @Override
    void close();
}
