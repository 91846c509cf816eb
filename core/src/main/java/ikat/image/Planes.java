package ikat.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.List;

/**
 * Pixels as planar floats.
 *
 * @param channels 1 or 3
 * @param width columns
 * @param height rows
 * @param values planar {@code [channels, height, width]}, each in [-1, 1]
 */
record Planes(int channels, int width, int height, float[] values) {

    /** The end of what is noted of pictures with transparent pixels. */
    static final String OVER_WHITE = " transparent pixels were laid over white";

    /**
     * Converts an image in sRGB or grey, composites it over white, and reduces three equal channels
     * to one.
     *
     * @param curve applied to the samples of colours before anything else
     */
    static Planes of(String name, BufferedImage image, ToneCurve curve, List<String> notes)
            throws ImageFormatException {
        SampleRows rows = SampleRows.of(name, image);
        int width = image.getWidth();
        int height = image.getHeight();
        Planes planes =
                new Planes(
                        rows.colours(), width, height, new float[rows.colours() * width * height]);
        float[] row = new float[width * rows.bands()];
        long transparent = 0;
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            curve.apply(row, rows.bands(), rows.colours());
            if (rows.hasAlpha()) {
                transparent += layOverWhite(row, rows);
            }
            planes.take(row, rows.bands(), y);
        }
        if (transparent > 0) {
            notes.add(transparent + OVER_WHITE);
        }
        return planes.withoutEqualChannels(notes);
    }

    private static int layOverWhite(float[] row, SampleRows rows) {
        int bands = rows.bands();
        int transparent = 0;
        for (int i = 0; i < row.length; i += bands) {
            float alpha = row[i + bands - 1];
            if (alpha == 1) {
                continue;
            }
            transparent++;
            for (int band = i; band < i + bands - 1; band++) {
                float missing = rows.premultiplied() ? alpha - row[band] : alpha * (1 - row[band]);
                row[band] = Math.min(1, 1 - missing);
            }
        }
        return transparent;
    }

    private void take(float[] row, int bands, int y) {
        for (int channel = 0; channel < channels; channel++) {
            int to = (channel * height + y) * width;
            for (int x = 0; x < width; x++) {
                values[to + x] = 2 * row[x * bands + channel] - 1;
            }
        }
    }

    private Planes withoutEqualChannels(List<String> notes) {
        int size = width * height;
        boolean grey =
                channels == 3
                        && Arrays.equals(values, 0, size, values, size, 2 * size)
                        && Arrays.equals(values, 0, size, values, 2 * size, 3 * size);
        if (!grey) {
            return this;
        }
        notes.add("every pixel is exactly grey, so the picture is taken as greyscale");
        return new Planes(1, width, height, Arrays.copyOf(values, size));
    }

    /**
     * Rows of an image as floats in [0, 1], bands interleaved, alpha last.
     *
     * <p>Grey is read as stored: Java treats it as linear light, so {@code getRGB} would brighten
     * it.
     */
    private static final class SampleRows {

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
                        name,
                        "stores signed or 32-bit numbers; save it with 8 or 16 bits a channel");
            }
            return new SampleRows(image, stored);
        }

        /** The sample value of full brightness; 0 if unknown. */
        private static float maximum(ColorModel model) {
            return switch (model.getTransferType()) {
                case DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT ->
                        (1 << model.getComponentSize(0)) - 1;
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
}
