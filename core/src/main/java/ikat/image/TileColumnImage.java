package ikat.image;

import java.awt.Image;
import java.awt.Rectangle;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/** An image whose tiles lie one below the other, without sources and properties. */
abstract class TileColumnImage implements RenderedImage {

    private final ColorModel colours;
    private final SampleModel samples;
    private final Rectangle bounds;

    /**
     * @param samples the layout of a tile, which is as wide as the image
     */
    TileColumnImage(ColorModel colours, SampleModel samples, Rectangle bounds) {
        this.colours = colours;
        this.samples = samples;
        this.bounds = bounds;
    }

    @Override
    public ColorModel getColorModel() {
        return colours;
    }

    @Override
    public SampleModel getSampleModel() {
        return samples;
    }

    @Override
    public int getMinX() {
        return bounds.x;
    }

    @Override
    public int getMinY() {
        return bounds.y;
    }

    @Override
    public int getWidth() {
        return bounds.width;
    }

    @Override
    public int getHeight() {
        return bounds.height;
    }

    @Override
    public int getTileWidth() {
        return samples.getWidth();
    }

    @Override
    public int getTileHeight() {
        return samples.getHeight();
    }

    @Override
    public int getTileGridXOffset() {
        return bounds.x;
    }

    @Override
    public int getTileGridYOffset() {
        return bounds.y;
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
    public int getNumXTiles() {
        return 1;
    }

    @Override
    public int getNumYTiles() {
        return (int) (((long) getHeight() + getTileHeight() - 1) / getTileHeight());
    }

    /**
     * Returns all pixels at once; use {@link #getData(Rectangle)} for pictures that do not fit in
     * memory.
     */
    @Override
    public Raster getData() {
        return getData(bounds);
    }

    @Override
    public @Nullable Vector<RenderedImage> getSources() {
        return null;
    }

    @Override
    public Object getProperty(String name) {
        return Image.UndefinedProperty;
    }

    @Override
    public String @Nullable [] getPropertyNames() {
        return null;
    }
}
