package ikat.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaneFourierTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 6", "7, 5", "12, 9", "6, 1", "1, 8"})
    void agreesWithTheDefinition(int width, int height) {
        ComplexPlane plane = random(width, height);

        ComplexPlane spectrum = new PlaneFourier(width, height).forward(plane);

        for (int v = 0; v < height; v++) {
            for (int u = 0; u < width; u++) {
                double re = 0;
                double im = 0;
                for (int i = 0; i < width * height; i++) {
                    double turns =
                            (double) u * (i % width) / width + (double) v * (i / width) / height;
                    double c = Math.cos(2 * Math.PI * turns);
                    double s = -Math.sin(2 * Math.PI * turns);
                    re += plane.real()[i] * c - plane.imaginary()[i] * s;
                    im += plane.real()[i] * s + plane.imaginary()[i] * c;
                }
                assertThat(spectrum.real()[v * width + u]).isCloseTo(re, within(1e-10));
                assertThat(spectrum.imaginary()[v * width + u]).isCloseTo(im, within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "16, 16", "40, 50", "33, 47", "64, 37", "2, 3"})
    void realPlanesAreTransformedAsComplexOnesAre(int width, int height) {
        PlaneFourier fourier = new PlaneFourier(width, height);
        double[] values = random(width, height).real();

        ComplexPlane spectrum = fourier.forward(values);

        ComplexPlane expected =
                fourier.forward(new ComplexPlane(width, height, values, new double[values.length]));
        assertThat(spectrum.real()).containsExactly(expected.real(), within(1e-10));
        assertThat(spectrum.imaginary()).containsExactly(expected.imaginary(), within(1e-10));
        assertThat(fourier.inverseReal(spectrum)).containsExactly(values, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "20, 36", "13, 40"})
    void theInverseUndoesTheTransform(int width, int height) {
        PlaneFourier fourier = new PlaneFourier(width, height);
        ComplexPlane plane = random(width, height);

        ComplexPlane back = fourier.inverse(fourier.forward(plane));

        assertThat(back.real()).containsExactly(plane.real(), within(1e-12));
        assertThat(back.imaginary()).containsExactly(plane.imaginary(), within(1e-12));
    }

    private static ComplexPlane random(int width, int height) {
        long area = (long) width * height;
        return new ComplexPlane(
                width,
                height,
                new Random(3).doubles(area, -1, 1).toArray(),
                new Random(4).doubles(area, -1, 1).toArray());
    }
}
