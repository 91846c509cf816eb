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
    @ValueSource(ints = {1, 2, 8, 64})
    void agreesWithTheDefinition(int length) {
        Random random = new Random(length);
        double[] real = random.doubles(length).toArray();
        double[] imaginary = random.doubles(length).toArray();
        double[] re = real.clone();
        double[] im = imaginary.clone();

        new Fourier(length).transform(re, im);

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

    @Test
    void otherLengthsThanPowersOfTwoAreRefused() {
        assertThatThrownBy(() -> new Fourier(12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12")
                .hasMessageContaining("power of two");
    }
}
