package ikat.image;

import java.awt.image.BufferedImage;
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

    /**
     * Converts an image in sRGB or grey, composites it over white, and reduces three equal channels
     * to one.
     */
    static Planes of(String name, BufferedImage image, List<String> notes)
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
            if (rows.hasAlpha()) {
                transparent += layOverWhite(row, rows);
            }
            planes.take(row, rows.bands(), y);
        }
        if (transparent > 0) {
            notes.add(transparent + " transparent pixels were laid over white");
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
}
