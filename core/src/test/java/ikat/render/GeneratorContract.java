package ikat.render;

import static org.assertj.core.api.Assertions.assertThat;

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
        return Stream.of(
                Models.local(),
                Models.periodic(),
                Models.manifold(),
                Models.fineWaves(),
                Models.grey());
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
            float[] oracle = new JavaGenerator(model).generate(noise, plan);
            try (Generator generator = open(model)) {
                float[] pixels = generator.generate(noise, plan);
                assertThat(pixels).hasSize(oracle.length);
                for (int i = 0; i < pixels.length; i++) {
                    assertThat(Math.abs(pixels[i] - oracle[i])).isLessThan(1e-4f);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatTheFirstStagesMakeAgreesWithTheEquations(TextureModel model) {
        RegionPlan plan = RegionPlan.of(model.spec(), new PixelRegion(-37, 1_000_003, 29, 31));
        List<float[]> noise = NoiseField.endless(model, 1).samples(plan.inputs());
        try (Generator generator = open(model)) {
            for (int stages = 1; stages <= model.spec().stages().size(); stages++) {
                float[] oracle = new JavaGenerator(model).features(noise, plan, stages);
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
        byte[] oracle = new TextureRenderer(new JavaGenerator(model), field).render(region);
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
            float[] oracle =
                    new JavaGenerator(model).generate(field.samples(tight.inputs()), tight);
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
