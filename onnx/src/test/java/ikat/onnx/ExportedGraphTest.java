package ikat.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ikat.graph.OnnxGraph;
import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.noise.WaveVectors;
import ikat.render.Generator;
import ikat.render.Models;
import ikat.render.RegionPlan;
import ikat.render.RegionPlan.Crop;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.torch.render.TorchGenerator;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what is exported as another program would, following the metadata's recipe. */
class ExportedGraphTest {

    private static final OrtEnvironment ENVIRONMENT = OnnxRuntime.get();

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("ikat.render.Models#all")
    void pixelsAreThoseOfLibtorch(TextureModel model) throws OrtException {
        for (PixelRegion region :
                new PixelRegion[] {
                    new PixelRegion(0, 0, 64, 48), new PixelRegion(-301, 517, 100, 131)
                }) {
            GlobalVector texture = Textures.of(model).random(3);
            NoiseField field =
                    new NoiseField(model, 7, new GlobalField.Constant(texture), Boundary.ENDLESS);
            RegionPlan plan = RegionPlan.inBlocks(model.spec(), region);
            List<float[]> noise = field.samples(plan.inputs());
            float[] pixels = exported(model, field, texture, noise, plan);
            try (Generator torch = new TorchGenerator(model, 1)) {
                float[] expected = torch.generate(noise, plan);
                assertThat(pixels).hasSameSizeAs(expected);
                for (int i = 0; i < pixels.length; i++) {
                    assertThat(Math.abs(pixels[i] - expected[i])).isLessThan(1e-4f);
                }
            }
        }
    }

    @Test
    void severalPicturesInOneRunAreEachOfTheirOwnTexture() throws OrtException {
        TextureModel model = Models.manifold();
        float[] noise = noise(model, 5);
        float[] first = {0.5f, -0.5f};
        float[] second = {-1, 0.25f};
        try (OrtSession session = ENVIRONMENT.createSession(OnnxGraph.exported(model).toBytes())) {
            float[] both = run(session, model, 2, twice(noise, noise), twice(first, second));
            float[] one = run(session, model, 1, noise, first);
            float[] other = run(session, model, 1, noise, second);
            assertThat(one).isNotEqualTo(other);
            assertThat(both).containsExactly(twice(one, other));
        }
    }

    private static float[] run(
            OrtSession session, TextureModel model, int count, float[] local, float[] textures)
            throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        inputs.put("local.0", tensor(local, count, local.length / 25 / count, 5, 5));
        inputs.put("texture", tensor(textures, count, 2));
        int waves = model.spec().noise().waves();
        inputs.put("phases", tensor(new float[count * waves], count, waves));
        try (OrtSession.Result result = session.run(inputs)) {
            FloatBuffer pixels = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] copy = new float[pixels.remaining()];
            pixels.get(copy);
            return copy;
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static float[] noise(TextureModel model, int side) {
        SplittableRandom random = new SplittableRandom(1);
        float[] noise = new float[model.spec().noise().localChannels() * side * side];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextDouble(-1, 1);
        }
        return noise;
    }

    private static float[] twice(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void theFileIsReadWithItsMetadata() throws Exception {
        Path file = folder.resolve("m.onnx");
        OnnxGraph.exported(Models.fineNoise()).write(file);
        try (OrtSession session = ENVIRONMENT.createSession(Files.readAllBytes(file))) {
            assertThat(session.getInputNames())
                    .containsExactlyInAnyOrder(
                            "local.0", "local.1", "local.2", "texture", "phases");
            assertThat(session.getMetadata().getCustomMetadata())
                    .containsKeys("noise", "textures", "spec", "provenance");
            assertThat(session.getMetadata().getProducerName()).isEqualTo("ikat");
        }
    }

    private static float[] exported(
            TextureModel model,
            NoiseField field,
            GlobalVector texture,
            List<float[]> noise,
            RegionPlan plan)
            throws OrtException {
        Map<String, OnnxTensor> inputs = inputs(model, field, texture, noise, plan);
        try (OrtSession session = ENVIRONMENT.createSession(OnnxGraph.exported(model).toBytes());
                OrtSession.Result result = session.run(inputs)) {
            OnnxTensor pixels = (OnnxTensor) result.get(0);
            return cut(pixels, plan.crops().get(plan.crops().size() - 1));
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static Map<String, OnnxTensor> inputs(
            TextureModel model,
            NoiseField field,
            GlobalVector texture,
            List<float[]> noise,
            RegionPlan plan)
            throws OrtException {
        ModelSpec spec = model.spec();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (int i = 0; i < spec.stages().size(); i++) {
            int channels = spec.noise().localInto(i);
            if (channels > 0) {
                int height = plan.inputs().get(i).height();
                int width = plan.inputs().get(i).width();
                float[] local = Arrays.copyOf(noise.get(i), channels * height * width);
                inputs.put("local." + i, tensor(local, 1, channels, height, width));
            }
        }
        if (spec.noise().globalChannels() > 0) {
            inputs.put("texture", tensor(texture.toArray(), 1, texture.size()));
        }
        WaveVectors waves = WaveVectors.of(spec, model.weights(), texture.toArray());
        float[] phases = new float[waves.count()];
        for (int wave = 0; wave < phases.length; wave++) {
            double there =
                    field.phase(wave)
                            + waves.x()[wave] * plan.cells().left()
                            + waves.y()[wave] * plan.cells().top();
            phases[wave] = (float) Math.IEEEremainder(there, 2 * Math.PI);
        }
        if (phases.length > 0) {
            inputs.put("phases", tensor(phases, 1, phases.length));
        }
        return inputs;
    }

    private static OnnxTensor tensor(float[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(values), shape);
    }

    private static float[] cut(OnnxTensor pixels, Crop crop) {
        long[] shape = pixels.getInfo().getShape();
        FloatBuffer values = pixels.getFloatBuffer();
        float[] cut = new float[(int) shape[1] * crop.height() * crop.width()];
        for (int c = 0; c < shape[1]; c++) {
            for (int y = 0; y < crop.height(); y++) {
                long from = (c * shape[2] + crop.top() + y) * shape[3] + crop.left();
                values.get((int) from, cut, (c * crop.height() + y) * crop.width(), crop.width());
            }
        }
        return cut;
    }
}
