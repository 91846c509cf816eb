package ikat.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ikat.model.NoiseSpec;
import ikat.model.TextureModel;
import ikat.model.Weight;
import ikat.model.Weights;
import ikat.noise.Boundary.Wrapping;
import ikat.render.Models;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WaveRoundingTest {

    @Test
    void wavesAreRoundedToTheNearestWholeCycles() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble(-0.8, 0.8);
            double y = random.nextDouble(-0.8, 0.8);
            Wrapping wrapping = new Wrapping(random.nextInt(1, 12), random.nextInt(1, 12));
            double least = Double.POSITIVE_INFINITY;
            for (int a = -12; a <= 12; a++) {
                for (int b = -12; b <= 12; b++) {
                    double changeX = (double) a / wrapping.cellsX() - x;
                    double changeY = (double) b / wrapping.cellsY() - y;
                    if (a != 0 || b != 0) {
                        least = Math.min(least, Math.hypot(changeX, changeY));
                    }
                }
            }
            WaveRounding.Wave wave = round(x, y, wrapping);
            assertThat(wave.change()).isCloseTo(least / Math.hypot(x, y), offset(1e-6));
            assertWhole(wave.afterX() * 8 / (2 * Math.PI) * wrapping.cellsX());
            assertWhole(wave.afterY() * 8 / (2 * Math.PI) * wrapping.cellsY());
        }
    }

    private static double period(WaveRounding.Wave wave) {
        return 2 * Math.PI / Math.hypot(wave.afterX(), wave.afterY());
    }

    private static void assertWhole(double cycles) {
        assertThat(cycles).isCloseTo(Math.rint(cycles), offset(1e-9));
    }

    @Test
    void aLongWaveBecomesTheLongestThatFits() {
        WaveRounding.Wave wave = round(0.01, -0.03, new Wrapping(4, 5));
        assertThat(wave.afterX()).isZero();
        assertThat(period(wave)).isCloseTo(5 * 8, offset(1e-9));
        assertThat(wave.afterY()).isNegative();
        assertThat(period(round(0.01, 0, new Wrapping(4, 0)))).isEqualTo(32);
        assertThat(round(0, 0, new Wrapping(4, 4)).change()).isZero();
    }

    @Test
    void anAxisThatGoesOnForEverIsLeftAlone() {
        WaveRounding.Wave wave = round(0.3, 0.123, new Wrapping(0, 10));
        assertThat(wave.afterX()).isCloseTo(wave.beforeX(), offset(1e-9));
        assertThat(wave.afterY() * 8 / (2 * Math.PI)).isCloseTo(0.1, offset(1e-9));
    }

    @Test
    void thePlaneTurnsAsTheRoundingSays() {
        TextureModel model = model(0.013, 0.02);
        NoiseField field = new NoiseField(model, 1, GlobalField.NONE, new Wrapping(6, 6));
        float[] z = field.sample(new CellRegion(0, 0, 1, 6));
        double first = Math.atan2(z[6], z[12]);
        for (int y = 0; y < 6; y++) {
            double turned = Math.atan2(z[6 + y], z[12 + y]) - first;
            assertThat(Math.cos(turned)).isCloseTo(Math.cos(2 * Math.PI * y / 6), offset(1e-5));
        }
    }

    @Test
    void aNearbyPeriodThatSuitsTheWavesIsFound() {
        // 1.5 cells a wave: 7 cells hold 4.67 of them, 6 hold 4.
        TextureModel model = model(1 / 1.5, 0);
        Wrapping asked = new Wrapping(7, 7);
        assertThat(WaveRounding.of(model, GlobalVector.EMPTY, asked).largestChange())
                .isCloseTo(1 / 14.0, offset(1e-6));
        assertThat(gentler(model, asked, any -> true)).contains(new Wrapping(6, 7));
        assertThat(gentler(model, new Wrapping(6, 0), any -> true)).isEmpty();
        assertThat(gentler(model, asked, other -> other.cellsX() % 2 == 1))
                .contains(new Wrapping(9, 7));
    }

    private static Optional<Wrapping> gentler(
            TextureModel model, Wrapping asked, Predicate<Wrapping> allowed) {
        return WaveRounding.gentler(model, List.of(GlobalVector.EMPTY), asked, allowed);
    }

    private static WaveRounding.Wave round(double x, double y, Wrapping wrapping) {
        return WaveRounding.of(model(x, y), GlobalVector.EMPTY, wrapping).waves().get(0);
    }

    /** A model of one wave, in cycles a cell of 8 pixels. */
    private static TextureModel model(double x, double y) {
        TextureModel random = Models.random(new NoiseSpec(1, 0, 1), 0, 3, 3);
        Map<String, Weight> weights = new LinkedHashMap<>(random.weights().asMap());
        float[] wave = {(float) (2 * Math.PI * x), (float) (2 * Math.PI * y)};
        weights.put("waves.base", new Weight(new int[] {1, 2}, wave));
        return new TextureModel(random.spec(), Weights.of(weights), Map.of(), random.provenance());
    }
}
