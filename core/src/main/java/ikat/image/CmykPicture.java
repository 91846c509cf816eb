package ikat.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * A picture in printing inks that came without a profile of the press.
 *
 * <p>Its colours are then a matter of convention: each ink takes its share of the light away.
 * Java's own conversion takes the outcome for linear light and washes it out.
 */
final class CmykPicture {

    private CmykPicture() {}

    static boolean isUnprofiled(ColorSpace space) {
        return space.getType() == ColorSpace.TYPE_CMYK && !(space instanceof ICC_ColorSpace);
    }

    /**
     * Converts inks in [0, 1], cyan, magenta, yellow and black, to {@code (1 - ink) (1 - black)}.
     */
    static BufferedImage toRgb(BufferedImage image) {
        int width = image.getWidth();
        BufferedImage rgb = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Raster raster = image.getRaster();
        float most = (1 << image.getColorModel().getComponentSize(0)) - 1;
        float[] row = new float[width * raster.getNumBands()];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                rgb.setRGB(x, y, toRgb(row, x * raster.getNumBands(), most));
            }
        }
        return rgb;
    }

    private static int toRgb(float[] row, int from, float most) {
        int rgb = 0;
        float unblackened = 1 - row[from + 3] / most;
        for (int ink = 0; ink < 3; ink++) {
            int level = Math.round(255 * (1 - row[from + ink] / most) * unblackened);
            rgb = rgb << 8 | level;
        }
        return rgb;
    }
}
