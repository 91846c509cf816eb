package ikat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatticeTest {

    @Test
    void reducingKeepsTheArea() {
        Lattice skewed = new Lattice(3, 1, 3 * 7 + 1, 7 + 4);

        assertThat(skewed.reduced().area()).isCloseTo(skewed.area(), within(1e-12));
    }

    @Test
    void reducingFindsTheShortestVectors() {
        Lattice reduced = new Lattice(1, 0, 5, 2).reduced();

        assertThat(Math.hypot(reduced.ax(), reduced.ay())).isCloseTo(1, within(1e-12));
        assertThat(Math.hypot(reduced.bx(), reduced.by())).isCloseTo(2, within(1e-12));
    }

    @Test
    void wavesDoWholePeriodsOverTheReciprocal() {
        Lattice waves = new Lattice(0.02, 0.01, -0.003, 0.03);
        Lattice cell = waves.reciprocal();

        for (double turns :
                new double[] {
                    waves.ax() * cell.ax() + waves.ay() * cell.ay(),
                    waves.bx() * cell.ax() + waves.by() * cell.ay(),
                    waves.ax() * cell.bx() + waves.ay() * cell.by(),
                    waves.bx() * cell.bx() + waves.by() * cell.by()
                }) {
            assertThat(turns).isCloseTo(Math.rint(turns), within(1e-12));
        }
        assertThat(cell.area()).isCloseTo(1 / waves.area(), within(1e-6));
    }

    @Test
    void dividingAddsThePointAndItsMultiples() {
        Lattice coarse = new Lattice(2, 0, 0, 3);

        Lattice finer = coarse.dividedAt(2, 3, 2);

        assertThat(finer.area()).isCloseTo(3, within(1e-12));
        assertThat(finer.distance(1, 1.5)).isCloseTo(0, within(1e-12));
        assertThat(finer.distance(2, 0)).isCloseTo(0, within(1e-12));
        assertThat(finer.distance(0, 3)).isCloseTo(0, within(1e-12));
    }
}
