package ikat.image;

import java.util.function.UnaryOperator;

/**
 * A plane each of whose pixels is changed by itself.
 *
 * @param plane to change
 * @param depth of the changed pixels
 * @param change of a rendered region; keeps its size and channels, and may give back what it got
 */
public record ChangedPlane(PixelSource plane, Depth depth, UnaryOperator<Pixels> change)
        implements PlaneView {

    @Override
    public PixelSource onOneThread() {
        return new ChangedPlane(plane.onOneThread(), depth, change);
    }

    @Override
    public byte[] render(PixelRegion region) {
        return change.apply(Pixels.of(plane, region)).bytes();
    }
}
