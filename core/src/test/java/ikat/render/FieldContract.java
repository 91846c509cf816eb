package ikat.render;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.Boundary.Wrapping;
import ikat.noise.Fields;
import ikat.noise.Motion;
import ikat.noise.NoiseField;
import ikat.texture.GlobalField;
import ikat.texture.Rerolls;
import ikat.texture.Textures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws 2 and 4 for each kind of field and of model; a subclass tests an engine. */
public abstract class FieldContract {

    private static final TextureModel MANIFOLD = Models.manifold();

    static Stream<Arguments> fields() {
        List<Arguments> cases = new ArrayList<>();
        for (long at : new long[] {0, (1L << 40) + 5}) {
            PixelRegion area = new PixelRegion(at, -at, 96, 64);
            for (TextureModel model :
                    List.of(
                            MANIFOLD,
                            Models.fineWaves(),
                            Models.fineNoise(),
                            Models.lateGlobals())) {
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
        byte[] whole = render(model, field, Boundary.ENDLESS, 40, area);
        PixelRegion part = new PixelRegion(area.left() + 33, area.top() + 17, 41, 30);
        byte[] crop = new byte[part.width() * part.height() * 3];
        for (int y = 0; y < part.height(); y++) {
            int from = ((17 + y) * area.width() + 33) * 3;
            System.arraycopy(whole, from, crop, y * part.width() * 3, part.width() * 3);
        }
        assertSame(render(model, field, Boundary.ENDLESS, 40, part), crop);
        assertSame(render(model, field, Boundary.ENDLESS, 4096, area), whole);
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
                for (TextureModel model :
                        List.of(MANIFOLD, Models.fineNoise(), Models.lateGlobals())) {
                    cases.add(Arguments.of(field.getKey(), model, field.getValue(), wrap));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("wraps")
    void aWrappingPictureRepeatsExactly(
            String name, TextureModel model, GlobalField field, Wrapping wrap) {
        byte[] first = render(model, field, wrap, 40, new PixelRegion(0, 0, 96, 64));
        byte[] right = render(model, field, wrap, 40, new PixelRegion(96, 0, 96, 64));
        byte[] below = render(model, field, wrap, 40, new PixelRegion(0, 64, 96, 64));
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
    void aMovingPlaneRepeatsToo() {
        GlobalField field = new GlobalField.Constant(Textures.of(MANIFOLD).random(3));
        Motion motion = new Motion(0.3, 0.7);
        NoiseField plane =
                new NoiseField(MANIFOLD, 3, field, new Wrapping(4, 4), motion, Rerolls.NONE);
        try (TextureRenderer renderer = new TextureRenderer(open(MANIFOLD), plane)) {
            assertThat(renderer.render(new PixelRegion(32, 0, 32, 32)))
                    .containsExactly(renderer.render(new PixelRegion(0, 0, 32, 32)));
        }
    }

    /** The engine under test. */
    protected abstract Generator open(TextureModel model);

    /** How many levels of 255 two pixels may differ by that should be the same. */
    protected abstract int tolerance();

    private void assertSame(byte[] pixels, byte[] expected) {
        assertThat(pixels).hasSameSizeAs(expected);
        int largest = 0;
        for (int i = 0; i < pixels.length; i++) {
            largest = Math.max(largest, Math.abs((pixels[i] & 0xff) - (expected[i] & 0xff)));
        }
        assertThat(largest).isLessThanOrEqualTo(tolerance());
    }

    private byte[] render(
            TextureModel model,
            GlobalField field,
            Boundary boundary,
            int tile,
            PixelRegion region) {
        NoiseField plane = new NoiseField(model, 7, field, boundary);
        try (TextureRenderer renderer = new TextureRenderer(open(model), plane, tile)) {
            return renderer.render(region);
        }
    }
}
