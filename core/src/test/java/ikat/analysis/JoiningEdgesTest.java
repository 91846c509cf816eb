package ikat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Exemplar;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoiningEdgesTest {

    /** Discs of several sizes, which go on at the opposite edge, with some noise. */
    private static Exemplar stones(int width, int height, double noise) {
        Random random = new Random(5);
        float[] pixels = new float[3 * width * height];
        Arrays.fill(pixels, -0.5f);
        for (int stone = 0; stone < width * height / 150; stone++) {
            double left = random.nextDouble() * width;
            double top = random.nextDouble() * height;
            double radius = 4 + 9 * random.nextDouble();
            float[] colour = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
            for (int i = 0; i < pixels.length; i++) {
                double dx = Math.abs(i % width - left);
                double dy = Math.abs(i / width % height - top);
                double away = Math.hypot(Math.min(dx, width - dx), Math.min(dy, height - dy));
                if (away < radius) {
                    pixels[i] = colour[i / (width * height)];
                }
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            double sum = pixels[i] + noise * random.nextGaussian();
            pixels[i] = (float) Math.max(-1, Math.min(1, sum));
        }
        return Exemplar.made("stones.png", 3, width, height, pixels);
    }

    @ParameterizedTest
    @CsvSource({"256, 192, 0", "192, 256, 0.1", "160, 160, 0.05", "263, 195, 0.02"})
    void aPictureThatTilesIsRecognised(int width, int height, double noise) {
        assertThat(JoiningEdges.of(stones(width, height, noise))).isTrue();
        assertThat(JoiningEdges.of(stones(width, height, noise).repeated(2, 3))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 238, 192", "0, 0, 256, 160", "10, 10, 200, 140", "0, 8, 256, 184"})
    void aPartOfItTilesNoMore(int left, int top, int width, int height) {
        Exemplar part = stones(256, 192, 0.05).crop(left, top, width, height);
        assertThat(JoiningEdges.of(part)).isFalse();
    }

    @Test
    void aPictureOfFewPixelsSaysTooLittle() {
        assertThat(JoiningEdges.of(stones(16, 15, 0))).isFalse();
    }
}
