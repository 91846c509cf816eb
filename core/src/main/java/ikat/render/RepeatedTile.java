package ikat.render;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;

/**
 * A plane tiled with copies of one picture, to show whether they join.
 *
 * @param tile the picture
 * @param averaging what a mean of its pixels is
 * @param left the column at which a copy begins
 * @param top the row at which a copy begins
 */
public record RepeatedTile(Pixels tile, Averaging averaging, long left, long top)
        implements PixelSource {

    /** A tile that begins at the origin. */
    public RepeatedTile(Pixels tile, Averaging averaging) {
        this(tile, averaging, 0, 0);
    }

    /** A region of a plane, rendered now, where it lies. */
    public static RepeatedTile of(PixelSource plane, PixelRegion region) {
        return new RepeatedTile(
                Pixels.of(plane, region), plane.averaging(), region.left(), region.top());
    }

    @Override
    public int channels() {
        return tile.channels();
    }

    @Override
    public Depth depth() {
        return tile.depth();
    }

    @Override
    public byte[] render(PixelRegion region) {
        Pixels picture = Pixels.empty(this, region.width(), region.height());
        for (int y = 0; y < region.height(); y++) {
            int row = Math.floorMod(region.top() + y - top, tile.height());
            for (int x = 0; x < region.width(); ) {
                int column = Math.floorMod(region.left() + x - left, tile.width());
                int run = Math.min(tile.width() - column, region.width() - x);
                System.arraycopy(
                        tile.bytes(),
                        tile.at(column, row),
                        picture.bytes(),
                        picture.at(x, y),
                        run * tile.pixelBytes());
                x += run;
            }
        }
        return picture.bytes();
    }
}
