package ikat.lab.quilting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noPathIsCheaper(long seed) {
        Random random = new Random(seed);
        double[][] errors = new double[6][4];
        for (double[] row : errors) {
            for (int x = 0; x < row.length; x++) {
                row[x] = random.nextDouble();
            }
        }

        int[] path = Cuts.down(errors);

        double sum = 0;
        for (int y = 0; y < errors.length; y++) {
            sum += errors[y][path[y]];
            assertThat(y == 0 ? 0 : Math.abs(path[y] - path[y - 1])).isLessThanOrEqualTo(1);
        }
        double cheapest = Double.POSITIVE_INFINITY;
        for (int x = 0; x < 4; x++) {
            cheapest = Math.min(cheapest, cheapestFrom(errors, 0, x));
        }
        assertThat(sum).isCloseTo(cheapest, within(1e-12));
    }

    /** By trying all paths. */
    private static double cheapestFrom(double[][] errors, int y, int x) {
        if (y == errors.length - 1) {
            return errors[y][x];
        }
        double cheapest = Double.POSITIVE_INFINITY;
        for (int next = Math.max(0, x - 1); next <= Math.min(3, x + 1); next++) {
            cheapest = Math.min(cheapest, cheapestFrom(errors, y + 1, next));
        }
        return errors[y][x] + cheapest;
    }

    @Test
    void whatIsThereStaysBeforeBothCuts() {
        BlockSize size = new BlockSize(24); // overlap 4
        float[][] there = new float[1][24 * 24];
        float[][] block = new float[1][24 * 24];
        java.util.Arrays.fill(block[0], 1);
        for (int i = 0; i < 24; i++) {
            block[0][i * 24 + 2] = 0; // equal along column 2
            block[0][24 + i] = 0; // and along row 1
        }

        Cuts cuts = new Cuts(there, block, size, Sides.BOTH);

        for (int y = 4; y < 24; y++) {
            assertThat(cuts.isNew(1, y)).isFalse();
            assertThat(cuts.isNew(2, y)).isTrue();
        }
        for (int x = 4; x < 24; x++) {
            assertThat(cuts.isNew(x, 0)).isFalse();
            assertThat(cuts.isNew(x, 1)).isTrue();
        }
        assertThat(cuts.isNew(0, 0)).isFalse();
    }

    @Test
    void theFirstBlockIsLaidWhole() {
        float[][] block = new float[1][24 * 24];

        Cuts cuts = new Cuts(block, block, new BlockSize(24), Sides.NONE);

        assertThat(cuts.isNew(0, 0)).isTrue();
        assertThat(cuts.isNew(23, 0)).isTrue();
        assertThat(cuts.isNew(0, 23)).isTrue();
    }
}
