package ikat.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.PixelRegion;
import ikat.texture.BrightnessPath;
import ikat.texture.GlobalVector;
import ikat.texture.Painted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighedFieldTest {

    private static final PixelRegion AREA = new PixelRegion(100, -40, 40, 20);
    private static final List<GlobalVector> TWO = List.of(Fields.A, Fields.B);

    @Test
    void samplesLieEvenlyOverTheArea() {
        float[][] weights = {{1, 0, 0.25f, 1}, {0, 1, 0.75f, 0}};
        Painted field = Painted.weighed(2, weights, TWO, AREA, 0);
        double[] shares = new double[2];

        field.weigh(100, -40, shares);
        assertThat(shares).containsExactly(1, 0);
        field.weigh(139, -40, shares);
        assertThat(shares).containsExactly(0, 1);
        field.weigh(100, -21, shares);
        assertThat(shares).containsExactly(0.25, 0.75);
    }

    @ParameterizedTest
    @CsvSource({"0,0,1", "3,0,1", "2,-0.5,1.5", "2,0.5,0.6", "2,NaN,1"})
    void whatIsNoGridOfSharesIsRefused(int columns, float first, float second) {
        float[][] weights = {{first, 1, 1, 1}, {second, 0, 0, 0}};

        assertThatThrownBy(() -> Painted.weighed(columns, weights, TWO, AREA, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weightsAreOfEachTexture() {
        assertThatThrownBy(() -> Painted.weighed(1, new float[][] {{1}}, TWO, AREA, 0))
                .hasMessageContaining("weights of 1 textures, but must be of each of the 2");
        assertThatThrownBy(() -> Painted.weighed(1, new float[][] {{1, 0}, {0}}, TWO, AREA, 0))
                .hasMessageContaining("one a texture");
    }

    @ParameterizedTest
    @CsvSource({"-1,1,0,0", "0,1,0,0", "0.25,0.5,0.5,0", "0.5,0,1,0", "1,0,0,1", "2,0,0,1"})
    void brightnessRunsAlongThePath(double brightness, float first, float second, float third) {
        float[] shares = new float[3];
        BrightnessPath.share(brightness, shares);

        assertThat(shares).containsExactly(first, second, third);
        float[] alone = new float[1];
        BrightnessPath.share(brightness, alone);
        assertThat(alone).containsExactly(1);
    }
}
