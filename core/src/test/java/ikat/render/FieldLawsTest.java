package ikat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.Boundary.Wrapping;
import ikat.noise.CellRegion;
import ikat.noise.Fields;
import ikat.noise.Motion;
import ikat.noise.NoiseField;
import ikat.texture.Corners;
import ikat.texture.Easing;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws 2 and 4 for each kind of field and of model. */
class FieldLawsTest {

    private static final TextureModel MANIFOLD = Models.manifold();
    private static final int CELL = 8;

    static Stream<Arguments> fields() {
        List<Arguments> cases = new ArrayList<>();
        for (long at : new long[] {0, (1L << 40) + 5}) {
            PixelRegion area = new PixelRegion(at, -at, 96, 64);
            for (TextureModel model : List.of(MANIFOLD, Models.fineWaves())) {
                Fields.over(area)
                        .forEach(
                                (name, field) -> cases.add(Arguments.of(name, model, field, area)));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aRegionAloneEqualsTheCropOfTheWhole(
            String name, TextureModel model, GlobalField field, PixelRegion area) {
        TextureRenderer renderer = renderer(model, field, Boundary.ENDLESS, 40);
        byte[] whole = renderer.render(area);
        PixelRegion part = new PixelRegion(area.left() + 33, area.top() + 17, 41, 30);
        byte[] crop = new byte[part.width() * part.height() * 3];
        for (int y = 0; y < part.height(); y++) {
            int from = ((17 + y) * area.width() + 33) * 3;
            System.arraycopy(whole, from, crop, y * part.width() * 3, part.width() * 3);
        }
        assertThat(renderer.render(part)).containsExactly(crop);
        assertThat(renderer(model, field, Boundary.ENDLESS, 4096).render(area))
                .containsExactly(whole);
    }

    static Stream<Arguments> wraps() {
        PixelRegion area = new PixelRegion(0, 0, 96, 64);
        List<Arguments> cases = new ArrayList<>();
        for (Wrapping wrap :
                List.of(new Wrapping(12, 8), new Wrapping(12, 0), new Wrapping(0, 8))) {
            for (TextureModel model : List.of(Models.local(), Models.periodic())) {
                cases.add(Arguments.of("one texture", model, GlobalField.NONE, wrap));
            }
            for (Map.Entry<String, GlobalField> field : Fields.closing(area).entrySet()) {
                cases.add(Arguments.of(field.getKey(), MANIFOLD, field.getValue(), wrap));
                cases.add(Arguments.of(field.getKey(), Models.fineWaves(), field.getValue(), wrap));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("wraps")
    void aWrappingPictureRepeatsExactly(
            String name, TextureModel model, GlobalField field, Wrapping wrap) {
        TextureRenderer renderer = renderer(model, field, wrap, 40);
        byte[] first = renderer.render(new PixelRegion(0, 0, 96, 64));
        byte[] right = renderer.render(new PixelRegion(96, 0, 96, 64));
        byte[] below = renderer.render(new PixelRegion(0, 64, 96, 64));
        assertRepeats(wrap.cellsX() > 0, right, first);
        assertRepeats(wrap.cellsY() > 0, below, first);
    }

    private static void assertRepeats(boolean wraps, byte[] copy, byte[] first) {
        if (wraps) {
            assertThat(copy).containsExactly(first);
        } else {
            assertThat(copy).isNotEqualTo(first);
        }
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
        return new NoiseField(MANIFOLD, 2, field, Boundary.ENDLESS).sample(cells);
    }

    @Test
    void aMovingPlaneRepeatsToo() {
        GlobalField field = new GlobalField.Constant(Textures.of(MANIFOLD).random(3));
        Motion motion = new Motion(0.3, 0.7);
        NoiseField plane = new NoiseField(MANIFOLD, 3, field, new Wrapping(4, 4), motion);
        TextureRenderer renderer = new TextureRenderer(new JavaGenerator(MANIFOLD), plane);
        assertThat(renderer.render(new PixelRegion(32, 0, 32, 32)))
                .containsExactly(renderer.render(new PixelRegion(0, 0, 32, 32)));
    }

    private static TextureRenderer renderer(
            TextureModel model, GlobalField field, Boundary boundary, int tile) {
        NoiseField plane = new NoiseField(model, 7, field, boundary);
        return new TextureRenderer(new JavaGenerator(model), plane, tile);
    }
}
