package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.analysis.PictureReport;
import ikat.image.Exemplars;
import ikat.image.PatchSampler;
import ikat.image.PixelRegion;
import ikat.model.ColourAxes;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weight;
import ikat.noise.CellRegion;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.render.RegionPlan;
import ikat.render.TextureRenderer;
import ikat.torch.Tensors;
import ikat.train.Budget;
import ikat.train.CodedTextures;
import ikat.train.Crops;
import ikat.train.Layout;
import ikat.train.Noise;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.Recipe;
import ikat.train.Shape;
import ikat.train.Technique;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published recipes at a tiny width: what is trained, and that every engine renders it. */
class PublishedTrainingTest {

    private static final long[] ONE = {1, 1};
    private static final long[] TWO = {2, 2};

    /** A published method, small. */
    enum Method {
        PSGAN(PlanSettings.NONE, 1),
        PSGAN_OF_SEVERAL(PlanSettings.NONE.with(Noise.GLOBAL_CHANNELS, 5), 3),
        SGAN(PlanSettings.NONE.with(Noise.WAVES, 0).with(Noise.GLOBAL_CHANNELS, 0), 1),
        DCGAN(
                PlanSettings.NONE
                        .with(Noise.WAVES, 0)
                        .with(Noise.GLOBAL_CHANNELS, 0)
                        .with(Shape.LAYOUT, Layout.ONE_CELL),
                1);

        private final PlanSettings own;
        private final int pictures;

        Method(PlanSettings own, int pictures) {
            this.own = own;
            this.pictures = pictures;
        }

        Exemplars exemplars() {
            return Exemplars.of(
                    IntStream.range(0, pictures)
                            .mapToObj(i -> Trainings.grain("grain" + i, 0.2 * i, 0, -0.2 * i))
                            .toList());
        }

        TrainingPlan plan(long steps) {
            PlanSettings settings =
                    own.with(Technique.RECIPE, Recipe.PUBLISHED)
                            .with(Crops.BATCH, 3)
                            .with(Shape.GENERATOR_CHANNELS, List.of(16, 12, 8, 6))
                            .with(Budget.STEPS, steps);
            if (this != DCGAN) {
                settings = settings.with(Crops.PATCH_PIXELS, 96);
            }
            return PlanFactory.plan(
                    IntStream.range(0, pictures)
                            .mapToObj(i -> PictureReport.of(exemplars().get(i)))
                            .toList(),
                    settings);
        }

        TextureModel train(long steps) throws IOException {
            return new TorchTrainer()
                    .train(TrainingJob.of(exemplars(), plan(steps)), TrainingListener.SILENT);
        }

