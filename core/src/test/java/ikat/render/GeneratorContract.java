package ikat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine must do; a subclass an engine. */
public abstract class GeneratorContract {

    /** The engine under test. */
    protected abstract Generator open(TextureModel model);

    static Stream<TextureModel> models() {
        return Models.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void agreesWithTheEquations(TextureModel model) {
        for (PixelRegion region :
                new PixelRegion[] {
                    new PixelRegion(0, 0, 64, 48),
                    new PixelRegion(-37, 1_000_003, 29, 31),
                    new PixelRegion(5, 5, 1, 1)
                }) {
            RegionPlan plan = RegionPlan.of(model.spec(), region);
            List<float[]> noise = NoiseField.endless(model, 1).samples(plan.inputs());
            float[] oracle = Equations.pixels(model, noise, plan);
            try (Generator generator = open(model)) {
                float[] pixels = generator.generate(noise, plan);
                assertThat(pixels).hasSize(oracle.length);
                for (int i = 0; i < pixels.length; i++) {
                    assertThat(Math.abs(pixels[i] - oracle[i])).isLessThan(1e-4f);
                }
            }
        }
    }

    @Test
    void zerosSurroundThePictureOfOneCell() {
        TextureModel model = Models.bordered();
        int side = model.spec().picturePixels();
        RegionPlan plan = RegionPlan.of(model.spec(), new PixelRegion(0, 0, side, side));
        List<float[]> noise = NoiseField.endless(model, 1).samples(plan.inputs());
        try (Generator oracle = new JavaGenerator(model);
                Generator generator = open(model)) {
            float[] expected = oracle.generate(noise, plan);
            float[] pixels = generator.generate(noise, plan);
            for (int i = 0; i < pixels.length; i++) {
                assertThat(Math.abs(pixels[i] - expected[i])).isLessThan(1e-4f);
            }
        }
    }

    /**
     * Worked out with a pencil. The first stage puts each number of the noise, times 1, 2, -1 and
     * 0.5, on a block of two by two points; its norm, of gain 2 / 0.5, makes {@code 4 x - 0.5} of
     * each, 0 where that is negative. On the four by four points that are kept there are then
     *
     * <pre>
     *   0.5  3.5  0    0
     *   7.5  1.5  3.5  0
     *   1.5  0    0.5  1.5
     *   0    2.5  5.5  3.5
     * </pre>
     *
     * The second stage adds 0.05, -0.05 of the point above on the left, 0.1 of the point itself and
     * 0.2 of the point on the right: 0.875, 0.225, -0.225 and 0.325 before tanh.
     */
    @Test
    void agreesWithNumbersWorkedOutByHand() {
        TextureModel model = Models.byHand();
        RegionPlan plan = RegionPlan.of(model.spec(), new PixelRegion(0, 0, 2, 2));
        List<float[]> noise =
                List.of(
                        new float[] {0.5f, -1, 0.25f, 1, 0.5f, -0.5f, -0.25f, 0.75f, 1},
                        new float[0]);
        float[] tanh = {0.7039056f, 0.2212786f, -0.2212786f, 0.3140209f};
        float[] pixels = {0.4519528f, 0.2106393f, -0.0106393f, 0.2570105f}; // 0.1 + 0.5 tanh
        try (Generator generator = open(model)) {
            assertThat(generator.features(noise, plan, 2)).containsExactly(tanh, within(1e-5f));
            assertThat(generator.generate(noise, plan)).containsExactly(pixels, within(1e-5f));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatTheFirstStagesMakeAgreesWithTheEquations(TextureModel model) {
        RegionPlan plan = RegionPlan.of(model.spec(), new PixelRegion(-37, 1_000_003, 29, 31));
        List<float[]> noise = NoiseField.endless(model, 1).samples(plan.inputs());
        try (Generator generator = open(model)) {
            for (int stages = 1; stages <= model.spec().stages().size(); stages++) {
                float[] oracle = Equations.features(model, noise, plan, stages);
                float[] features = generator.features(noise, plan, stages);
                assertThat(features).hasSize(oracle.length);
                for (int i = 0; i < features.length; i++) {
                    assertThat(Math.abs(features[i] - oracle[i]))
                            .isLessThan(1e-4f * Math.max(1, Math.abs(oracle[i])));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void levelsAgreeWithTheEquations(TextureModel model) {
        PixelRegion region = new PixelRegion(-37, 1_000_003, 61, 45);
        NoiseField field = NoiseField.endless(model, 1);
        byte[] oracle = levels(model, field, region);
        try (TextureRenderer renderer = new TextureRenderer(open(model), field)) {
            assertThat(largestDifference(renderer.render(region), oracle)).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void wholeBlocksGiveTheSamePixels(TextureModel model) {
        for (PixelRegion region :
                new PixelRegion[] {
                    new PixelRegion(-37, 1_000_003, 29, 31), new PixelRegion(5, 5, 1, 1)
                }) {
            RegionPlan tight = RegionPlan.of(model.spec(), region);
            RegionPlan blocks = RegionPlan.inBlocks(model.spec(), region);
            NoiseField field = NoiseField.endless(model, 1);
            float[] oracle = Equations.pixels(model, field.samples(tight.inputs()), tight);
            try (Generator generator = open(model)) {
                float[] pixels = generator.generate(field.samples(blocks.inputs()), blocks);
                for (int i = 0; i < pixels.length; i++) {
                    assertThat(Math.abs(pixels[i] - oracle[i])).isLessThan(1e-4f);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void manyThreadsGiveTheSamePixels(TextureModel model) throws Exception {
        PixelRegion region = new PixelRegion(-53, 7, 150, 111);
        byte[] alone = render(model, region, 64);
        try (TextureRenderer renderer =
                new TextureRenderer(open(model), NoiseField.endless(model, 1), 64)) {
            List<CompletableFuture<byte[]>> all =
                    Stream.generate(
                                    () ->
                                            CompletableFuture.supplyAsync(
                                                    () -> renderer.onOneThread().render(region)))
                            .limit(4)
                            .toList();
            for (var one : all) {
                assertThat(largestDifference(one.get(), alone)).isLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void tilesJoinWithoutSeam(TextureModel model) {
        PixelRegion region = new PixelRegion(-53, (1L << 40) + 3, 150, 111);
        byte[] whole = render(model, region, 4096);
        for (int side : new int[] {16, 33, 100}) {
            assertThat(largestDifference(render(model, region, side), whole))
                    .isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRegionAloneEqualsTheCropOfTheWhole(TextureModel model) {
        int channels = model.spec().colourChannels();
        byte[] whole = render(model, new PixelRegion(0, 0, 128, 128), 64);
        byte[] part = render(model, new PixelRegion(41, 67, 30, 20), 64);
        byte[] crop = new byte[part.length];
        for (int y = 0; y < 20; y++) {
            System.arraycopy(
                    whole,
                    ((67 + y) * 128 + 41) * channels,
                    crop,
                    y * 30 * channels,
                    30 * channels);
        }
        assertThat(largestDifference(part, crop)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aWrappingPictureRepeatsExactly(TextureModel model) {
        int cells = 160 / model.spec().cellPixels();
        GlobalField texture = new GlobalField.Constant(Textures.of(model).random(3));
        NoiseField field = new NoiseField(model, 3, texture, new Boundary.Wrapping(cells, cells));
        int side = cells * model.spec().cellPixels();
        // Tiles that divide no period must not be cut otherwise in the next one.
        try (TextureRenderer renderer = new TextureRenderer(open(model), field, 100)) {
            byte[] first = renderer.render(new PixelRegion(0, 0, side, side));
            assertThat(renderer.render(new PixelRegion(side, 0, side, side)))
                    .containsExactly(first);
            assertThat(renderer.render(new PixelRegion(0, side, side, side)))
                    .containsExactly(first);
        }
    }

    @Test
    void picturesVaryWithSeedAndPlace() {
        TextureModel model = Models.local();
        PixelRegion region = new PixelRegion(0, 0, 32, 32);
        byte[] one = render(model, region, 64);
        assertThat(render(model, new PixelRegion(512, 0, 32, 32), 64)).isNotEqualTo(one);
        try (TextureRenderer other =
                new TextureRenderer(open(model), NoiseField.endless(model, 99))) {
            assertThat(other.render(region)).isNotEqualTo(one);
        }
    }

    /**
     * Pixels in [-1, 1] to the nearest of the levels 0 to 255, {@code [height, width, colours]}.
     */
    private static byte[] levels(TextureModel model, NoiseField field, PixelRegion region) {
        RegionPlan plan = RegionPlan.of(model.spec(), region);
        float[] pixels = Equations.pixels(model, field.samples(plan.inputs()), plan);
        byte[] levels = new byte[pixels.length];
        int size = region.width() * region.height();
        for (int i = 0; i < pixels.length; i++) {
            int colours = model.spec().colourChannels();
            levels[i % size * colours + i / size] = (byte) Math.round((pixels[i] + 1) * 127.5f);
        }
        return levels;
    }

    private byte[] render(TextureModel model, PixelRegion region, int tile) {
        try (TextureRenderer renderer =
                new TextureRenderer(open(model), NoiseField.endless(model, 1), tile)) {
            return renderer.render(region);
        }
    }

    private static int largestDifference(byte[] a, byte[] b) {
        assertThat(a).hasSameSizeAs(b);
        int largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs((a[i] & 255) - (b[i] & 255)));
        }
        return largest;
    }
}
