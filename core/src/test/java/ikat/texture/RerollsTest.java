package ikat.texture;

import static ikat.texture.BrushedTest.stroke;
import static org.assertj.core.api.Assertions.assertThat;

import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.CellRegion;
import ikat.noise.Motion;
import ikat.noise.NoiseField;
import ikat.render.Models;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RerollsTest {

    private static final TextureModel MODEL = Models.local(); // 4 channels, cells of 8 pixels
    private static final Rerolls MIDDLE = (column, row) -> column == 3 && row == 2 ? 1 : 0;

    @Test
    void onlyTheCellsThatWereDrawnAnewDiffer() {
        CellRegion region = new CellRegion(0, 0, 8, 6);
        float[] before = noise(Rerolls.NONE, region);
        float[] after = noise(MIDDLE, region);
        for (int i = 0; i < before.length; i++) {
            boolean anew = i % 48 == 2 * 8 + 3;
            assertThat(before[i] == after[i]).isEqualTo(!anew);
            assertThat(after[i]).isBetween(-1f, 1f);
        }
    }

    @Test
    void everyGenerationIsAnotherDrawAndTheSameOnePureFunctionsGive() {
        CellRegion region = new CellRegion(-5, 9, 10, 10);
        float[] first = noise((column, row) -> 1, region);
        assertThat(noise((column, row) -> 1, region)).containsExactly(first);
        float[] second = noise((column, row) -> 2, region);
        double product = 0;
        for (int i = 0; i < first.length; i++) {
            assertThat(first[i]).isNotEqualTo(second[i]);
            product += first[i] * second[i] / first.length;
        }
        assertThat(product).isBetween(-0.06, 0.06); // 3.6 standard errors
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -3, 1L << 32, -(1L << 32)})
    void overlappingSamplesAgreeBitForBitWhereCellsWereDrawnAnew(long at) {
        Rerolls rerolls = BrushedCells.of(8, List.of(stroke(30, 0, 8 * at, -8 * at)));
        float[] large = noise(rerolls, new CellRegion(at - 6, -at - 6, 12, 12));
        float[] small = noise(rerolls, new CellRegion(at - 2, -at - 1, 3, 4));
        for (int c = 0; c < 4; c++) {
            for (int i = 0; i < 12; i++) {
                int inLarge = c * 144 + (i / 3 + 5) * 12 + i % 3 + 4;
                assertThat(small[c * 12 + i]).isEqualTo(large[inLarge]);
            }
        }
        assertThat(rerolls.generation(at, -at)).isOne();
    }

    @Test
    void aPlaneThatRepeatsRepeatsItsNewCellsToo() {
        NoiseField field =
                new NoiseField(
                        MODEL,
                        7,
                        GlobalField.NONE,
                        new Boundary.Wrapping(5, 4),
                        Motion.STILL,
                        MIDDLE);
        float[] first = field.sample(new CellRegion(0, 0, 5, 4));
        assertThat(field.sample(new CellRegion(5, -8, 5, 4))).containsExactly(first);
        assertThat(noise(MIDDLE, new CellRegion(0, 0, 5, 4))).containsExactly(first);
    }

    @Test
    void aCellHasTheGenerationOfTheStrokesOverItsMiddle() {
        Rerolls rerolls =
                BrushedCells.of(
                        8,
                        List.of(
                                stroke(10, 0, 4, 4), // the middle of cell 0,0
                                stroke(10, 1, 4, 4, 84, 4, 4, 4), // twice over its own way
                                stroke(5000, 0, -9000, 4)));
        assertThat(rerolls.generation(0, 0)).isEqualTo(2);
        assertThat(rerolls.generation(1, 0)).isEqualTo(2);
        assertThat(rerolls.generation(2, 0)).isOne();
        assertThat(rerolls.generation(10, 0)).isOne();
        assertThat(rerolls.generation(12, 0)).isZero();
        assertThat(rerolls.generation(0, 2)).isZero();
        assertThat(rerolls.generation(-1000, 0)).isOne();
        assertThat(rerolls.generation(-501, 0)).isOne();
        assertThat(rerolls.generation(-499, 0)).isZero();
    }

    @Test
    void noStrokesAreNoRerolls() {
        assertThat(BrushedCells.of(8, List.of())).isSameAs(Rerolls.NONE);
    }

    private static float[] noise(Rerolls rerolls, CellRegion region) {
        return new NoiseField(MODEL, 7, GlobalField.NONE, Boundary.ENDLESS, Motion.STILL, rerolls)
                .sample(region);
    }
}
