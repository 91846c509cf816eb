package ikat.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteerablePyramidTest {

    @ParameterizedTest
    @CsvSource({"64, 64, 4, 4", "48, 80, 3, 6", "40, 24, 2, 3", "28, 12, 2, 2", "32, 32, 5, 5"})
    void thePartsMakeThePlane(int width, int height, int scales, int orientations) {
        Plane plane = noise(width, height);

        Plane made = reconstructed(plane, scales, orientations);

        assertThat(made.values()).containsExactly(plane.values(), within(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({"64, 64, 4, 4", "48, 80, 3, 6", "40, 24, 2, 3", "28, 12, 2, 2"})
    void thePartsHoldTheSquaresOfThePlane(int width, int height, int scales, int orientations) {
        Plane plane = noise(width, height);

        SteerableFilters filters = new SteerableFilters(width, height, scales, orientations);
        SteerablePyramid pyramid = new SteerablePyramid(plane, filters);

        PlaneFourier fourier = filters.fourier(0);
        ComplexPlane high = filters.highpass(fourier.forward(plane.doubles()));
        double squares = squares(fourier.inverseReal(high));
        squares += squares(pyramid.lowpass(scales).doubles());
        for (int scale = 0; scale < scales; scale++) {
            for (int k = 0; k < orientations; k++) {
                squares += squares(pyramid.band(scale, k).real());
            }
        }
        double expected = squares(plane.doubles());
        assertThat(squares).isCloseTo(expected, within(1e-5 * expected));
    }

    @Test
    void bothPartsOfABandHoldTheSame() {
        SteerablePyramid pyramid = pyramid(noise(64, 64), 3, 4);

        for (int k = 0; k < 4; k++) {
            ComplexPlane band = pyramid.band(1, k);
            double real = squares(band.real());
            assertThat(squares(band.imaginary())).isCloseTo(real, within(1e-9 * real));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "16, 0, 0, 0",
        "16, 16, 0, 1",
        "0, 16, 0, 2",
        "-16, 16, 0, 3",
        "8, 0, 1, 0",
        "0, -8, 1, 2",
        "4, -4, 2, 3"
    })
    void aGratingLandsInTheBandOfItsScaleAndDirection(int u, int v, int scale, int orientation) {
        float[] values = new float[64 * 64];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.cos(2 * Math.PI * (u * (i % 64) + v * (i / 64)) / 64.0);
        }

        SteerablePyramid pyramid = pyramid(new Plane(64, 64, values), 4, 4);

        double most = 0;
        int found = -1;
        for (int band = 0; band < 16; band++) {
            double squares = squares(pyramid.band(band / 4, band % 4).real());
            if (squares > most) {
                most = squares;
                found = band;
            }
        }
        assertThat(found).isEqualTo(4 * scale + orientation);
    }

    @Test
    void theMagnitudeOfAGratingIsEvenAndItsPhaseRuns() {
        float[] values = new float[64 * 64];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.cos(2 * Math.PI * 16 * (i % 64) / 64.0);
        }

        ComplexPlane band = pyramid(new Plane(64, 64, values), 3, 4).band(0, 0);

        double[] magnitudes = band.magnitudes();
        for (int i = 0; i < magnitudes.length; i++) {
            assertThat(magnitudes[i]).isCloseTo(magnitudes[0], within(1e-6));
        }
        double here = Math.atan2(band.imaginary()[0], band.real()[0]);
        double next = Math.atan2(band.imaginary()[1], band.real()[1]);
        assertThat(Math.IEEEremainder(next - here, 2 * Math.PI))
                .isCloseTo(Math.PI / 2, within(1e-6));
    }

    @Test
    void lowPassPlanesKeepTheMeanTwiceAsLargeAtEachScale() {
        Plane plane = noise(32, 32);

        SteerablePyramid pyramid = pyramid(plane, 3, 4);

        for (int scale = 0; scale <= 3; scale++) {
            Plane low = pyramid.lowpass(scale);
            assertThat(low.width()).isEqualTo(32 >> scale);
            assertThat(low.mean()).isCloseTo((1 << scale) * plane.mean(), within(1e-4));
        }
    }

    @Test
    void expandedPlanesPassThroughTheirPixels() {
        Plane plane = noise(48, 32);
        SteerableFilters filters = new SteerableFilters(48, 32, 3, 4);
        SteerablePyramid pyramid = new SteerablePyramid(plane, filters);
        ComplexPlane band = pyramid.band(1, 2);
        double[] low = pyramid.lowpass(1).doubles();

        ComplexPlane wideBand = filters.expandedBand(1, 2, filters.fourier(1).forward(band.real()));
        double[] wideLow = filters.expandedLow(1, filters.fourier(1).forward(low));

        for (int i = 0; i < 24 * 16; i++) {
            int there = i / 24 * 2 * 48 + i % 24 * 2;
            assertThat(wideBand.real()[there]).isCloseTo(band.real()[i], within(1e-9));
            assertThat(wideBand.imaginary()[there]).isCloseTo(band.imaginary()[i], within(1e-9));
            assertThat(wideLow[there]).isCloseTo(low[i], within(1e-5));
        }
    }

    @Test
    void sidesThatCannotBeHalvedSoOftenAreRefused() {
        assertThatThrownBy(() -> pyramid(noise(64, 40), 4, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the size is 64x40, but 4 scales need sides divisible by 16");
        assertThatThrownBy(() -> pyramid(noise(64, 64), 4, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("orientations is 1, but must be at least 2");
    }

    private static SteerablePyramid pyramid(Plane plane, int scales, int orientations) {
        return new SteerablePyramid(
                plane, new SteerableFilters(plane.width(), plane.height(), scales, orientations));
    }

    private static Plane reconstructed(Plane plane, int scales, int orientations) {
        SteerableFilters filters =
                new SteerableFilters(plane.width(), plane.height(), scales, orientations);
        SteerablePyramid pyramid = new SteerablePyramid(plane, filters);
        ComplexPlane low = filters.fourier(scales).forward(pyramid.lowpass(scales).doubles());
        for (int scale = scales - 1; scale >= 0; scale--) {
            List<ComplexPlane> spectra = new ArrayList<>();
            for (int k = 0; k < orientations; k++) {
                spectra.add(filters.fourier(scale).forward(pyramid.band(scale, k).real()));
            }
            low = filters.combine(scale, spectra, low);
        }
        PlaneFourier fourier = filters.fourier(0);
        ComplexPlane whole = filters.whole(low, filters.highpass(fourier.forward(plane.doubles())));
        return Plane.of(plane.width(), plane.height(), fourier.inverseReal(whole));
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    private static Plane noise(int width, int height) {
        Random random = new Random(5);
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.4f + (float) random.nextGaussian();
        }
        return new Plane(width, height, values);
    }
}
