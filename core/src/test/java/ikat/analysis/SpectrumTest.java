package ikat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.signal.Plane;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrumTest {

    @Test
    void whiteNoiseHasItsVarianceAsPower() {
        Random random = new Random(9);
        float[] values = new float[100 * 70];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (3 + 2 * random.nextGaussian());
        }

        Spectrum spectrum = Spectrum.of(new Plane(100, 70, values), Spectrum.WINDOW);

        double mean = spectrum.total() / (spectrum.columns() * spectrum.rows());
        assertThat(mean).isCloseTo(4, within(0.4));
    }
}
