package ikat.torch.render;

import static ikat.torch.render.BoxFilter.halved;
import static ikat.torch.render.BoxFilter.unexplained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Models;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.texture.Tiles;
import ikat.weave.Detail;
import ikat.zoom.ZoomablePlane;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZoomablePlaneTest {

    private static final int SIDE = 256;

    static Stream<TextureModel> models() {
        return Stream.of(Models.local(), Models.periodic(), Models.fineWaves(), Models.manifold());
    }

    /** Random weights drive most pixels to the ends of tanh, where a mean is hard to tell. */
    @ParameterizedTest
    @MethodSource("models")
    void halfFollowsTheBoxFilterEvenOfRandomModels(TextureModel model) {
        try (ZoomablePlane plane = plane(model, Boundary.ENDLESS)) {
            byte[] box = halved(full(plane), SIDE);
            byte[] half = plane.level(1).render(new PixelRegion(0, 0, SIDE / 2, SIDE / 2));
            assertThat(unexplained(half, box)).isLessThan(0.2);
        }
    }

    /**
     * Noise of the half-size pixels themselves reaches them through saturated activations only, and
     * light depends on those less linearly than values do.
     */
    @Test
    void halfFollowsTheBoxFilterWithFreshNoiseOnItsOwnGridToo() {
        try (ZoomablePlane plane = plane(Models.fineNoise(), Boundary.ENDLESS)) {
            byte[] box = halved(full(plane), SIDE);
            byte[] half = plane.level(1).render(new PixelRegion(0, 0, SIDE / 2, SIDE / 2));
            assertThat(unexplained(half, box)).isLessThan(0.3);
        }
    }

    /**
     * Two levels on, four times as many cells lie in a pixel: their mean varies by half as much.
     */
    @Test
    void farLevelsHaveTheColoursAndTheContrastOfTheBoxFilter() {
        try (ZoomablePlane plane = plane(Models.local(), Boundary.ENDLESS)) {
            byte[] box = plane.level(3).render(new PixelRegion(0, 0, SIDE, SIDE));
            int side = SIDE;
            for (int level = 4; level <= 6; level++) {
                box = halved(box, side);
                side /= 2;
                byte[] far = plane.level(level).render(new PixelRegion(0, 0, side, side));
                for (int c = 0; c < 3; c++) {
                    assertThat(mean(far, c)).isCloseTo(mean(box, c), within(1.5));
                    assertThat(deviation(far, c))
                            .as("level " + level)
                            .isCloseTo(deviation(box, c), within(0.7));
                }
            }
        }
    }

    @Test
    void farLevelsKeepTexturesInTheirPlaces() {
        TextureModel model = Models.manifold();
        float[] dark = new float[model.spec().noise().globalChannels()];
        float[] bright = dark.clone();
        Arrays.fill(dark, -1);
        Arrays.fill(bright, 1);
        GlobalVector one = GlobalVector.of(dark);
        GlobalVector other = GlobalVector.of(bright);
        GlobalField tiles =
                new Tiles(new PixelRegion(0, 0, 4096, 4096), 2, 1, List.of(one, other), 0);
        try (ZoomablePlane mixed = plane(model, tiles, Boundary.ENDLESS);
                ZoomablePlane first =
                        plane(model, new GlobalField.Constant(one), Boundary.ENDLESS);
                ZoomablePlane last =
                        plane(model, new GlobalField.Constant(other), Boundary.ENDLESS)) {
            PixelRegion left = new PixelRegion(8, 8, 32, 32);
            PixelRegion right = new PixelRegion(72, 8, 32, 32);
            byte[] leftMixed = mixed.level(5).render(left);
            byte[] rightMixed = mixed.level(5).render(right);
            byte[] allOne = first.level(5).render(left);
            byte[] allOther = last.level(5).render(right);
            assertThat(distance(leftMixed, allOne)).isLessThan(distance(leftMixed, allOther) / 2);
            assertThat(distance(rightMixed, allOther)).isLessThan(distance(rightMixed, allOne) / 2);
        }
    }

    private static double distance(byte[] one, byte[] other) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            sum += Math.abs(mean(one, c) - mean(other, c));
        }
        return sum;
    }

    private static double mean(byte[] pixels, int channel) {
        double sum = 0;
        for (int i = channel; i < pixels.length; i += 3) {
            sum += pixels[i] & 0xff;
        }
        return sum / (pixels.length / 3);
    }

    private static double deviation(byte[] pixels, int channel) {
        double mean = mean(pixels, channel);
        double sum = 0;
        for (int i = channel; i < pixels.length; i += 3) {
            sum += Math.pow((pixels[i] & 0xff) - mean, 2);
        }
        return Math.sqrt(sum / (pixels.length / 3));
    }

    @Test
    void aTileIsTheSameWhereverItIsAskedFrom() {
        TextureModel model = Models.periodic();
        for (int level : new int[] {0, 1, 2, 4}) {
            byte[] alone;
            try (ZoomablePlane plane = plane(model, Boundary.ENDLESS)) {
                alone =
                        plane.level(level)
                                .render(new PixelRegion(-3 * 32, 1_000_007 * 32L, 32, 32));
            }
            try (ZoomablePlane plane = plane(model, Boundary.ENDLESS)) {
                PixelRegion around = new PixelRegion(-3 * 32 - 16, 1_000_007 * 32 - 8, 64, 64);
                byte[] larger = plane.level(level).render(around);
                for (int y = 0; y < 32; y++) {
                    int from = ((y + 8) * 64 + 16) * 3;
                    byte[] row = Arrays.copyOfRange(larger, from, from + 32 * 3);
                    byte[] own = Arrays.copyOfRange(alone, y * 32 * 3, (y + 1) * 32 * 3);
                    for (int i = 0; i < row.length; i++) {
                        assertThat(Math.abs((row[i] & 0xff) - (own[i] & 0xff)))
                                .isLessThanOrEqualTo(1);
                    }
                }
            }
        }
    }

    @Test
    void aWrappingPlaneWrapsAtEveryLevel() {
        try (ZoomablePlane plane = plane(Models.manifold(), new Boundary.Wrapping(16, 16))) {
            for (int level : new int[] {0, 1, 2, 3}) {
                int period = 16 * 8 >> level;
                assertThat(plane.level(level).render(new PixelRegion(period, 0, 16, 16)))
                        .isEqualTo(plane.level(level).render(new PixelRegion(0, 0, 16, 16)));
            }
        }
    }

    @Test
    void texturesKeepTheirPlacesAtEveryLevel() {
        TextureModel model = Models.manifold();
        GlobalVector one = Textures.of(model).random(1);
        GlobalVector other = Textures.of(model).random(2);
        GlobalField tiles =
                new Tiles(new PixelRegion(0, 0, 512, 256), 2, 1, List.of(one, other), 0);
        try (ZoomablePlane mixed = plane(model, tiles, Boundary.ENDLESS)) {
            byte[] box = halved(mixed.level(0).render(new PixelRegion(0, 0, 512, 512)), 512);
            byte[] half = mixed.level(1).render(new PixelRegion(0, 0, 256, 256));
            assertThat(unexplained(half, box)).isLessThan(0.1);
        }
    }

    private static ZoomablePlane plane(TextureModel model, Boundary boundary) {
        GlobalField texture = new GlobalField.Constant(Textures.of(model).random(3));
        return plane(model, texture, boundary);
    }

    private static ZoomablePlane plane(TextureModel model, GlobalField field, Boundary boundary) {
        return new ZoomablePlane(
                model,
                any -> new TorchGenerator(any, 2),
                new NoiseField(model, 5, field, boundary),
                Detail.NETWORK);
    }

    private static byte[] full(ZoomablePlane plane) {
        return plane.level(0).render(new PixelRegion(0, 0, SIDE, SIDE));
    }
}
