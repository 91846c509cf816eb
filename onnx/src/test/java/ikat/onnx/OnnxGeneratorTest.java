package ikat.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.render.GeneratorContract;
import ikat.render.GeneratorProvider;
import ikat.render.Models;
import ikat.render.RegionPlan;
import ikat.render.TextureRenderer;
import ikat.torch.render.TorchGenerator;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxGeneratorTest extends GeneratorContract {

    @Override
    protected Generator open(TextureModel model) {
        return new OnnxGenerator(model, 2);
    }

    @Test
    void comesAfterLibtorchAndBeforeThePlainEngine() {
        assertThat(Engines.available())
                .extracting(GeneratorProvider::name)
                .containsExactly("torch", "onnx", "java");
    }

    @ParameterizedTest
    @MethodSource("models")
    void agreesWithLibtorch(TextureModel model) {
        RegionPlan plan = RegionPlan.inBlocks(model.spec(), new PixelRegion(-37, 91, 200, 150));
        List<float[]> noise = NoiseField.endless(model, 1).samples(plan.inputs());
        try (Generator onnx = open(model);
                Generator torch = new TorchGenerator(model, 1)) {
            assertThat(largest(onnx.generate(noise, plan), torch.generate(noise, plan)))
                    .isLessThan(1e-4f);
        }
    }

    @Test
    void oneThreadAndSeveralGiveTheSameNumbers() {
        TextureModel model = Models.fineNoise();
        RegionPlan plan = RegionPlan.inBlocks(model.spec(), new PixelRegion(0, 0, 300, 200));
        List<float[]> noise = NoiseField.endless(model, 1).samples(plan.inputs());
        try (Generator two = open(model)) {
            assertThat(two.onOneThread().threads()).isOne();
            assertThat(two.onOneThread().generate(noise, plan))
                    .containsExactly(two.generate(noise, plan));
        }
    }

    @Test
    void aClosedEngineSaysSo() {
        TextureModel model = Models.local();
        RegionPlan plan = RegionPlan.of(model.spec(), new PixelRegion(0, 0, 8, 8));
        List<float[]> noise = NoiseField.endless(model, 1).samples(plan.inputs());
        Generator generator = open(model);
        generator.onOneThread().close(); // a view, whose close does nothing
        generator.generate(noise, plan);
        generator.close();
        assertThatThrownBy(() -> generator.generate(noise, plan))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the engine onnx was closed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void nativeMemoryStaysFlatOverThousandsOfFrames(int threads) {
        TextureModel model = Models.periodic();
        try (TextureRenderer renderer =
                new TextureRenderer(
                        new OnnxGenerator(model, threads), NoiseField.endless(model, 1))) {
            frames(renderer, 300);
            long resident = Pointer.physicalBytes();
            frames(renderer, 1000);
            assertThat(Pointer.physicalBytes() - resident).isLessThan(100 << 20);
        }
    }

    @Test
    void enginesThatAreClosedLeaveNoMemoryBehind() {
        TextureModel model = Models.periodic();
        openAndClose(model, 20);
        long resident = Pointer.physicalBytes();
        openAndClose(model, 100);
        assertThat(Pointer.physicalBytes() - resident).isLessThan(60 << 20);
    }

    private void openAndClose(TextureModel model, int times) {
        for (int i = 0; i < times; i++) {
            try (TextureRenderer renderer =
                    new TextureRenderer(open(model), NoiseField.endless(model, 1))) {
                frames(renderer, 1);
            }
        }
    }

    /** Of sizes that differ, so that nothing may be kept for each. */
    private static void frames(TextureRenderer renderer, int count) {
        for (int i = 0; i < count; i++) {
            renderer.render(new PixelRegion(i * 64L, 0, 40 + i % 31, 40 + i % 37));
        }
    }

    private static float largest(float[] a, float[] b) {
        assertThat(a).hasSameSizeAs(b);
        float largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
