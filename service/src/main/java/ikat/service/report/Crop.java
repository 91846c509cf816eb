package ikat.service.report;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import java.awt.image.BufferedImage;

/** Crops of pictures at their original size. */
public final class Crop {

    private Crop() {}

    /** Renders a region of an endless picture. */
    public static BufferedImage of(PixelSource source, PixelRegion region) {
        return Exemplar.rendered("crop", source, region).toImage();
    }

    /** Cuts the middle out of an exemplar, at most {@code most} pixels wide and high. */
    public static BufferedImage middle(Exemplar exemplar, int most) {
        int width = Math.min(most, exemplar.width());
        int height = Math.min(most, exemplar.height());
        int left = (exemplar.width() - width) / 2;
        int top = (exemplar.height() - height) / 2;
        return exemplar.crop(left, top, width, height).toImage();
    }
}
