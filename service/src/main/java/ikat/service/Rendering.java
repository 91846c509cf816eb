package ikat.service;

import ikat.image.PixelSource;
import ikat.model.MapKind;
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

    /**
     * The pixels of a map of the material, which lie on those of the plane, valid until this is
     * closed.
     *
     * @param field of the plane at full size
     * @param level number of halvings, 0 to {@link ikat.zoom.ZoomablePlane#MOST_LEVEL}
     * @throws IllegalArgumentException if the model has no map of the kind, or its pictures are not
     *     woven; one sentence
     */
    default PixelSource map(NoiseField field, int level, MapKind kind) {
        throw new IllegalArgumentException(
                "a map of %s belongs to woven detail, not to the network's".formatted(kind.word()));
    }

    @Override
    void close();
}
