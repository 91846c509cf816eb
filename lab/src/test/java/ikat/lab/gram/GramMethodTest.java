package ikat.lab.gram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.lab.gram.GramMethod.Resolutions;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.StoppedException;
import ikat.lab.method.TextureMethod;
import ikat.train.PrincipalColours;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GramMethodTest {

    private static final Duration TIME = Duration.ofSeconds(1);

    /** Few filters and few steps at two resolutions. */
    private static final TextureMethod QUICK = quick(6);

    @Test
    void thePictureHasTheAskedSizeAndTheExemplarsColours() {
        Exemplar weave = Pictures.weave(3, 64);
        Exemplar made = made(QUICK, weave, 2, 50, 70, 1);
        assertThat(made.width()).isEqualTo(50);
        assertThat(made.height()).isEqualTo(70);
        assertThat(made.channels()).isEqualTo(3);
        assertThat(mean(made, 0)).isBetween(mean(weave, 0) - 0.01, mean(weave, 0) + 0.01);
    }

    @Test
    void theSameSeedMakesTheSamePictureWhateverTheThreads() {
        Exemplar weave = Pictures.weave(3, 64);
        float[] one = made(QUICK, weave, 1, 64, 64, 5).pixels();
        assertThat(made(QUICK, weave, 2, 64, 64, 5).pixels()).isEqualTo(one);
        assertThat(made(QUICK, weave, 2, 64, 64, 6).pixels()).isNotEqualTo(one);
    }

    @Test
    void aGreyExemplarGivesAGreyPicture() {
        assertThat(made(QUICK, Pictures.weave(1, 64), 2, 64, 64, 1).channels()).isEqualTo(1);
    }

    @Test
    void theDirectionOfAPatternIsFound() {
        Exemplar made = made(quick(40), stripes(), 2, 64, 64, 1);
        assertThat(roughness(made, 1, 0)).isGreaterThan(3 * roughness(made, 0, 1));
    }

    @Test
    void itStopsWhenToldTo() {
        AtomicInteger asked = new AtomicInteger();
        Effort effort = new Effort(TIME, 1, () -> asked.incrementAndGet() > 3);
        try (LearnedTexture texture = QUICK.learn(Pictures.weave(1, 64), effort, 1)) {
            assertThatThrownBy(() -> texture.make(64, 64, 1)).isInstanceOf(StoppedException.class);
        }
        assertThat(asked).hasValue(4);
    }

    @Test
    void tooSmallAndTooLargePicturesAreRefused() {
        assertThatThrownBy(() -> QUICK.learn(Pictures.weave(1, 31), Pictures.effort(TIME), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weave.png is 31x31 pixels, but Quick needs at least 32 a side");
        try (LearnedTexture texture =
                QUICK.learn(Pictures.weave(1, 32), Pictures.effort(TIME), 1)) {
            assertThat(texture.growth()).isEqualTo(Growth.WHOLE);
            assertThatThrownBy(() -> texture.make(4096, 1025, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("4096x1025");
        }
    }

    private static TextureMethod quick(int steps) {
        return new GramMethod(
                "quick",
                "Quick",
                "a test",
                new Resolutions(32, steps, 1, steps),
                (exemplar, threads) ->
                        new RandomFilters(
                                PrincipalColours.of(Exemplars.of(exemplar)), 8, threads, 1));
    }

    private static Exemplar made(
            TextureMethod method,
            Exemplar exemplar,
            int threads,
            int width,
            int height,
            long seed) {
        Effort effort = new Effort(TIME, threads, () -> false);
        try (LearnedTexture texture = method.learn(exemplar, effort, 1)) {
            return texture.make(width, height, seed);
        }
    }

    private static Exemplar stripes() {
        float[] pixels = new float[64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) Math.sin(2 * Math.PI * (i % 64) / 9);
        }
        return Exemplar.made("stripes.png", 1, 64, 64, pixels);
    }

    /** Mean difference of a pixel from its neighbour. */
    private static double roughness(Exemplar picture, int right, int down) {
        double sum = 0;
        for (int y = 0; y < picture.height() - down; y++) {
            for (int x = 0; x < picture.width() - right; x++) {
                sum += Math.abs(picture.at(0, x + right, y + down) - picture.at(0, x, y));
            }
        }
        return sum / picture.pixels().length;
    }

    private static double mean(Exemplar picture, int channel) {
        int area = picture.width() * picture.height();
        float[] values = Arrays.copyOfRange(picture.pixels(), channel * area, (channel + 1) * area);
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / area;
    }
}
