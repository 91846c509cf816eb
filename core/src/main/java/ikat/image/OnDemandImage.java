package ikat.image;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * A window of the endless plane as an image whose pixels are rendered on demand, so that it can be
 * far larger than memory.
 *
 * <p>Pixels are rendered in bands of rows, which are the image's tiles. If they are read from the
 * top downwards, as {@link ImageFiles} does, at most two bands exist at a time: the second is
 * rendered while the first is read. Exceptions of the source are thrown from the call that needed
 * the pixels. Thread-safe.
 */
public final class OnDemandImage extends TileColumnImage implements AutoCloseable {

    private static final long BAND_BYTES = 64L << 20;
    private static final int FEWEST_ROWS = 256;
    private static final int MOST_ROWS = 512;
    private static final long LARGEST_BAND_BYTES = 512L << 20;

    private final PixelRegion window;
    private final PixelSource source;
    private final Bands bands;

    /**
     * Creates an image in bands of 256 to 512 rows, or fewer if 256 rows exceed 512 MB.
     *
     * @param source renders the pixels
     * @param window the part of the plane to show
     * @throws IllegalArgumentException if one row has 2^31 bytes or more
     */
    public OnDemandImage(PixelSource source, PixelRegion window) {
        this(source, window, bandRows(window.width(), pixelBytes(source)));
    }

    /**
     * Creates an image in bands of the given height.
     *
     * @param bandRows rows rendered at a time, at least 1
     */
    public OnDemandImage(PixelSource source, PixelRegion window, int bandRows) {
        super(
                Pixels.colours(source.channels(), source.depth()),
                band(source, window, bandRows),
                new Rectangle(window.width(), window.height()));
        this.window = window;
        this.source = source;
        this.bands = new Bands(source, window, getTileHeight());
    }

    private static SampleModel band(PixelSource source, PixelRegion window, int bandRows) {
        int rows = Math.min(bandRows, window.height());
        if (bandRows < 1
                || (long) rows * window.width() * pixelBytes(source) > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    ("a band of %s rows of %s pixels is empty or above 2 GB; take other rows or"
                                    + " a smaller width")
                            .formatted(bandRows, window.width()));
        }
        return Pixels.colours(source.channels(), source.depth())
                .createCompatibleSampleModel(window.width(), rows);
    }

    private static int pixelBytes(PixelSource source) {
        return source.channels() * source.depth().bytes();
    }

    /**
     * Multiples of 64 rows suit the tiles of a renderer; small bands give frequent progress and
     * early prefetching.
     */
    static int bandRows(int width, int pixelBytes) {
        long rowBytes = (long) width * pixelBytes;
        long rows = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, BAND_BYTES / rowBytes / 64 * 64));
        return (int) Math.max(1, Math.min(rows, LARGEST_BAND_BYTES / rowBytes));
    }

    /** The part of the plane shown. */
    public PixelRegion window() {
        return window;
    }

    /** Returns one band; the last has only the remaining rows. */
    @Override
    public Raster getTile(int tileX, int tileY) {
        if (tileX != 0 || tileY < 0 || tileY >= getNumYTiles()) {
            throw new IllegalArgumentException(
                    "tile " + tileX + "," + tileY + " is not one of 1x" + getNumYTiles());
        }
        return new Pixels(
                        bands.get(tileY),
                        window.width(),
                        bands.rowsOf(tileY),
                        source.channels(),
                        source.depth())
                .raster(tileY * getTileHeight());
    }

    /** Returns a copy, so that keeping a row does not keep its whole band in memory. */
    @Override
    public Raster getData(Rectangle wanted) {
        if (wanted.isEmpty() || !new Rectangle(getWidth(), getHeight()).contains(wanted)) {
            throw new IllegalArgumentException(
                    wanted + " is not within " + getWidth() + "x" + getHeight() + " pixels");
        }
        return copyData(
                Raster.createWritableRaster(
                        getSampleModel().createCompatibleSampleModel(wanted.width, wanted.height),
                        wanted.getLocation()));
    }

    @Override
    public WritableRaster copyData(@Nullable WritableRaster target) {
        WritableRaster filled =
                target == null
                        ? getColorModel().createCompatibleWritableRaster(getWidth(), getHeight())
                        : target;
        Rectangle wanted = filled.getBounds().intersection(new Rectangle(getWidth(), getHeight()));
        if (!wanted.isEmpty()) {
            int last = (wanted.y + wanted.height - 1) / getTileHeight();
            for (int band = wanted.y / getTileHeight(); band <= last; band++) {
                filled.setDataElements(0, 0, part(band, wanted));
            }
        }
        return filled;
    }

    /** The intersection of a rectangle with one band, in image coordinates. */
    private Raster part(int band, Rectangle wanted) {
        Raster tile = getTile(0, band);
        Rectangle part = tile.getBounds().intersection(wanted);
        return tile.createChild(part.x, part.y, part.width, part.height, part.x, part.y, null);
    }

    /** Stops the rendering thread once it has finished its current band. */
    @Override
    public void close() {
        bands.close();
    }
}
