package ikat.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ikat.model.NoiseSpec;
import ikat.model.TextureModel;
import ikat.render.Models;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Rerolls;
import ikat.texture.Strip;
import ikat.texture.Textures;
import java.math.BigDecimal;
import java.util.Arrays;
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
        assertThat(cut(field.sample(large), large, small)).isEqualTo(field.sample(small));
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
                .isEqualTo(first);
    }

    @Test
    void aPlaneThatWrapsOnXOnlyGoesOnForEverOnY() {
        NoiseField field =
                new NoiseField(Models.periodic(), 9, GlobalField.NONE, new Boundary.Wrapping(6, 0));
        float[] first = field.sample(new CellRegion(0, 0, 6, 6));
        assertThat(field.sample(new CellRegion(6, 0, 6, 6))).isEqualTo(first);
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
                assertThat(cut(whole.get(stage), large, small)).isEqualTo(part.get(stage));
            }
        }
    }

    @Test
    void everyGridHasFreshNoiseThatAgreesAtAnyDistance() {
        NoiseField field = NoiseField.endless(Models.fineNoise(), 6);
        for (long far : new long[] {0, -3, 1L << 42, -(1L << 42) - 5}) {
            CellRegion large = new CellRegion(far, 2 - far, 40, 30);
            CellRegion small = new CellRegion(far + 3, 4 - far, 4, 2);
            List<float[]> whole = field.samples(List.of(large, large, large));
            List<float[]> part = field.samples(List.of(small, small, small));
            for (int stage = 1; stage < 3; stage++) {
                assertThat(cut(whole.get(stage), large, small)).isEqualTo(part.get(stage));
            }
            assertThat(whole.get(1)).hasSize(2 * 1200);
            assertThat(whole.get(2)).hasSize((1 + 6) * 1200);
            for (float[] noise : List.of(whole.get(0), whole.get(1), whole.get(2))) {
                assertUniform(Arrays.copyOf(noise, 1200));
            }
            assertThat(product(whole.get(0), 0, whole.get(1), 0)).isCloseTo(0, offset(0.04));
            assertThat(product(whole.get(1), 0, whole.get(1), 1200)).isCloseTo(0, offset(0.04));
            assertThat(product(whole.get(1), 0, whole.get(2), 0)).isCloseTo(0, offset(0.04));
        }
    }

    @Test
    void whereTexturesMeetLateStagesMixThemSharply() {
        List<GlobalVector> textures =
                List.of(GlobalVector.of(1, 0), GlobalVector.of(0, 1), GlobalVector.of(0, 0));
        GlobalField strip = new Strip(textures, Strip.Direction.RIGHT, 0, 160, Strip.Ends.OPEN);
        CellRegion points = new CellRegion(0, 0, 40, 2); // 4 px apart in the middle stage
        float[] first = late(strip, points).get(0);
        float[] middle = late(strip, points).get(1);
        double[] weights = new double[3];
        for (int i = 0; i < 40; i++) {
            strip.weigh(i * 8 + 4, 4, weights);
            assertThat((double) first[3 * 80 + i]).isCloseTo(weights[0], offset(1e-6));
            strip.weigh(i * 4 + 2, 2, weights);
            double sum = Arrays.stream(weights).map(w -> w * w).sum();
            double own = weights[0] * weights[0] / sum;
            assertThat((double) middle[i]).isCloseTo(own, offset(1e-6));
        }
    }

    private static List<float[]> late(GlobalField field, CellRegion points) {
        return new NoiseField(Models.lateGlobals(), 6, field, Boundary.ENDLESS)
                .samples(List.of(points, points, points));
    }

    @Test
    void freshNoiseOfFinerGridsRepeatsWithThePlane() {
        TextureModel model = Models.fineNoise();
        GlobalField texture = new GlobalField.Constant(GlobalVector.of(0.25f, -0.5f));
        NoiseField field = new NoiseField(model, 6, texture, new Boundary.Wrapping(5, 3));
        CellRegion cells = new CellRegion(0, 0, 5, 3);
        List<float[]> first =
                field.samples(
                        List.of(cells, new CellRegion(0, 0, 10, 6), new CellRegion(0, 0, 20, 12)));
        List<float[]> next =
                field.samples(
                        List.of(
                                new CellRegion(-5, 3, 5, 3),
                                new CellRegion(-10, 6, 10, 6),
                                new CellRegion(-20, 12, 20, 12)));
        assertThat(next.get(1)).isEqualTo(first.get(1));
        assertThat(next.get(2)).isEqualTo(first.get(2));
        assertThat(
                        new NoiseField(model, 6, texture, Boundary.ENDLESS)
                                .samples(List.of(cells, cells, cells))
                                .get(1))
                .isEqualTo(cut(first.get(1), new CellRegion(0, 0, 10, 6), cells));
    }

    @Test
    void aCellThatIsDrawnAnewIsSoOnEveryGrid() {
        TextureModel model = Models.fineNoise();
        GlobalField texture = new GlobalField.Constant(GlobalVector.of(0.25f, -0.5f));
        Rerolls one = (column, row) -> column == -1 && row == 2 ? 1 : 0;
        CellRegion points = new CellRegion(-8, 4, 16, 16);
        List<CellRegion> regions = List.of(points, points, points);
        List<float[]> before = new NoiseField(model, 6, texture, Boundary.ENDLESS).samples(regions);
        List<float[]> after =
                new NoiseField(model, 6, texture, Boundary.ENDLESS, Motion.STILL, one)
                        .samples(regions);
        for (int stage = 1; stage < 3; stage++) {
            for (int i = 0; i < 256; i++) {
                boolean inside =
                        Math.floorDiv(i % 16 - 8, 1 << stage) == -1
                                && Math.floorDiv(i / 16 + 4, 1 << stage) == 2;
                assertThat(before.get(stage)[i] != after.get(stage)[i]).isEqualTo(inside);
            }
        }
    }

    @Test
    void freshNoiseOfFinerGridsDrifts() {
        TextureModel model = Models.fineNoise();
        GlobalField texture = new GlobalField.Constant(GlobalVector.of(0.25f, -0.5f));
        CellRegion points = new CellRegion(0, 0, 16, 16);
        Motion later = new Motion(0.25, 0);
        float[] still = samples(model, texture, Motion.STILL, points).get(1);
        float[] moved = samples(model, texture, later, points).get(1);
        assertThat(moved).isNotEqualTo(still);
        assertUniform(Arrays.copyOf(moved, 256));
        assertThat(samples(model, texture, new Motion(1, 0), points).get(1)).isEqualTo(still);
    }

    private static List<float[]> samples(
            TextureModel model, GlobalField texture, Motion motion, CellRegion points) {
        return new NoiseField(model, 6, texture, Boundary.ENDLESS, motion, Rerolls.NONE)
                .samples(List.of(points, points, points));
    }

    private static void assertUniform(float[] values) {
        double mean = 0;
        double square = 0;
        for (float value : values) {
            assertThat(value).isBetween(-1f, 1f);
            mean += value / values.length;
            square += (double) value * value / values.length;
        }
        double error = 1 / Math.sqrt(values.length);
        assertThat(mean).isCloseTo(0, offset(2 * error));
        assertThat(square).isCloseTo(1 / 3.0, offset(error));
    }

    private static double product(float[] a, int fromA, float[] b, int fromB) {
        double sum = 0;
        for (int i = 0; i < 1200; i++) {
            sum += a[fromA + i] * b[fromB + i] / 1200;
        }
        return sum;
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
