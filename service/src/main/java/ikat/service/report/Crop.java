package ikat.service.report;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import java.awt.image.BufferedImage;

/** Pieces of pictures at their own size. */
public final class Crop {

    private Crop() {}

    /** Makes a region of an endless picture. */
    public static BufferedImage of(PixelSource source, PixelRegion region) {
        byte[] pixels = source.render(region);
        int channels = source.channels();
        BufferedImage image =
                new BufferedImage(region.width(), region.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < region.width() * region.height(); i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                rgb = rgb << 8 | (pixels[i * channels + Math.min(c, channels - 1)] & 0xff);
            }
            image.setRGB(i % region.width(), i / region.width(), rgb);
        }
        return image;
    }

    /** Cuts the middle out of an exemplar, at most so many pixels wide and high. */
    public static BufferedImage middle(Exemplar exemplar, int most) {
        int width = Math.min(most, exemplar.width());
        int height = Math.min(most, exemplar.height());
        int left = (exemplar.width() - width) / 2;
        int top = (exemplar.height() - height) / 2;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb(exemplar, left + x, top + y));
            }
        }
        return image;
    }

    private static int rgb(Exemplar exemplar, int x, int y) {
        int area = exemplar.width() * exemplar.height();
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            int plane = Math.min(c, exemplar.channels() - 1);
            float value = exemplar.pixels()[plane * area + y * exemplar.width() + x];
            rgb = rgb << 8 | Math.round((value + 1) * 127.5f);
        }
        return rgb;
    }
}
