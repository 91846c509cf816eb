package ikat.torch.render;

import static ikat.torch.render.BoxFilter.halved;
import static ikat.torch.render.BoxFilter.unexplained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Light;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import ikat.weave.Detail;
import ikat.zoom.ZoomLevels;
import ikat.zoom.ZoomablePlane;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
                        model,
                        any -> Engines.fastest(any, 2),
                        new NoiseField(model, 7, texture, Boundary.ENDLESS),
                        Detail.NETWORK)) {
            byte[] box = plane.level(0).render(new PixelRegion(0, 0, SIDE, SIDE));
            int side = SIDE;
            for (int level = 1; level < MISSING.length; level++) {
                box = halved(box, side);
                side /= 2;
                byte[] small = plane.level(level).render(new PixelRegion(0, 0, side, side));
                assertThat(unexplained(small, box)).as("level " + level).isLessThan(MISSING[level]);
                assertThat(Math.abs(mean(small) - mean(box))).isLessThan(4);
            }
        }
    }

    /** One last stage for all textures lost the pattern of those of little contrast. */
    @ParameterizedTest
    @ValueSource(strings = {"brick", "knit"})
    void texturesOfOneModelKeepTheirPatterns(String name) throws IOException {
        TextureModel model = TextureModel.read(Path.of("..", "gallery", "samples.safetensors"));
        GlobalField texture = new GlobalField.Constant(Textures.of(model).named(name));
        NoiseField field = new NoiseField(model, 7, texture, Boundary.ENDLESS);
        try (ZoomLevels levels = ZoomLevels.ofAll(model, any -> Engines.fastest(any, 2));
                ZoomablePlane plane = ZoomablePlane.of(levels, field, Detail.NETWORK)) {
            byte[] box = plane.level(0).render(new PixelRegion(0, 0, SIDE, SIDE));
            box = halved(halved(box, SIDE), SIDE / 2);
            byte[] small = plane.level(2).render(new PixelRegion(0, 0, SIDE / 4, SIDE / 4));
            assertThat(unexplained(small, box)).isLessThan(0.35);
        }
    }

    /** Black writing on white, of which means of sRGB values made 0.434 of 0.505 at level 4. */
    @ParameterizedTest
    @EnumSource(Detail.class)
    void writingKeepsItsLightFromAfar(Detail detail) throws IOException {
        TextureModel model = TextureModel.read(Path.of("..", "gallery", "text.safetensors"));
        try (ZoomablePlane plane =
                new ZoomablePlane(
                        model,
                        any -> Engines.fastest(any, 2),
                        NoiseField.endless(model, 7),
                        detail)) {
            double full = light(plane.level(0), SIDE);
            for (int level = 1; level <= 6; level++) {
                assertThat(light(plane.level(level), SIDE >> level))
                        .as("level " + level)
                        .isCloseTo(full, within(0.02 * full));
            }
        }
    }

    /** The mean light of a square of a plane, from 0 to 1. */
    private static double light(PixelSource plane, int side) {
        byte[] pixels = plane.render(new PixelRegion(0, 0, side, side));
        double sum = 0;
        for (byte value : pixels) {
            sum += Light.decoded((value & 0xff) / 255.0);
        }
        return sum / pixels.length;
    }

    private static double mean(byte[] pixels) {
        double sum = 0;
        for (byte value : pixels) {
            sum += value & 0xff;
        }
        return sum / pixels.length;
    }
}
