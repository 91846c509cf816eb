package ikat.lab.blending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GaussianTransformTest {

    @Test
    void valuesBecomeANormalDistributionInTheirOrderAndComeBack() {
        Random random = new Random(1);
        double[] plane = random.doubles(64 * 64).map(value -> value * value * value).toArray();
        GaussianTransform transform = new GaussianTransform(plane, 64);
        float[] normal = transform.gaussian();
        double mean = 0;
        double square = 0;
        for (int i = 0; i < plane.length; i++) {
            mean += normal[i] / plane.length;
            square += (double) normal[i] * normal[i] / plane.length;
            assertThat((double) transform.value(normal[i])).isCloseTo(plane[i], within(2e-3));
            if (i > 0) {
                assertThat(normal[i] > normal[i - 1]).isEqualTo(plane[i] > plane[i - 1]);
            }
        }
        assertThat(mean).isCloseTo(0, within(1e-3));
        assertThat(square).isCloseTo(1, within(0.01));
    }

    @Test
    void equalValuesFollowTheirSurroundings() {
        double[] plane = new double[32 * 32];
        plane[16 * 32 + 16] = 1;
        float[] normal = new GaussianTransform(plane, 32).gaussian();
        assertThat(normal[16 * 32 + 17]).isGreaterThan(normal[16 * 32 + 20]);
        assertThat(normal[16 * 32 + 16]).isGreaterThan(normal[16 * 32 + 17]);
    }

    @Test
    void quantilesAreThoseOfTheTables() {
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.95996, within(5e-4));
        assertThat(NormalQuantile.of(0.5)).isCloseTo(0, within(5e-4));
        assertThat(NormalQuantile.of(0.001)).isCloseTo(-3.09023, within(5e-4));
    }

    @Test
    void theThreeWeightsOfAPixelAddUpToOne() {
        TriangleGrid grid = new TriangleGrid(17.3);
        TriangleGrid.Corners corners = new TriangleGrid.Corners();
        double most = 0;
        for (int i = 0; i < 2000; i++) {
            grid.find(i * 7L - 5000, i * 13L - 9000, corners);
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                sum += corners.weights[c];
                most = Math.max(most, corners.weights[c]);
                assertThat(corners.weights[c]).isBetween(0.0, 1.0);
                long dx = i * 7L - 5000 - grid.x(corners.columns[c], corners.rows[c]);
                long dy = i * 13L - 9000 - grid.y(corners.rows[c]);
                assertThat(Math.abs(dx)).isLessThanOrEqualTo(grid.reachAcross());
                assertThat(Math.abs(dy)).isLessThanOrEqualTo(grid.reachDown());
                assertThat(corners.weights[c])
                        .isLessThanOrEqualTo(1 - (Math.hypot(dx, dy) - 1.5) / 17.3);
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
        assertThat(most).isGreaterThan(0.9);
    }
}
