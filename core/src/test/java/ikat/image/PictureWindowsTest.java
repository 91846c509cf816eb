package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PictureWindowsTest {

    @Test
    void stepsOfAWindowShareFewPictures() {
        PictureWindows windows = new PictureWindows(1000, 5);
        Set<Integer> seen = new HashSet<>();
        for (int draw = 0; draw < 20_000; draw++) {
            seen.add(windows.picture(150 + draw % 50, RandomWords.mix(draw)));
        }

        assertThat(seen).hasSize(PictureWindows.PICTURES).allMatch(i -> i >= 0 && i < 1000);
        assertThat(seen).anyMatch(i -> i < 300).anyMatch(i -> i > 700);
    }

    @Test
    void everyPictureComesEquallyOften() {
        int size = 200;
        PictureWindows windows = new PictureWindows(size, 9);
        int rounds = 100;
        int windowsOfRounds = size * rounds / PictureWindows.PICTURES;
        int draws = 400;
        int[] counts = new int[size];
        for (int window = 0; window < windowsOfRounds; window++) {
            for (int draw = 0; draw < draws; draw++) {
                long step = (long) window * PictureWindows.STEPS + draw / 8;
                counts[windows.picture(step, RandomWords.mix(step * 8 + draw % 8))]++;
            }
        }

        double expected = (double) windowsOfRounds * draws / size;
        // Each count is Poisson-like: 625 a picture, deviation 25.
        for (int count : counts) {
            assertThat((double) count).isBetween(expected - 6 * 25, expected + 6 * 25);
        }
    }

    @Test
    void aWindowDependsOnSeedAndStepAlone() {
        PictureWindows straight = new PictureWindows(300, 1);
        PictureWindows jumping = new PictureWindows(300, 1);
        PictureWindows other = new PictureWindows(300, 2);
        int differing = 0;
        for (int i = 0; i < 40; i++) {
            long step = 40L * i;
            jumping.picture(step * 31, i);
            int picture = straight.picture(step, RandomWords.mix(i));
            assertThat(jumping.picture(step, RandomWords.mix(i))).isEqualTo(picture);
            differing += other.picture(step, RandomWords.mix(i)) == picture ? 0 : 1;
        }

        assertThat(differing).isGreaterThan(30);
    }
}
