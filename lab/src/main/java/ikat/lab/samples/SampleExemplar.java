package ikat.lab.samples;

import ikat.image.Exemplar;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Sample pictures as what a training takes, without a file. */
public final class SampleExemplar {

    private static final int CHANNELS = 3;

    private SampleExemplar() {}

    /**
     * Paints a sample.
     *
     * @param side of the picture in pixels
     */
    public static Exemplar of(Sample sample, int side) {
        BufferedImage picture = sample.paint(side, Sample.DEFAULT_SEED);
        int area = side * side;
        float[] pixels = new float[CHANNELS * area];
        for (int i = 0; i < area; i++) {
            int rgb = picture.getRGB(i % side, i / side);
            for (int c = 0; c < CHANNELS; c++) {
                pixels[c * area + i] = (rgb >> 16 - 8 * c & 255) / 127.5f - 1;
            }
        }
        String name = sample.name().toLowerCase(Locale.ROOT) + ".png";
        return new Exemplar(name, "0".repeat(64), CHANNELS, side, side, pixels, List.of());
    }
}
