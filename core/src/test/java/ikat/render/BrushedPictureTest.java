package ikat.render;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.Fields;
import ikat.noise.Motion;
import ikat.noise.NoiseField;
import ikat.texture.Brushed;
import ikat.texture.Brushed.Layer;
import ikat.texture.BrushedCells;
import ikat.texture.GlobalField;
import ikat.texture.Rerolls;
import ikat.texture.Stroke;
import ikat.texture.Stroke.Point;
import ikat.weave.Detail;
import ikat.zoom.ZoomLevels;
import ikat.zoom.ZoomablePlane;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strokes do to pictures, at full size and smaller. */
class BrushedPictureTest {

    private static final TextureModel MODEL = Models.manifold(); // cells of 8 pixels
    private static final ZoomLevels LEVELS = ZoomLevels.ofAll(MODEL, JavaGenerator::new);
    private static final int SIDE = 256;
    private static final double RADIUS = 30;
    private static final int CELL_MARGIN =
            8 * 4; // cells that a pixel depends on, 3 each way, and its own

    @AfterAll
    static void close() {
        LEVELS.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, (1L << 36) - 4096, -(1L << 36)})
    void aStrokeChangesItsSurroundingsOnly(long at) {
        PixelRegion region = new PixelRegion(at - SIDE / 2, at - SIDE / 2, SIDE, SIDE);
        byte[] before = picture(field(), Rerolls.NONE, 0, region);
        byte[] after = picture(field(stroke(at)), Rerolls.NONE, 0, region);
        assertChanges(before, after, RADIUS + Brushed.SPREAD_PIXELS + CELL_MARGIN);
        byte[] constant = picture(new GlobalField.Constant(Fields.A), Rerolls.NONE, 0, region);
        assertThat(before).containsExactly(constant);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -(1L << 36)})
    void aRerollChangesItsSurroundingsOnly(long at) {
        PixelRegion region = new PixelRegion(at - SIDE / 2, at - SIDE / 2, SIDE, SIDE);
        byte[] before = picture(field(), Rerolls.NONE, 0, region);
        byte[] after = picture(field(), BrushedCells.of(8, List.of(stroke(at))), 0, region);
        assertChanges(before, after, RADIUS + CELL_MARGIN);
    }

    @Test
    void smallerLevelsShowTheSameStrokesAtTheSamePlaces() {
        for (int level : new int[] {1, 2, 3}) {
            int side = SIDE >> level;
            PixelRegion region = new PixelRegion(-side / 2, -side / 2, side, side);
            byte[] before = picture(field(), Rerolls.NONE, level, region);
            byte[] painted = picture(field(stroke(0)), Rerolls.NONE, level, region);
            byte[] anew = picture(field(), BrushedCells.of(8, List.of(stroke(0))), level, region);
            double reach = RADIUS + Brushed.SPREAD_PIXELS + 2 * CELL_MARGIN;
            assertChanges(before, painted, reach / (1 << level));
            assertChanges(before, anew, reach / (1 << level));
        }
    }

    /** Something differs near the middle, and nothing farther than the reach from it. */
    private static void assertChanges(byte[] before, byte[] after, double reach) {
        int side = (int) Math.sqrt(before.length / 3.0);
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            double x = i / 3 % side - side / 2.0;
            double y = i / 3 / side - side / 2.0;
            if (Math.hypot(x, y) > reach * 1.0001 + 1) {
                assertThat(after[i]).isEqualTo(before[i]);
            } else if (before[i] != after[i]) {
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(side);
    }

    private static byte[] picture(
            GlobalField field, Rerolls rerolls, int level, PixelRegion region) {
        return ZoomablePlane.of(
                        LEVELS,
                        new NoiseField(
                                LEVELS.model(), 5, field, Boundary.ENDLESS, Motion.STILL, rerolls),
                        Detail.NETWORK)
                .level(level)
                .render(region);
    }

    private static GlobalField field(Stroke... strokes) {
        List<Layer> layers = List.of(strokes).stream().map(stroke -> new Layer(0, stroke)).toList();
        return new Brushed(Fields.A, List.of(Fields.B, Fields.C), layers);
    }

    private static Stroke stroke(long at) {
        return new Stroke(RADIUS, 0.4, List.of(new Point(at, at)));
    }
}
