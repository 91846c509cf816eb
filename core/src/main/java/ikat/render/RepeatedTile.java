package ikat.render;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;

/**
 * A plane tiled with copies of one picture, to show whether they join.
 *
 * @param tile the picture
 */
public record RepeatedTile(Pixels tile) implements PixelSource {

    @Override
    public int channels() {
        return tile.channels();
    }

    @Override
    public byte[] render(PixelRegion region) {
        Pixels picture = Pixels.empty(region.width(), region.height(), channels());
        for (int y = 0; y < region.height(); y++) {
            int row = Math.floorMod(region.top() + y, tile.height()) * tile.stride();
            for (int x = 0; x < region.width(); ) {
                int column = Math.floorMod(region.left() + x, tile.width());
                int run = Math.min(tile.width() - column, region.width() - x);
                System.arraycopy(
                        tile.bytes(),
                        row + column * channels(),
                        picture.bytes(),
                        y * picture.stride() + x * channels(),
                        run * channels());
                x += run;
            }
        }
        return picture.bytes();
    }
}
