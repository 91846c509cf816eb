package ikat.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 25, 49, 60, 64, 97, 128, 143, 300})
    void agreesWithTheDefinition(int length) {
        Random random = new Random(length);
        double[] real = random.doubles(length).toArray();
        double[] imaginary = random.doubles(length).toArray();
        double[] re = real.clone();
        double[] im = imaginary.clone();

        new Fourier(length).transform(re, im, 1);

        for (int k = 0; k < length; k++) {
            double expectedReal = 0;
            double expectedImaginary = 0;
            for (int j = 0; j < length; j++) {
                double angle = -2 * Math.PI * j * k / length;
                expectedReal += real[j] * Math.cos(angle) - imaginary[j] * Math.sin(angle);
                expectedImaginary += real[j] * Math.sin(angle) + imaginary[j] * Math.cos(angle);
            }
            assertThat(re[k]).isCloseTo(expectedReal, within(1e-10));
            assertThat(im[k]).isCloseTo(expectedImaginary, within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 77, 256})
    void theInverseUndoesTheTransform(int length) {
        Random random = new Random(length);
        double[] real = random.doubles(length).toArray();
        double[] imaginary = random.doubles(length).toArray();
        double[] re = real.clone();
        double[] im = imaginary.clone();
        Fourier fourier = new Fourier(length);

        fourier.transform(re, im, 1);
        fourier.inverse(re, im, 1);

        assertThat(re).containsExactly(real, within(1e-12));
        assertThat(im).containsExactly(imaginary, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 12, 60})
    void sequencesSideBySideAreTransformedAsIfAlone(int length) {
        int batch = 3;
        double[] real = new Random(1).doubles((long) length * batch).toArray();
        double[] imaginary = new Random(2).doubles((long) length * batch).toArray();
        double[] re = real.clone();
        double[] im = imaginary.clone();

        new Fourier(length).transform(re, im, batch);

        for (int b = 0; b < batch; b++) {
            double[] aloneReal = new double[length];
            double[] aloneImaginary = new double[length];
            for (int k = 0; k < length; k++) {
                aloneReal[k] = real[k * batch + b];
                aloneImaginary[k] = imaginary[k * batch + b];
            }
            new Fourier(length).transform(aloneReal, aloneImaginary, 1);
            for (int k = 0; k < length; k++) {
                assertThat(re[k * batch + b]).isCloseTo(aloneReal[k], within(1e-12));
                assertThat(im[k * batch + b]).isCloseTo(aloneImaginary[k], within(1e-12));
            }
        }
    }

    @Test
    void lengthsBelowOneAreRefused() {
        assertThatThrownBy(() -> new Fourier(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length is 0, but must be at least 1");
    }
}
