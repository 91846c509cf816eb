package ikat.zoom;

import ikat.image.Averaging;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.image.PlaneView;

/**
 * A plane halved several times by a box filter: each pixel is the mean of a square of {@code
 * 2^halvings} pixels a side.
 *
 * @param plane the plane at full size
 * @param halvings from 1 to 12
 * @param averaging what a mean is
 */
record HalvedPlane(PixelSource plane, int halvings, Averaging averaging) implements PlaneView {

    private static final int MOST_SIDE = 2048; // pixels of the full plane rendered at a time

    @Override
    public PixelSource onOneThread() {
        return new HalvedPlane(plane.onOneThread(), halvings, averaging);
    }

    @Override
    public byte[] render(PixelRegion region) {
        int times = 1 << halvings;
        Pixels picture = Pixels.empty(this, region.width(), region.height());
        int part = Math.max(1, MOST_SIDE / times);
        for (int top = 0; top < region.height(); top += part) {
            for (int left = 0; left < region.width(); left += part) {
                int width = Math.min(part, region.width() - left);
                int height = Math.min(part, region.height() - top);
                PixelRegion full =
                        new PixelRegion(
                                (region.left() + left) * times,
                                (region.top() + top) * times,
                                width * times,
                                height * times);
                Pixels.of(plane, full).halved(halvings, averaging).copyInto(picture, left, top);
            }
        }
        return picture.bytes();
    }
}
