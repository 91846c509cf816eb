package ikat.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Averaging;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.Fields;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Models;
import ikat.texture.GlobalField;
import ikat.texture.Stroke;
import ikat.texture.Stroke.Point;
import ikat.texture.StrokeShares;
import ikat.texture.StrokeShares.Layer;
import ikat.weave.BlockCache;
import ikat.weave.Detail;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds where planes of several models meet: one of colours, one of another and a grey one.
 */
class LayeredPlaneTest {

    private static final long SEED = 9;
    private static final ZoomLevels COLOURS = levels(Models.manifold());
    private static final ZoomLevels OTHER = levels(Models.local());
    private static final ZoomLevels GREY = levels(Models.grey());

    private static ZoomLevels levels(TextureModel model) {
        return ZoomLevels.ofAll(model, any -> Engines.named("java", any, 1));
    }

    @AfterAll
    static void close() {
        COLOURS.close();
        OTHER.close();
        GREY.close();
    }

    private static ZoomablePlane plane(ZoomLevels levels, GlobalField field) {
        return ZoomablePlane.of(
                levels,
                new NoiseField(levels.model(), SEED, field, Boundary.ENDLESS),
                Detail.NETWORK);
    }

    private static ZoomablePlane ground() {
        return plane(COLOURS, new GlobalField.Constant(Fields.A));
    }

    private static ZoomablePlane other() {
        return plane(OTHER, GlobalField.NONE);
    }

    private static LayeredPlane painted(Layer... layers) {
        return new LayeredPlane(
                List.of(ground(), other(), plane(GREY, GlobalField.NONE)),
                new int[] {0, 1, 2},
                new StrokeShares(3, List.of(layers)),
                SEED,
                new BlockCache<>(8));
    }

    private static Layer stroke(int paint, double x, double y) {
        return new Layer(
                paint, new Stroke(60, 0.6, List.of(new Point(x, y), new Point(x + 90, y + 40))));
    }

