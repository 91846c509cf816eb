package ikat.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.model.TextureModel;
import ikat.render.Models;
import ikat.texture.GlobalField;
import ikat.texture.Rerolls;
import ikat.texture.Textures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MotionTest {

    private static final TextureModel MODEL = Models.manifold();
    private static final CellRegion REGION = new CellRegion(-7, 12, 100, 100);

    @Test
    void wholeTurnsLeadBackToTheSamePlaneBitForBit() {
        float[] still = sample(Motion.STILL);
        assertThat(sample(new Motion(1, 0))).isEqualTo(still);
        assertThat(sample(new Motion(-3, 5))).isEqualTo(still);
        assertThat(sample(new Motion(2.25, 1.5))).isEqualTo(sample(new Motion(0.25, 0.5)));
        assertThat(sample(new Motion(0.5, 0))).isNotEqualTo(still);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.25, 0.5, 0.77})
    void localNoiseStaysUniformAtAnyTime(double drift) {
        float[] z = sample(new Motion(drift, 0));
        int count = 3 * REGION.cells();
        double[] moments = new double[5];
        for (int i = 0; i < count; i++) {
            assertThat(z[i]).isBetween(-1f, 1f);
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(z[i], power) / count;
            }
        }
        assertThat(moments[1]).isBetween(-0.015, 0.015);
        assertThat(moments[2]).isBetween(1 / 3.0 - 0.01, 1 / 3.0 + 0.01);
        assertThat(moments[3]).isBetween(-0.015, 0.015);
        assertThat(moments[4]).isBetween(0.2 - 0.01, 0.2 + 0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.9999})
    void aSmallMotionIsASmallChange(double from) {
        float[] before = sample(new Motion(from, from));
        float[] after = sample(new Motion(from + 0.001, from + 0.001));
        for (int i = 0; i < before.length; i++) {
            // Drift runs 4 units a turn, a wave 2 pi, its overtone of factor 2 and -1 no more.
            assertThat(Math.abs(after[i] - before[i])).isLessThan(0.0064f);
        }
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void aMotionThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> new Motion(Double.NaN, 0)).hasMessageContaining("NaN,0.0");
    }

    private static float[] sample(Motion motion) {
        GlobalField texture = new GlobalField.Constant(Textures.of(MODEL).random(3));
        return new NoiseField(MODEL, 8, texture, Boundary.ENDLESS, motion, Rerolls.NONE)
                .sample(REGION);
    }
}
