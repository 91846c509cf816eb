package ikat.studio.serve.iiif;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import java.util.Arrays;

/** Scales a part of a level to an image, a band at a time so that large ones need little memory. */
final class Resampling {

    private static final int BAND_PIXELS = 1 << 20;

    private final PixelSource level;
    private final Axis across;
    private final Axis down;
    private final int rowValues;

    Resampling(PixelSource level, Axis across, Axis down) {
        this.level = level;
        this.across = across;
        this.down = down;
        this.rowValues = across.size() * level.channels();
    }

    /** The image, {@code [height, width, channels]}. */
    byte[] image() {
        byte[] image = new byte[Math.multiplyExact(rowValues, down.size())];
        int most = Math.max(1, BAND_PIXELS / across.length());
        for (int top = 0; top < down.size(); ) {
            int bottom = top + 1;
            while (bottom < down.size() && down.end(bottom) - down.first()[top] <= most) {
                bottom++;
            }
            fill(image, top, bottom);
            top = bottom;
        }
        return image;
    }

    private void fill(byte[] image, int top, int bottom) {
        int from = down.first()[top];
        int rows = down.end(bottom - 1) - from;
        byte[] pixels = level.render(new PixelRegion(across.low(), from, across.length(), rows));
        float[][] narrowed = new float[rows][];
        for (int y = 0; y < rows; y++) {
            narrowed[y] = narrowed(pixels, y * across.length());
        }
        float[] sum = new float[rowValues];
        for (int y = top; y < bottom; y++) {
            Arrays.fill(sum, 0.5f); // so that cutting off rounds
            float[] weights = down.weights()[y];
            for (int tap = 0; tap < weights.length; tap++) {
                float[] row = narrowed[down.first()[y] - from + tap];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weights[tap] * row[i];
                }
            }
            for (int i = 0; i < sum.length; i++) {
                image[y * rowValues + i] = (byte) Math.min(255, (int) sum[i]);
            }
        }
    }

    private float[] narrowed(byte[] pixels, int row) {
        int channels = level.channels();
        float[] narrowed = new float[rowValues];
        for (int x = 0; x < across.size(); x++) {
            float[] weights = across.weights()[x];
            int at = (row + across.first()[x] - across.low()) * channels;
            for (float weight : weights) {
                for (int c = 0; c < channels; c++) {
                    narrowed[x * channels + c] += weight * (pixels[at++] & 0xff);
                }
            }
        }
        return narrowed;
    }
}
