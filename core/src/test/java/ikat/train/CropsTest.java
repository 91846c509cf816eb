package ikat.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Exemplar;
import ikat.image.Mirroring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CropsTest {

    @ParameterizedTest
    @CsvSource({"40, 16", "16, 40", "32, 32"})
    void whatIsHeldOutIsTheEndOfTheLongerSideAndNotLearnedFrom(int width, int height) {
        Crops crops = new Crops(8, 2, Mirroring.NONE, 10);
        Exemplar picture = numbered(width, height);
        Exemplar learned = crops.learned(picture);
        Exemplar judged = crops.judged(picture);
        boolean wide = width >= height;
        assertThat(learned.width()).isEqualTo(wide ? width - 10 : width);
        assertThat(judged.width()).isEqualTo(wide ? 10 : width);
        assertThat(learned.pixels()).doesNotContain(judged.pixels());
        assertThat(learned.pixels().length + judged.pixels().length).isEqualTo(width * height);
    }

    @Test
    void withoutAPartHeldOutTheWholePictureIsLearnedAndJudgedBy() {
        Crops crops = new Crops(8, 2, Mirroring.NONE, 0);
        Exemplar picture = numbered(20, 30);
        assertThat(crops.learned(picture).pixels()).isEqualTo(picture.pixels());
        assertThat(crops.judged(picture).pixels()).isEqualTo(picture.pixels());
    }

    private static Exemplar numbered(int width, int height) {
        float[] pixels = new float[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i / (float) pixels.length;
        }
        return Exemplar.made("numbered", 1, width, height, pixels);
    }
}