    private static LayeredPlane usual() {
        return painted(stroke(1, 210, 190), stroke(2, 270, 250));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6})
    void tilesEqualTheWhole(int level) {
        int side = Math.max(16, 512 >> level);
        byte[] whole = usual().level(level).render(new PixelRegion(0, 0, side, side));
        Pixels joined = Pixels.empty(side, side, 3);
        int tile = side * 3 / 8; // straddles blocks
        for (int top = 0; top < side; top += tile) {
            for (int left = 0; left < side; left += tile) {
                PixelRegion part =
                        new PixelRegion(
                                left, top, Math.min(tile, side - left), Math.min(tile, side - top));
                Pixels.of(usual().level(level).onOneThread(), part).copyInto(joined, left, top);
            }
        }
        assertThat(joined.bytes()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void farFromStrokesAPlaneIsAsItIsAlone(int level) {
        PixelRegion far = new PixelRegion(2048 >> level, -1024 >> level, 64, 64);
        assertThat(usual().level(level).render(far)).isEqualTo(ground().level(level).render(far));
    }

    @Test
    void theMiddleOfAStrokeIsThePlaneThatItPaints() {
        PixelRegion middle = new PixelRegion(215, 195, 16, 12);
        assertThat(painted(stroke(1, 210, 190)).level(0).render(middle))
                .isEqualTo(other().level(0).render(middle));
        Pixels grey = Pixels.of(plane(GREY, GlobalField.NONE).level(0), middle);
        assertThat(painted(stroke(2, 210, 190)).level(0).render(middle))
                .isEqualTo(grey.inColour().bytes());
    }

    @Test
    void theBorderHoldsPixelsOfBothAndFewMixtures() {
        PixelRegion rim = new PixelRegion(150, 130, 200, 160);
        byte[] shown = painted(stroke(1, 210, 190)).level(0).render(rim);
        byte[] below = ground().level(0).render(rim);
        byte[] above = other().level(0).render(rim);
        int ofBelow = 0;
        int ofAbove = 0;
        int mixed = 0;
        for (int i = 0; i < shown.length; i += 3) {
            boolean isBelow = Arrays.equals(shown, i, i + 3, below, i, i + 3);
            boolean isAbove = Arrays.equals(shown, i, i + 3, above, i, i + 3);
            ofBelow += isBelow ? 1 : 0;
            ofAbove += isAbove ? 1 : 0;
            mixed += isBelow || isAbove ? 0 : 1;
        }
        assertThat(ofBelow).isGreaterThan(3000);
        assertThat(ofAbove).isGreaterThan(3000);
        assertThat(mixed).isBetween(300, 8000);
    }

    @Test
    void smallerLevelsShowWhatLargerOnesDo() {
        for (int level = 1; level <= 3; level++) {
            int side = 512 >> level;
            Pixels small = Pixels.of(usual().level(level), new PixelRegion(0, 0, side, side));
            Pixels large = Pixels.of(usual().level(0), new PixelRegion(0, 0, 512, 512));
            Pixels alone = Pixels.of(ground().level(0), new PixelRegion(0, 0, 512, 512));
            double painted = difference(small, large.halved(level, Averaging.LIGHT));
            double bare = difference(small, alone.halved(level, Averaging.LIGHT));
            assertThat(painted).as("level " + level).isLessThan(0.6 * bare);
        }
    }

    private static double difference(Pixels one, Pixels other) {
        double sum = 0;
        for (int i = 0; i < one.bytes().length; i++) {
            sum += Math.abs((one.bytes()[i] & 0xff) - (other.bytes()[i] & 0xff));
        }
        return sum / one.bytes().length;
    }

    @Test
    void anotherSeedGivesTheBorderAnotherShape() {
        PixelRegion rim = new PixelRegion(150, 130, 200, 160);
        List<ZoomablePlane> planes = List.of(ground(), other());
        StrokeShares shares = new StrokeShares(2, List.of(stroke(1, 210, 190)));
        int[] each = {0, 1};
        byte[] one =
                new LayeredPlane(planes, each, shares, 1, new BlockCache<>(8)).level(0).render(rim);
        byte[] another =
                new LayeredPlane(planes, each, shares, 2, new BlockCache<>(8)).level(0).render(rim);
        assertThat(one).isNotEqualTo(another);
    }

    @Test
    void paintsOfOnePlaneMeetWithoutABorder() {
        PixelRegion rim = new PixelRegion(150, 130, 200, 160);
        StrokeShares shares = new StrokeShares(2, List.of(stroke(1, 210, 190)));
        LayeredPlane same =
                new LayeredPlane(
                        List.of(ground()), new int[] {0, 0}, shares, SEED, new BlockCache<>(8));
        assertThat(same.level(0).render(rim)).isEqualTo(ground().level(0).render(rim));
    }

    @Test
    void everyPaintHasAPlane() {
        StrokeShares shares = new StrokeShares(2, List.of());
        List<ZoomablePlane> planes = List.of(ground());
        BlockCache<Pixels> blocks = new BlockCache<>(8);
        assertThatThrownBy(() -> new LayeredPlane(planes, new int[] {0}, shares, 0, blocks))
                .hasMessageContaining("1 paints have a plane, but there are 2");
        assertThatThrownBy(() -> new LayeredPlane(planes, new int[] {0, 1}, shares, 0, blocks))
                .hasMessageContaining("plane of a paint is 1");
    }

    @Test
    void theSamePixelsComeFromAFullAndAnEmptyCache() {
        PixelSource level = usual().level(0);
        PixelRegion rim = new PixelRegion(150, 130, 200, 160);
        byte[] first = level.render(rim);
        assertThat(level.render(rim)).isEqualTo(first);
        assertThat(usual().level(0).render(rim)).isEqualTo(first);
    }
}
