package ikat.render;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;

/**
 * A plane tiled with copies of one picture, to show whether they join.
 *
 * @param channels of the picture
 * @param width of the picture
 * @param height of the picture
 * @param pixels of the picture {@code [height, width, channels]}, not copied
 */
public record RepeatedTile(int channels, int width, int height, byte[] pixels)
        implements PixelSource {

    /** Tiles a plane with a region of another, which is rendered immediately and held in memory. */
    public static RepeatedTile of(PixelSource plane, PixelRegion region) {
        return new RepeatedTile(
                plane.channels(), region.width(), region.height(), plane.render(region));
    }

    @Override
    public byte[] render(PixelRegion region) {
        int stride = region.width() * channels;
        byte[] picture = new byte[Math.multiplyExact(stride, region.height())];
        for (int y = 0; y < region.height(); y++) {
            int row = Math.floorMod(region.top() + y, height) * width;
            for (int x = 0; x < region.width(); ) {
                int column = Math.floorMod(region.left() + x, width);
                int run = Math.min(width - column, region.width() - x);
                System.arraycopy(
                        pixels,
                        (row + column) * channels,
                        picture,
                        y * stride + x * channels,
                        run * channels);
                x += run;
            }
        }
        return picture;
    }
}
