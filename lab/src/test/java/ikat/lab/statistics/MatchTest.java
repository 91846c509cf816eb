package ikat.lab.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.io.Workers;
import ikat.signal.ComplexPlane;
import ikat.signal.PlaneFourier;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchTest {

    @ParameterizedTest
    @ValueSource(doubles = {-0.8, 0, 0.3, 1.2})
    void skewnessBecomesTheWantedOne(double wanted) {
        double[] values = noise(1, 5000);
        Moments before = Moments.of(values);

        MomentMatch.skewness(values, wanted);

        Moments after = Moments.of(values);
        assertThat(after.skewness()).isCloseTo(wanted, within(1e-6));
        assertThat(after.mean()).isCloseTo(before.mean(), within(1e-9));
        assertThat(after.variance()).isCloseTo(before.variance(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.2, 3, 4, 7})
    void kurtosisBecomesTheWantedOne(double wanted) {
        double[] values = noise(2, 5000);
        Moments before = Moments.of(values);

        MomentMatch.kurtosis(values, wanted);

        Moments after = Moments.of(values);
        assertThat(after.kurtosis()).isCloseTo(wanted, within(1e-6));
        assertThat(after.mean()).isCloseTo(before.mean(), within(1e-9));
        assertThat(after.variance()).isCloseTo(before.variance(), within(1e-9));
    }

    @Test
    void aMomentThatCannotBeReachedIsComeNearer() {
        double[] values = {-1, -1, 1, 1, 1.1, -1.1};
        double before = Moments.of(values).kurtosis();

        MomentMatch.kurtosis(values, 50);

        assertThat(Moments.of(values).kurtosis()).isBetween(before, 50.0);
        assertThat(Moments.of(values).variance()).isCloseTo(6.42 / 6, within(1e-9));
    }

    @Test
    void autocorrelationAgreesWithTheDefinition() {
        double[] values = noise(3, 20 * 12);
        Rows.centre(values);
        PlaneFourier fourier = new PlaneFourier(20, 12);

        double[] samples = Autocorrelation.of(fourier.forward(values), fourier);

        for (int dy = -3; dy <= 3; dy++) {
            for (int dx = -3; dx <= 3; dx++) {
                double sum = 0;
                for (int i = 0; i < values.length; i++) {
                    int x = Math.floorMod(i % 20 + dx, 20);
                    int y = Math.floorMod(i / 20 + dy, 12);
                    sum += values[i] * values[y * 20 + x];
                }
                assertThat(samples[(dy + 3) * 7 + dx + 3])
                        .isCloseTo(sum / values.length, within(1e-9));
            }
        }
    }

    @Test
    void autocorrelationBecomesThatOfABlurredPlane() {
        PlaneFourier fourier = new PlaneFourier(64, 64);
        double[] sharp = noise(4, 64 * 64);
        double[] blurred = new double[sharp.length];
        for (int i = 0; i < sharp.length; i++) {
            blurred[i] = sharp[i] + 0.4 * sharp[(i + 1) % 4096] + 0.3 * sharp[(i + 64) % 4096];
        }
        Rows.centre(blurred);
        double[] wanted = Autocorrelation.of(fourier.forward(blurred), fourier);
        double[] other = noise(5, 64 * 64);
        Rows.centre(other);
        ComplexPlane spectrum = fourier.forward(other);

        Autocorrelation.impose(spectrum, fourier, wanted);

        assertThat(Autocorrelation.of(spectrum, fourier))
                .containsExactly(wanted, within(0.02 * Autocorrelation.variance(wanted)));
    }

    @Test
    void productsBecomeTheWantedOnes() {
        try (Workers workers = new Workers("texture method", 2)) {
            double[][] y = {noise(6, 9000), noise(7, 9000)};
            double[][] model = {noise(8, 9000), noise(9, 9000), noise(10, 9000)};
            for (int i = 0; i < 9000; i++) {
                model[0][i] += 0.5 * y[0][i];
                model[1][i] += 0.3 * model[0][i] - 0.2 * y[1][i];
            }
            double[][] xx = Correlations.of(model, model, workers);
            double[][] xy = Correlations.of(model, y, workers);
            double[][] x = {noise(11, 9000), noise(12, 9000), noise(13, 9000)};

            Correlations.impose(x, y, xx, xy, workers);

            double[][] madeXx = Correlations.of(x, x, workers);
            double[][] madeXy = Correlations.of(x, y, workers);
            for (int i = 0; i < 3; i++) {
                assertThat(madeXx[i]).containsExactly(xx[i], within(1e-9));
                assertThat(madeXy[i]).containsExactly(xy[i], within(1e-9));
            }
        }
    }

    @Test
    void productsAgreeWithTheDefinition() {
        try (Workers workers = new Workers("texture method", 2)) {
            double[][] x = {noise(14, 5000), noise(15, 5000), noise(16, 5000)};

            double[][] products = Correlations.of(x, x, workers);

            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    double sum = 0;
                    for (int p = 0; p < 5000; p++) {
                        sum += x[i][p] * x[j][p];
                    }
                    assertThat(products[i][j]).isCloseTo(sum / 5000, within(1e-12));
                }
            }
        }
    }

    private static double[] noise(long seed, int length) {
        Random random = new Random(seed);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = 0.2 + 1.5 * random.nextGaussian();
        }
        return values;
    }
}
