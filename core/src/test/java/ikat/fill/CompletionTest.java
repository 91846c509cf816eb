package ikat.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Depth;
import ikat.image.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    private static final int SIDE = 96;

    /** A lattice of dots, 12 px apart, of which each row is moved by half. */
    private static Pixels lattice(int channels, Depth depth) {
        Pixels picture = Pixels.empty(SIDE, SIDE, channels, depth);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int row = Math.floorDiv(y, 12);
                double dx = Math.floorMod(x + 6 * (row % 2), 12) - 5.5;
                double dy = Math.floorMod(y, 12) - 5.5;
                double level = Math.exp(-(dx * dx + dy * dy) / 12);
                for (int c = 0; c < channels; c++) {
                    int at = picture.at(x, y) + c * depth.bytes();
                    depth.put(picture.bytes(), at, depth.one() * level / (c + 1));
                }
            }
        }
        return picture;
    }

    private static boolean[] hole(int left, int top, int width, int height) {
        boolean[] missing = new boolean[SIDE * SIDE];
        for (int y = top; y < top + height; y++) {
            Arrays.fill(missing, y * SIDE + left, y * SIDE + left + width, true);
        }
        return missing;
    }

    /** The picture with something else in its hole. */
    private static Pixels torn(Pixels picture, boolean[] missing) {
        Pixels torn =
                new Pixels(
                        picture.bytes().clone(), SIDE, SIDE, picture.channels(), picture.depth());
        for (int i = 0; i < missing.length; i++) {
            if (missing[i]) {
                Arrays.fill(
                        torn.bytes(),
                        i * torn.pixelBytes(),
                        (i + 1) * torn.pixelBytes(),
                        (byte) 55);
            }
        }
        return torn;
    }

    private static Pixels completed(Pixels picture, boolean[] missing) {
        return Completion.of(torn(picture, missing), missing, 1, share -> {});
    }

    @ParameterizedTest
    @CsvSource({"1, EIGHT", "3, EIGHT", "3, SIXTEEN", "1, FLOAT"})
    void aLatticeGoesOnAndNothingElseChanges(int channels, Depth depth) {
        Pixels whole = lattice(channels, depth);
        boolean[] missing = hole(40, 30, 22, 26);
        Pixels completed = completed(whole, missing);
        double worst = 0;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < missing.length; i++) {
            for (int c = 0; c < channels; c++) {
                int at = (i * channels + c) * depth.bytes();
                double difference =
                        Math.abs(depth.get(completed.bytes(), at) - depth.get(whole.bytes(), at))
                                / depth.one();
                if (missing[i]) {
                    sum += difference;
                    count++;
                } else {
                    worst = Math.max(worst, difference);
                }
            }
        }
        assertThat(worst).isZero();
        assertThat(sum / count).isLessThan(0.02);
    }

    @Test
    void whatLiesInTheHoleMakesNoDifference() {
        Pixels whole = lattice(3, Depth.EIGHT);
        boolean[] missing = hole(10, 50, 30, 20);
        assertThat(completed(whole, missing).bytes())
                .isEqualTo(Completion.of(whole, missing, 1, share -> {}).bytes());
    }

    @Test
    void aPictureGoesOnBeyondItsEdges() {
        Pixels whole = lattice(1, Depth.EIGHT);
        boolean[] missing = new boolean[SIDE * SIDE];
        for (int i = 0; i < missing.length; i++) {
            missing[i] = i % SIDE >= 72;
        }
        Pixels completed = completed(whole, missing);
        double sum = 0;
        for (int i = 0; i < missing.length; i++) {
            sum += Math.abs((completed.bytes()[i] & 255) - (whole.bytes()[i] & 255));
        }
        assertThat(sum / (SIDE * 24)).isLessThan(12);
    }

    @Test
    void aPictureWithoutAHoleStaysAsItIs() {
        Pixels whole = lattice(3, Depth.EIGHT);
        assertThat(completed(whole, new boolean[SIDE * SIDE]).bytes()).isEqualTo(whole.bytes());
    }

    @Test
    void progressRisesAndMayEndTheWork() {
        List<Double> shares = new ArrayList<>();
        Pixels whole = lattice(1, Depth.EIGHT);
        Completion.of(whole, hole(20, 20, 20, 20), 1, shares::add);
        assertThat(shares).isSorted().last().isEqualTo(1.0);
        assertThatThrownBy(
                        () ->
                                Completion.of(
                                        whole,
                                        hole(20, 20, 20, 20),
                                        1,
                                        share -> {
                                            throw new CancellationException("enough");
                                        }))
                .hasMessage("enough");
    }

    @Test
    void tooLittleIsRefused() {
        Pixels whole = lattice(1, Depth.EIGHT);
        assertThatThrownBy(() -> completed(whole, hole(0, 5, SIDE, SIDE - 5)))
                .hasMessage(
                        "no square of 7x7 pixels of the picture is whole; more of it must be"
                                + " there");
    }
}
