package ikat.material;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;

/**
 * A plane of normals whose green points the other way.
 *
 * @param plane of normals
 */
public record TurnedNormals(PixelSource plane) implements PixelSource {

    @Override
    public int channels() {
        return plane.channels();
    }

    @Override
    public Depth depth() {
        return plane.depth();
    }

    @Override
    public Averaging averaging() {
        return plane.averaging();
    }

    @Override
    public PixelSource onOneThread() {
        return new TurnedNormals(plane.onOneThread());
    }

    @Override
    public byte[] render(PixelRegion region) {
        return NormalMap.turned(Pixels.of(plane, region)).bytes();
    }
}