        Networks networks(TrainingPlan plan) {
            PatchSampler sampler =
                    new PatchSampler(
                            exemplars(),
                            plan.crops().patchPixels(),
                            plan.seed(),
                            plan.crops().mirroring(),
                            1);
            return new Networks(plan, ColourAxes.identity(3), CodedTextures.NONE, sampler);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEngineRendersAPublishedModel(Method method, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.safetensors");
        method.train(3).write(file);
        TextureModel model = TextureModel.read(file);
        int side = method == Method.DCGAN ? 64 : 100;
        byte[] java = picture(model, "java", new PixelRegion(0, 0, side, side));
        byte[] torch = picture(model, "torch", new PixelRegion(0, 0, side, side));
        assertThat(difference(java, torch)).isLessThanOrEqualTo(1);
        assertThat(IntStream.range(0, java.length).map(i -> java[i]).distinct().count())
                .isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource
    void aWindowAgreesWithTheWhole(Method method) throws IOException {
        TextureModel model = method.train(2);
        byte[] whole = picture(model, "torch", new PixelRegion(0, 0, 64, 64));
        byte[] window = picture(model, "java", new PixelRegion(5, 40, 30, 24));
        for (int y = 0; y < 24; y++) {
            byte[] row = Arrays.copyOfRange(window, y * 90, (y + 1) * 90);
            int from = ((y + 40) * 64 + 5) * 3;
            byte[] same = Arrays.copyOfRange(whole, from, from + 90);
            assertThat(difference(row, same)).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void networksStartWithThePublishedKernelsAndDeviations(Method method) {
        TrainingPlan plan = method.plan(2);
        try (Networks networks = method.networks(plan)) {
            Map<String, Tensor> generator = networks.generatorParameters.leaves().byName();
            generator.forEach(
                    (name, tensor) -> {
                        if (name.endsWith(".kernel")) {
                            boolean first = method == Method.DCGAN && name.startsWith("stages.0");
                            assertThat(tensor.size(2)).as(name).isEqualTo(first ? 1 : 5);
                            assertThat(deviation(tensor)).as(name).isCloseTo(0.02, within(3e-3));
                        }
                    });
            for (int layer = 0; layer < 5; layer++) {
                NamedTensors weights = networks.discriminatorParameters.leaves();
                Tensor weight = weights.get("layers." + layer + ".weight");
                boolean decision = method == Method.DCGAN && layer == 4;
                assertThat(weight.size(3)).isEqualTo(decision ? 4 : 5);
                boolean normalised = weights.find("layers." + layer + ".norm.weight") != null;
                assertThat(normalised).isEqualTo(layer > 0 && layer < 4);
            }
        }
    }

    /** A stage is the transposed convolution of stride two, with zeros beyond its input. */
    @Test
    void aStageIsATransposedConvolution() {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Tensor kernel = torch.randn(7, 4, 5, 5); // [out, in, 5, 5]
            Tensor x = torch.randn(2, 4, 6, 5);
            Tensor expected =
                    torch.conv_transpose2d(
                            x, kernel.transpose(0, 1), Tensors.none(), TWO, TWO, ONE, 1, ONE);
            Tensor weight = TransposedKernels.spread(kernel, TransposedKernels.spreading());
            Tensor actual =
                    torch.pixel_shuffle(
                            torch.conv2d(x, weight, Tensors.none(), ONE, ONE, ONE, 1), 2);
            assertThat(actual.sizes().vec().get()).isEqualTo(expected.sizes().vec().get());
            assertThat(actual.sub(expected).abs().max().item_float()).isLessThan(1e-4f);
        }
    }

    @Test
    void aPictureOfOneCellIsWhatTheNetworkMakesBetweenZeros() throws IOException {
        TextureModel model = Method.DCGAN.train(2);
        RegionPlan plan = RegionPlan.of(model.spec(), new PixelRegion(0, 0, 64, 64));
        List<float[]> noise = NoiseField.endless(model, 4).samples(plan.inputs());
        float[] rendered;
        try (Generator generator = Engines.named("java", model, 1)) {
            rendered = generator.generate(noise, plan);
        }
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            CellRegion cells = plan.cells();
            Tensor all = Tensors.of(noise.get(0), 1, 100, cells.height(), cells.width());
            Tensor x = all.narrow(2, -cells.top(), 1).narrow(3, -cells.left(), 1); // cell 0, 0
            for (int i = 0; i < model.spec().stages().size(); i++) {
                x = stage(model, i, x);
            }
            assertThat(Tensors.values(x.squeeze(0))).hasSameSizeAs(rendered);
            float[] expected = Tensors.values(x.squeeze(0));
            for (int i = 0; i < rendered.length; i++) {
                assertThat(rendered[i]).isCloseTo(expected[i], within(1e-3f));
            }
        }
    }

    private static Tensor stage(TextureModel model, int index, Tensor input) {
        Stage stage = model.spec().stages().get(index);
        String name = "stages." + index;
        long[] padding = {stage.margin(), stage.margin()};
        Weight bias = model.weights().asMap().get(name + ".bias");
        Tensor x =
                torch.conv2d(
                        input,
                        tensor(model, name + ".weight"),
                        bias == null
                                ? Tensors.none()
                                : Tensors.optional(tensor(model, name + ".bias")),
                        ONE,
                        padding,
                        ONE,
                        1);
        x = torch.pixel_shuffle(x, stage.scale());
        if (!stage.normalised()) {
            return torch.tanh(x);
        }
        return torch.relu(
                torch.batch_norm(
                        x,
                        Tensors.optional(tensor(model, name + ".norm.weight")),
                        Tensors.optional(tensor(model, name + ".norm.bias")),
                        Tensors.optional(tensor(model, name + ".norm.running_mean")),
                        Tensors.optional(tensor(model, name + ".norm.running_var")),
                        false,
                        0,
                        1e-5,
                        false));
    }

    private static Tensor tensor(TextureModel model, String name) {
        Weight weight = model.weights().get(name);
        return Tensors.of(weight.values(), Tensors.longs(weight.shape()));
    }

    @Test
    void cosinesHaveNoWeight() throws IOException {
        TextureModel model = Method.PSGAN.train(2);
        Weight weight = model.weights().get("stages.0.weight"); // [out 4, 30 + 6 + 6, 3, 3]
        assertThat(weight.shape()[1]).isEqualTo(42);
        for (int row = 0; row < weight.shape()[0]; row++) {
            for (int channel = 0; channel < 42; channel++) {
                int from = (row * 42 + channel) * 9;
                float[] taps = Arrays.copyOfRange(weight.values(), from, from + 9);
                float[] none = new float[9];
                if (channel < 36) {
                    assertThat(taps).isNotEqualTo(none);
                } else {
                    assertThat(taps).isEqualTo(none);
                }
            }
        }
    }

    @Test
    void aNetworkOfWavesIsTrainedFromAFixedStart() throws IOException {
        TextureModel young = Method.PSGAN_OF_SEVERAL.train(1);
        TextureModel older = Method.PSGAN_OF_SEVERAL.train(4);
        assertThat(older.weights().get("waves.base")).isEqualTo(young.weights().get("waves.base"));
        for (String name : List.of("waves.hidden.weight", "waves.out.weight", "waves.out.bias")) {
            assertThat(older.weights().get(name)).isNotEqualTo(young.weights().get(name));
        }
    }

    @Test
    void wavesOfOneTextureAreTrainedThemselves() throws IOException {
        assertThat(Method.PSGAN.train(4).weights().get("waves.base"))
                .isNotEqualTo(Method.PSGAN.train(1).weights().get("waves.base"));
    }

    @Test
    void theTwoStepsAreTakenOnDifferentFakes() {
        TrainingPlan plan = Method.SGAN.plan(2);
        try (Networks networks = Method.SGAN.networks(plan);
                PointerScope scope = new PointerScope()) {
            Tensor other = networks.generateOthers(0);
            assertThat(other.requires_grad()).isFalse();
            assertThat(networks.generate(0).sub(other).abs().max().item_float()).isPositive();
        }
    }

    @Test
    void weightDecayAddsTheGradientOfTheSquaresOfConvolutionsAlone() {
        TrainingPlan plan = Method.SGAN.plan(2);
        try (Networks networks = Method.SGAN.networks(plan);
                PointerScope scope = new PointerScope()) {
            Parameters parameters = networks.generatorParameters;
            parameters.clearGradients();
            parameters.decay(0.25);
            parameters
                    .leaves()
                    .byName()
                    .forEach(
                            (name, leaf) -> {
                                double factor = name.endsWith(".kernel") ? 0.5 : 0;
                                Tensor wanted = leaf.detach().mul(Tensors.scalar(factor));
                                float off = leaf.grad().sub(wanted).abs().max().item_float();
                                assertThat(off).as(name).isLessThan(1e-7f);
                            });
        }
    }

    private static double deviation(Tensor tensor) {
        return tensor.detach().std().item_float();
    }

    private static byte[] picture(TextureModel model, String engine, PixelRegion region) {
        try (TextureRenderer renderer =
                new TextureRenderer(
                        Engines.named(engine, model, 1), NoiseField.endless(model, 7))) {
            return renderer.render(region);
        }
    }

    private static int difference(byte[] a, byte[] b) {
        assertThat(a).hasSameSizeAs(b);
        return IntStream.range(0, a.length)
                .map(i -> Math.abs((a[i] & 255) - (b[i] & 255)))
                .max()
                .orElseThrow();
    }
}
