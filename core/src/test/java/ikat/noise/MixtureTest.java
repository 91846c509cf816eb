package ikat.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.model.TextureModel;
import ikat.render.Models;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixtureTest {

    private static final GlobalField A = new GlobalField.Constant(GlobalVector.of(-0.5f, 0.25f));
    private static final GlobalField B = new GlobalField.Constant(GlobalVector.of(0.5f, 0.75f));

    @Test
    void theNoiseOfTheTexturesIsMixed() {
        TextureModel model = Models.manifold();
        CellRegion region = new CellRegion(-3, 1L << 40, 5, 4);
        float[] a = sample(model, A, region);
        float[] b = sample(model, B, region);

        float[] mixed =
                sample(model, new GlobalField.Mixture(List.of(A, B), List.of(0.75, 0.25)), region);

        for (int i = 0; i < mixed.length; i++) {
            assertThat((double) mixed[i])
                    .isCloseTo(
                            0.75 * a[i] + 0.25 * b[i], org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void aMixtureOfMixturesSharesThrough() {
        GlobalField half = new GlobalField.Mixture(List.of(A, B), List.of(0.5, 0.5));
        double[] weights = new double[3];

        new GlobalField.Mixture(List.of(half, A), List.of(0.5, 0.5)).weigh(0, 0, weights);

        assertThat(weights).containsExactly(0.25, 0.25, 0.5);
    }

    @Test
    void sharesThatDoNotSumAreRefused() {
        assertThatThrownBy(() -> new GlobalField.Mixture(List.of(A, B), List.of(0.5, 0.4)))
                .hasMessageContaining("[0.5, 0.4]");
        assertThatThrownBy(() -> new GlobalField.Mixture(List.of(A, B), List.of(1.5, -0.5)))
                .hasMessageContaining("none negative");
        assertThatThrownBy(() -> new GlobalField.Mixture(List.of(A), List.of(0.5, 0.5)))
                .hasMessageContaining("one a field");
    }

    private static float[] sample(TextureModel model, GlobalField field, CellRegion region) {
        return new NoiseField(model, 1, field, Boundary.ENDLESS).sample(region);
    }
}
