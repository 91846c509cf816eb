package ikat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.model.ColourAxes;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrincipalColoursTest {

    @Test
    void theWidestAxisPointsAlongTheColoursAndTheOthersAreHalfAsLong() {
        float[] pixels = new float[3 * 10_000];
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 10_000; i++) {
            double along = random.nextDouble(-0.5, 0.5);
            pixels[i] = (float) (0.2 + along);
            pixels[10_000 + i] = (float) (along / 2);
            pixels[20_000 + i] = (float) (random.nextGaussian() * 0.005);
        }
        ColourAxes axes = PrincipalColours.of(Exemplars.of(exemplar(3, pixels)));
        double[] lengths = new double[3];
        for (int a = 0; a < 3; a++) {
            for (int c = 0; c < 3; c++) {
                lengths[a] += Math.pow(axes.axes().get(3 * c + a), 2);
            }
        }
        java.util.Arrays.sort(lengths);
        assertThat(Math.sqrt(lengths[2])).isCloseTo(Math.hypot(0.5, 0.25) / 0.95, offset(0.02));
        assertThat(Math.sqrt(lengths[1] / lengths[2])).isCloseTo(0.2, offset(0.01));
        assertThat((double) axes.mean().get(0)).isCloseTo(0.2, offset(0.02));
    }

    @Test
    void greySpansItsRange() {
        float[] pixels = new float[10_000];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 2 == 0 ? -0.2f : 0.6f;
        }
        ColourAxes axes = PrincipalColours.of(Exemplars.of(exemplar(1, pixels)));
        assertThat(axes.mean().get(0)).isCloseTo(0.2f, offset(1e-6f));
        assertThat(axes.axes().get(0)).isCloseTo(0.4f / 0.95f, offset(1e-6f));
    }

    private static Exemplar exemplar(int channels, float[] pixels) {
        return new Exemplar("p.png", "0".repeat(64), channels, 100, 100, pixels, List.of());
    }
}
