package ikat.zoom;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;

/**
 * Another plane a few times halved: each pixel is the mean of a square of them.
 *
 * @param plane at its full size
 * @param halvings from 1 to 20
 */
record HalvedPlane(PixelSource plane, int halvings) implements PixelSource {

    private static final int MOST_SIDE = 2048; // of what is made at a time

    @Override
    public int channels() {
        return plane.channels();
    }

    @Override
    public PixelSource onOneThread() {
        return new HalvedPlane(plane.onOneThread(), halvings);
    }

    @Override
    public byte[] render(PixelRegion region) {
        int times = 1 << halvings;
        byte[] picture = new byte[region.width() * region.height() * channels()];
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
                byte[] pixels = plane.render(full);
                int at = (top * region.width() + left) * channels();
                average(pixels, width, height, picture, at, region.width());
            }
        }
        return picture;
    }

    private void average(
            byte[] pixels, int width, int height, byte[] picture, int from, int columns) {
        int channels = channels();
        int times = 1 << halvings;
        int area = times * times;
        for (int i = 0; i < width * height * channels; i++) {
            int x = i / channels % width;
            int y = i / channels / width;
            long sum = area / 2;
            for (int dy = 0; dy < times; dy++) {
                int row = ((y * times + dy) * width + x) * times * channels + i % channels;
                for (int dx = 0; dx < times; dx++) {
                    sum += pixels[row + dx * channels] & 0xff;
                }
            }
            picture[from + (y * columns + x) * channels + i % channels] = (byte) (sum / area);
        }
    }
}
