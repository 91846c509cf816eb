package ikat.image;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A view of another image as a single tile that holds no pixels and fetches rows on demand.
 *
 * <p>The JDK's JPEG writer copies a multi-tile image as a whole, but reads a single tile row by row
 * through {@link Raster#createChild}, the only access that this tile supports.
 */
final class OneTileImage implements RenderedImage {

    private final RenderedImage image;

    OneTileImage(RenderedImage image) {
        this.image = image;
    }

    @Override
    public Raster getTile(int tileX, int tileY) {
        return new Rows(image);
    }

    private static final class Rows extends Raster {

        private final RenderedImage image;

        Rows(RenderedImage image) {
            super(
                    image.getSampleModel()
                            .createCompatibleSampleModel(image.getWidth(), image.getHeight()),
                    new DataBufferByte(0),
                    new Point(image.getMinX(), image.getMinY()));
            this.image = image;
        }

        @Override
        public Raster createChild(
                int x, int y, int width, int height, int newX, int newY, int @Nullable [] bands) {
            Raster rows = image.getData(new Rectangle(x, y, width, height));
            return rows.createChild(x, y, width, height, newX, newY, bands);
        }
    }

    @Override
    public int getNumXTiles() {
        return 1;
    }

    @Override
    public int getNumYTiles() {
        return 1;
    }

    @Override
    public int getMinTileX() {
        return 0;
    }

    @Override
    public int getMinTileY() {
        return 0;
    }

    @Override
    public int getTileWidth() {
        return image.getWidth();
    }

    @Override
    public int getTileHeight() {
        return image.getHeight();
    }

    @Override
    public int getTileGridXOffset() {
        return image.getMinX();
    }

    @Override
    public int getTileGridYOffset() {
        return image.getMinY();
    }

    @Override
    public ColorModel getColorModel() {
        return image.getColorModel();
    }

    @Override
    public SampleModel getSampleModel() {
        return image.getSampleModel();
    }

    @Override
    public int getWidth() {
        return image.getWidth();
    }

    @Override
    public int getHeight() {
        return image.getHeight();
    }

    @Override
    public int getMinX() {
        return image.getMinX();
    }

    @Override
    public int getMinY() {
        return image.getMinY();
    }

    @Override
    public Raster getData() {
        return image.getData();
    }

    @Override
    public Raster getData(Rectangle wanted) {
        return image.getData(wanted);
    }

    @Override
    public WritableRaster copyData(@Nullable WritableRaster target) {
        return image.copyData(target);
    }

    @Override
    public @Nullable Vector<RenderedImage> getSources() {
        return image.getSources();
    }

    @Override
    public Object getProperty(String name) {
        return image.getProperty(name);
    }

    @Override
    public String @Nullable [] getPropertyNames() {
        return image.getPropertyNames();
    }
}
