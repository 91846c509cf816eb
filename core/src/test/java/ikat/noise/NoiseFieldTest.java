package ikat.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ikat.model.NoiseSpec;
import ikat.model.TextureModel;
import ikat.render.Models;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseFieldTest {

    private static final TextureModel MANIFOLD = Models.manifold();

    @ParameterizedTest
    @ValueSource(longs = {0, -3, 1L << 32, 1L << 40, -(1L << 40)})
    void overlappingSamplesAgreeBitForBit(long at) {
        NoiseField field = NoiseField.endless(MANIFOLD, 11);
        CellRegion large = new CellRegion(at - 4, -at - 5, 12, 11);
        CellRegion small = new CellRegion(at - 1, -at - 3, 5, 7);
        assertThat(cut(field.sample(large), large, small)).containsExactly(field.sample(small));
    }

    @Test
    void localChannelsAreUniformAndIndependentOfTheSeedsNeighbours() {
        CellRegion region = new CellRegion(0, 0, 100, 100);
        float[] one = NoiseField.endless(Models.local(), 1).sample(region);
        float[] two = NoiseField.endless(Models.local(), 2).sample(region);
        double mean = 0;
        double square = 0;
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            assertThat(one[i]).isBetween(-1f, 1f);
            mean += one[i] / one.length;
            square += one[i] * one[i] / one.length;
            product += one[i] * two[i] / one.length;
        }
        assertThat(mean).isBetween(-0.015, 0.015);
        assertThat(square).isBetween(1 / 3.0 - 0.01, 1 / 3.0 + 0.01);
        assertThat(product).isBetween(-0.01, 0.01);
    }

    @Test
    void neighbouringCellsAndChannelsAreUncorrelated() {
        CellRegion region = new CellRegion(-50, -50, 100, 100);
        float[] z = NoiseField.endless(Models.local(), 3).sample(region);
        for (int lag : new int[] {1, 100, region.cells()}) {
            double product = 0;
            for (int i = 0; i + lag < z.length; i++) {
                product += z[i] * z[i + lag] / z.length;
            }
            assertThat(product).as("lag %d", lag).isBetween(-0.01, 0.01);
        }
    }

    @Test
    void aWaveIsASineOfItsWaveVectorNearTheOriginAndFarFromIt() {
        TextureModel model = Models.periodic();
        float[] k = model.weights().get("waves.base").values();
        NoiseField field = NoiseField.endless(model, 4);
        float[] origin = field.sample(new CellRegion(0, 0, 1, 1));
        double phase = Math.atan2(origin[3], origin[6]);
        long far = 1L << 40;
        float[] z = field.sample(new CellRegion(far, 7, 1, 1));
        // Exact arithmetic on the float that the frequency is cut to, the reference for the reduced
        // phase.
        double cycles =
                new BigDecimal((float) (k[0] / (2 * Math.PI)))
                        .multiply(BigDecimal.valueOf(far))
                        .remainder(BigDecimal.ONE)
                        .doubleValue();
        double angle = 2 * Math.PI * cycles + k[1] * 7 + phase;
        assertThat((double) z[3]).isCloseTo(Math.sin(angle), offset(1e-5));
        assertThat((double) z[6]).isCloseTo(Math.cos(angle), offset(1e-5));
    }

    @Test
    void anOvertoneTurnsWithItsWaves() {
        float[] z = NoiseField.endless(Models.periodic(), 4).sample(new CellRegion(-9, 5, 8, 8));
        for (int i = 0; i < 64; i++) {
            double first = Math.atan2(z[3 * 64 + i], z[6 * 64 + i]);
            double second = Math.atan2(z[4 * 64 + i], z[7 * 64 + i]);
            assertThat((double) z[5 * 64 + i]).isCloseTo(Math.sin(first + second), offset(1e-5));
            assertThat((double) z[8 * 64 + i]).isCloseTo(Math.cos(first + second), offset(1e-5));
        }
    }

    static Stream<TextureModel> models() {
        return Stream.of(Models.local(), Models.periodic(), Models.manifold());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aWrappingPlaneRepeatsBitForBit(TextureModel model) {
        GlobalField texture = new GlobalField.Constant(Textures.of(model).random(9));
        NoiseField field = new NoiseField(model, 9, texture, new Boundary.Wrapping(7, 5));
        float[] first = field.sample(new CellRegion(-2, -3, 9, 8));
        assertThat(field.sample(new CellRegion(-2 + 7 * 1000L, -3 - 5 * 77L, 9, 8)))
                .containsExactly(first);
    }

    @Test
    void aPlaneThatWrapsOnXOnlyGoesOnForEverOnY() {
        NoiseField field =
                new NoiseField(Models.periodic(), 9, GlobalField.NONE, new Boundary.Wrapping(6, 0));
        float[] first = field.sample(new CellRegion(0, 0, 6, 6));
        assertThat(field.sample(new CellRegion(6, 0, 6, 6))).containsExactly(first);
        assertThat(field.sample(new CellRegion(0, 6, 6, 6))).isNotEqualTo(first);
    }

    @Test
    void theGlobalVectorStandsInEveryCell() {
        GlobalField texture = new GlobalField.Constant(GlobalVector.of(0.25f, -0.5f));
        float[] z =
                new NoiseField(MANIFOLD, 1, texture, Boundary.ENDLESS)
                        .sample(new CellRegion(3, 3, 2, 2));
        assertThat(List.of(z[12], z[15], z[16], z[19])).containsExactly(0.25f, 0.25f, -0.5f, -0.5f);
    }

    @Test
    void aGlobalVectorOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new NoiseField(MANIFOLD, 1, GlobalField.NONE, Boundary.ENDLESS))
                .hasMessageContaining("0 values")
                .hasMessageContaining("2 global channels");
        assertThatThrownBy(() -> GlobalVector.of(1.5f)).hasMessageContaining("from -1 to 1");
        assertThatThrownBy(() -> new Boundary.Wrapping(0, 0)).hasMessageContaining("0x0");
        assertThatThrownBy(() -> new CellRegion(0, 0, 0, 3)).hasMessageContaining("0x3");
    }

    @Test
    void finerGridsShowTheSameWavesAtAnyDistance() {
        TextureModel model = Models.fineWaves();
        NoiseField field = NoiseField.endless(model, 6);
        assertThat(field.sample(new CellRegion(0, 0, 4, 4))).hasSize(5 * 16);
        for (long far : new long[] {0, -3, 1L << 40, -(1L << 40) - 5}) {
            CellRegion large = new CellRegion(far, 2 - far, 9, 7);
            CellRegion small = new CellRegion(far + 3, 4 - far, 4, 2);
            List<float[]> whole = field.samples(List.of(large, large, large));
            List<float[]> part = field.samples(List.of(small, small, small));
            for (int stage = 1; stage < 3; stage++) {
                assertThat(cut(whole.get(stage), large, small)).containsExactly(part.get(stage));
            }
        }
    }

    @Test
    void pointsAroundTheMiddleOfACellAddUpToIt() {
        NoiseSpec noise = new NoiseSpec(3, 0, 2, List.of(), List.of(0, 1));
        TextureModel model = Models.random(noise, 0, 3, 3);
        WaveVectors waves = WaveVectors.of(model.spec(), model.weights(), new float[0]);
        double shrunk = Math.cos(waves.x()[0] / 4) * Math.cos(waves.y()[0] / 4);
        NoiseField field = NoiseField.endless(model, 6);
        for (long far : new long[] {0, -7, 1L << 40}) {
            CellRegion one = new CellRegion(far, -far, 1, 1);
            CellRegion four = new CellRegion(2 * far, -2 * far, 2, 2);
            List<float[]> z = field.samples(List.of(one, four, four));
            float[] fine = z.get(1);
            assertThat((fine[0] + fine[1] + fine[2] + fine[3]) / 4.0)
                    .isCloseTo(z.get(0)[3] * shrunk, offset(1e-5));
        }
    }

    private static float[] cut(float[] z, CellRegion from, CellRegion part) {
        int channels = z.length / from.cells();
        float[] cut = new float[channels * part.cells()];
        int at = 0;
        for (int c = 0; c < channels; c++) {
            for (long y = part.top(); y < part.top() + part.height(); y++) {
                for (long x = part.left(); x < part.left() + part.width(); x++) {
                    cut[at++] =
                            z[
                                    (c * from.height() + (int) (y - from.top())) * from.width()
                                            + (int) (x - from.left())];
                }
            }
        }
        return cut;
    }
}
