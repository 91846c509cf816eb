package ikat.lab.quilting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.lab.method.Effort;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.Pictures;
import ikat.lab.method.StoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageQuiltingTest {

    @ParameterizedTest
    @EnumSource(
            value = Sides.class,
            names = {"LEFT", "TOP", "BOTH"})
    void errorsEqualTheDirectSum(Sides sides) {
        Exemplar exemplar = Pictures.discs(3, 41, 34);
        BlockSize size = new BlockSize(13); // overlap 2
        Random random = new Random(1);
        float[][] there = new float[3][13 * 13];
        for (float[] colour : there) {
            for (int i = 0; i < colour.length; i++) {
                colour[i] = 2 * random.nextFloat() - 1;
            }
        }

        double[] errors = new OverlapErrors(exemplar, size).of(there, sides);

        assertThat(errors).hasSize(29 * 22);
        for (int place = 0; place < errors.length; place++) {
            double sum = 0;
            for (int i = 0; i < 3 * 169; i++) {
                int x = i % 169 % 13;
                int y = i % 169 / 13;
                if (sides.left() && x < 2 || sides.top() && y < 2) {
                    double value = exemplar.at(i / 169, place % 29 + x, place / 29 + y);
                    sum += Math.pow(value - there[i / 169][i % 169], 2);
                }
            }
            assertThat(errors[place]).isCloseTo(sum, within(1e-6));
        }
    }

    @Test
    void exactStripesGoOnWithoutSeam() {
        double[] levels = {-0.9, -0.5, 0.1, 0.6, 0.9, 0.3, -0.2, -0.7};
        Exemplar stripes = Pictures.painted(1, 80, 80, (c, x, y) -> levels[(x + y) % 8]);

        Exemplar made = make(new ImageQuilting(24), stripes, 130, 110, 3);

        int phase = 0;
        while (made.at(0, 0, 0) != (float) levels[phase]) {
            phase++;
        }
        for (int y = 0; y < 110; y++) {
            for (int x = 0; x < 130; x++) {
                assertThat(made.at(0, x, y)).isEqualTo((float) levels[(x + y + phase) % 8]);
            }
        }
    }

    @Test
    void everyPixelIsOneOfTheExemplar() {
        Exemplar exemplar = Pictures.discs(3, 60, 60);
        Set<List<Float>> colours = new HashSet<>(colours(exemplar));

        Exemplar made = make(new ImageQuilting(18), exemplar, 90, 75, 1);

        assertThat(made.width()).isEqualTo(90);
        assertThat(made.height()).isEqualTo(75);
        assertThat(colours).containsAll(new HashSet<>(colours(made)));
    }

    private static List<List<Float>> colours(Exemplar picture) {
        List<List<Float>> colours = new ArrayList<>();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                colours.add(List.of(picture.at(0, x, y), picture.at(1, x, y), picture.at(2, x, y)));
            }
        }
        return colours;
    }

    @Test
    void thePictureIsNoCopy() {
        Random random = new Random(4);
        Exemplar exemplar = Pictures.painted(1, 96, 96, (c, x, y) -> 0.3 * random.nextGaussian());

        Exemplar made = make(new ImageQuilting(18), exemplar, 72, 72, 1);

        int most = 0;
        for (int place = 0; place < 25 * 25; place++) {
            int same = 0;
            for (int i = 0; i < 72 * 72; i++) {
                float there = exemplar.at(0, place % 25 + i % 72, place / 25 + i / 72);
                same += there == made.at(0, i % 72, i / 72) ? 1 : 0;
            }
            most = Math.max(most, same);
        }
        assertThat(most).isLessThan(72 * 72 / 4);
    }

    /** Two blocks side by side; the second may continue the first or may not. */
    @Test
    void aBlockMayContinueItsNeighbourButNeedNot() {
        Random random = new Random(4);
        Exemplar exemplar = Pictures.painted(1, 60, 60, (c, x, y) -> 0.3 * random.nextGaussian());
        ImageQuilting method = new ImageQuilting(18);
        int continued = 0;
        for (int seed = 0; seed < 60; seed++) {
            continued += isPartOf(make(method, exemplar, 33, 18, seed), exemplar) ? 1 : 0;
        }
        assertThat(continued).isBetween(3, 50);
    }

    private static boolean isPartOf(Exemplar part, Exemplar exemplar) {
        for (int y = 0; y <= exemplar.height() - part.height(); y++) {
            for (int x = 0; x <= exemplar.width() - part.width(); x++) {
                Exemplar there = exemplar.crop(x, y, part.width(), part.height());
                if (java.util.Arrays.equals(there.pixels(), part.pixels())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void theSameSeedGivesTheSamePicture() {
        Exemplar exemplar = Pictures.discs(1, 64, 64);

        Exemplar made = make(new ImageQuilting(), exemplar, 80, 80, 5);

        assertThat(make(new ImageQuilting(), exemplar, 80, 80, 5).pixels())
                .isEqualTo(made.pixels());
        assertThat(make(new ImageQuilting(), exemplar, 80, 80, 6).pixels())
                .isNotEqualTo(made.pixels());
    }

    @Test
    void blocksHoldACellOfTheLatticeAndSomeMore() {
        Exemplar dots =
                Pictures.painted(
                        1,
                        192,
                        192,
                        (c, x, y) -> Math.hypot(x % 20 - 10.0, y % 20 - 10.0) < 6 ? 0.8 : -0.8);

        assertThat(BlockSize.of(dots).pixels()).isBetween(29, 31);
    }

    @Test
    void blocksStayWellBelowTheExemplar() {
        Exemplar ramp = Pictures.painted(1, 100, 60, (c, x, y) -> x / 50.0 - 1);

        assertThat(BlockSize.of(ramp).pixels()).isEqualTo(15);
    }

    @Test
    void oneBlockIsEnoughForASmallPicture() {
        Exemplar made = make(new ImageQuilting(24), Pictures.discs(1, 64, 64), 1, 2, 1);

        assertThat(made.width()).isEqualTo(1);
        assertThat(made.height()).isEqualTo(2);
    }

    @Test
    void picturesThatAreTooSmallAreRefused() {
        assertThatThrownBy(() -> make(new ImageQuilting(), Pictures.discs(1, 31, 90), 50, 50, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the picture is 31x90, but quilting needs at least 32 pixels along both"
                                + " sides");
        assertThatThrownBy(() -> make(new ImageQuilting(40), Pictures.discs(1, 40, 90), 50, 50, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 41 pixels");
    }

    @Test
    void blocksThatAreTooSmallAreRefused() {
        assertThatThrownBy(() -> new ImageQuilting(11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("blockPixels is 11, but must be at least 12");
    }

    @Test
    void aSizeWithoutPixelsIsRefused() {
        assertThatThrownBy(() -> make(new ImageQuilting(), Pictures.discs(1, 64, 64), 5, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the size is 5x0, but both sides must be at least 1");
    }

    @Test
    void aStopEndsTheSewing() {
        AtomicInteger questions = new AtomicInteger();
        Effort effort = new Effort(Duration.ofSeconds(1), 1, () -> questions.incrementAndGet() > 3);

        try (LearnedTexture texture =
                new ImageQuilting(18).learn(Pictures.discs(1, 64, 64), effort, 1)) {
            assertThatThrownBy(() -> texture.make(200, 200, 1))
                    .isInstanceOf(StoppedException.class);
        }
    }

    private static Exemplar make(
            ImageQuilting method, Exemplar exemplar, int width, int height, long seed) {
        try (LearnedTexture texture = method.learn(exemplar, Pictures.effort(1), 1)) {
            return texture.make(width, height, seed);
        }
    }
}
