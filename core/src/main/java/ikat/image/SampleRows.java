package ikat.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Rows of an image as floats in [0, 1], bands interleaved, alpha last.
 *
 * <p>Grey is read as stored: Java treats it as linear light, so {@code getRGB} would brighten it.
 */
final class SampleRows {

    private final BufferedImage image;
    private final boolean stored;
    private final int bands;

    private SampleRows(BufferedImage image, boolean stored) {
        this.image = image;
        this.stored = stored;
        ColorModel model = image.getColorModel();
        this.bands = stored ? model.getNumComponents() : model.hasAlpha() ? 4 : 3;
    }

    static SampleRows of(String name, BufferedImage image) throws ImageFormatException {
        boolean stored = image.getColorModel() instanceof ComponentColorModel;
        if (stored && maximum(image.getColorModel()) == 0) {
            throw new ImageFormatException(
                    name, "stores signed or 32-bit numbers; save it with 8 or 16 bits a channel");
        }
        return new SampleRows(image, stored);
    }

    /** The sample value of full brightness; 0 if unknown. */
    private static float maximum(ColorModel model) {
        return switch (model.getTransferType()) {
            case DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT ->
                    (1 << model.getComponentSize(0)) - 1;
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> 1;
            default -> 0;
        };
    }

    int bands() {
        return bands;
    }

    /** Bands without alpha: 1 or 3. */
    int colours() {
        return stored && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
                ? 1
                : 3;
    }

    boolean hasAlpha() {
        return image.getColorModel().hasAlpha();
    }

    boolean premultiplied() {
        return stored && image.isAlphaPremultiplied();
    }

    /** Reads row y into {@code [width, bands]}. */
    void read(int y, float[] row) {
        if (stored) {
            readStored(y, row);
        } else {
            readPacked(y, row);
        }
    }

    private void readStored(int y, float[] row) {
        Raster raster = image.getRaster();
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, image.getWidth(), 1, row);
        float maximum = maximum(image.getColorModel());
        for (int i = 0; i < row.length; i++) {
            float value = row[i] / maximum;
            row[i] = value > 0 ? Math.min(value, 1) : 0;
        }
    }

    private void readPacked(int y, float[] row) {
        int[] pixels = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
        int to = 0;
        for (int pixel : pixels) {
            row[to++] = (pixel >> 16 & 0xFF) / 255f;
            row[to++] = (pixel >> 8 & 0xFF) / 255f;
            row[to++] = (pixel & 0xFF) / 255f;
            if (bands == 4) {
                row[to++] = (pixel >>> 24) / 255f;
            }
        }
    }
}
