package ikat.app;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.GlobalField;
import ikat.noise.Textures;
import ikat.render.Engines;
import ikat.zoom.ZoomablePlane;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How near lower zooms of trained models are to their pictures, box-filtered. */
class GalleryZoomTest {

    private static final int SIDE = 1024;

    /** Shares of the variance that may be missing at each level: docs/performance.md has them. */
    private static final double[] MISSING = {0, 0.01, 0.25, 0.35, 0.6};

    @ParameterizedTest
    @ValueSource(strings = {"honeycomb", "pebbles", "samples"})
    void levelsFollowTheBoxFilter(String name) throws IOException {
        TextureModel model = TextureModel.read(Path.of("..", "gallery", name + ".safetensors"));
        GlobalField texture = new GlobalField.Constant(Textures.of(model).random(7));
        try (ZoomablePlane plane =
                new ZoomablePlane(
                        model, any -> Engines.fastest(any, 2), 7, texture, Boundary.ENDLESS)) {
            byte[] box = plane.level(0).render(new PixelRegion(0, 0, SIDE, SIDE));
            int side = SIDE;
            for (int level = 1; level < MISSING.length; level++) {
                box = halved(box, side);
                side /= 2;
                byte[] small = plane.level(level).render(new PixelRegion(0, 0, side, side));
                assertThat(missing(small, box)).as("level " + level).isLessThan(MISSING[level]);
                assertThat(Math.abs(mean(small) - mean(box))).isLessThan(4);
            }
        }
    }

    private static byte[] halved(byte[] full, int side) {
        int half = side / 2;
        byte[] halved = new byte[half * half * 3];
        for (int i = 0; i < halved.length; i++) {
            int at = (i / 3 / half * 2 * side + i / 3 % half * 2) * 3 + i % 3;
            int sum = 2;
            for (int other : new int[] {0, 3, side * 3, side * 3 + 3}) {
                sum += full[at + other] & 0xff;
            }
            halved[i] = (byte) (sum / 4);
        }
        return halved;
    }

    private static double missing(byte[] got, byte[] wanted) {
        double[] means = new double[3];
        for (int i = 0; i < wanted.length; i++) {
            means[i % 3] += (wanted[i] & 0xff) * 3.0 / wanted.length;
        }
        double error = 0;
        double variance = 0;
        for (int i = 0; i < wanted.length; i++) {
            double off = (got[i] & 0xff) - (wanted[i] & 0xff);
            double from = (wanted[i] & 0xff) - means[i % 3];
            error += off * off;
            variance += from * from;
        }
        return error / variance;
    }

    private static double mean(byte[] pixels) {
        double sum = 0;
        for (byte value : pixels) {
            sum += value & 0xff;
        }
        return sum / pixels.length;
    }
}
