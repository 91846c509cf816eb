package ikat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.CellRegion;
import ikat.noise.Fields;
import ikat.noise.NoiseField;
import ikat.texture.Corners;
import ikat.texture.Easing;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Laws 2 and 4 on the plain engine, and what follows from them before any engine. */
class FieldLawsTest extends FieldContract {

    private static final int CELL = 8;

    @Override
    protected Generator open(TextureModel model) {
        return new JavaGenerator(model);
    }

    @Override
    protected int tolerance() {
        return 0;
    }

    @Test
    void tilesOfAPlaneThatRepeatsAreCutAlikeInEveryPeriod() {
        List<PixelRegion> first = TilePlan.of(new PixelRegion(0, 0, 96, 64), 40, 96, 64);
        List<PixelRegion> third = TilePlan.of(new PixelRegion(192, -64, 96, 64), 40, 96, 64);
        assertThat(third)
                .hasSameSizeAs(first)
                .extracting(
                        t -> new PixelRegion(t.left() - 192, t.top() + 64, t.width(), t.height()))
                .isEqualTo(first);
        assertThat(TilePlan.of(new PixelRegion(80, 0, 40, 8), 40, 96, 64))
                .extracting(PixelRegion::width)
                .containsExactly(16, 24);
    }

    /**
     * A wave whose vector followed the mixture would turn faster the farther it is: so the planes
     * of the textures are mixed, each with the frequency that it has everywhere.
     */
    @Test
    void aMixtureFarFromTheOriginIsTheMixtureOfTheTexturesPlanes() {
        for (long at : new long[] {0, 1L << 37}) {
            PixelRegion area = new PixelRegion(at * CELL, at * CELL, 20 * CELL, 20 * CELL);
            GlobalVector a = Fields.A;
            GlobalVector b = Fields.B;
            CellRegion cells = new CellRegion(at, at, 20, 20);
            float[] mixed = noise(new Corners(area, a, b, a, b, Easing.LINEAR), cells);
            float[] first = noise(new GlobalField.Constant(a), cells);
            float[] second = noise(new GlobalField.Constant(b), cells);
            assertThat(first).isNotEqualTo(second);
            for (int i = 0; i < mixed.length; i++) {
                float share = (i % 20 * CELL + CELL / 2 + 0.5f) / (20 * CELL);
                assertThat(mixed[i])
                        .isCloseTo(first[i] * (1 - share) + second[i] * share, within(1e-5f));
            }
        }
    }

    private static float[] noise(GlobalField field, CellRegion cells) {
        return new NoiseField(Models.manifold(), 2, field, Boundary.ENDLESS).sample(cells);
    }
}
