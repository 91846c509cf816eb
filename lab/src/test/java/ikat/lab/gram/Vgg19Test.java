package ikat.lab.gram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Exemplar;
import ikat.lab.gram.GramMethod.Resolutions;
import ikat.lab.method.LearnedTexture;
import ikat.model.ModelFormatException;
import ikat.model.Safetensors;
import ikat.model.Weight;
import ikat.torch.Tensors;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Vgg19Test {

    private static final int[] INDICES = {0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25};

    @TempDir private Path folder;

    @Test
    void aPictureIsOptimisedWithTheNetworkOfAFile() throws IOException {
        Resolutions few = new Resolutions(32, 8, 1, 8);
        Vgg19Weights weights = Vgg19Weights.read(written(network()));
        GramMethod method =
                new GramMethod("gatys", "G", "s", few, (e, threads) -> new Vgg19(weights, threads));
        Exemplar grey = Pictures.weave(1, 48);
        try (LearnedTexture texture =
                method.learn(grey, Pictures.effort(Duration.ofSeconds(1)), 1)) {
            Exemplar made = texture.make(40, 48, 2);
            assertThat(made.channels()).isEqualTo(1);
            assertThat(made.width()).isEqualTo(40);
            assertThat(texture.make(40, 48, 2).pixels()).isEqualTo(made.pixels());
        }
    }

    @Test
    void fiveLayersAreReadAndTheirLossFalls() throws IOException {
        Vgg19Weights weights = Vgg19Weights.read(written(network()));
        Exemplar weave = Pictures.weave(3, 32);
        try (PointerScope scope = new PointerScope();
                Vgg19 network = new Vgg19(weights, 2)) {
            Tensor exemplar = Tensors.of(weave.pixels(), 1, 3, 32, 32);
            assertThat(network.terms(exemplar).get(0).layers()).isEqualTo(5);
            GramLoss loss = new GramLoss(network, exemplar);
            assertThat(loss.at(exemplar, torch.zeros(1, 3, 32, 32))).isLessThan(1e-8);
            try (Lbfgs optimiser = new Lbfgs(loss::at, torch.zeros(1, 3, 32, 32), 1)) {
                double first = optimiser.value();
                for (int i = 0; i < 10; i++) {
                    optimiser.step();
                }
                assertThat(optimiser.value()).isLessThan(first / 2);
            }
            loss.close();
        }
    }

    @Test
    void theMethodSaysWhereItComesFrom() throws IOException {
        assertThat(GramMethod.gatys(written(network())).name()).isEqualTo("gatys");
        assertThat(GramMethod.randomFilters().name()).isEqualTo("filters");
    }

    @Test
    void aMissingTensorIsNamed() throws IOException {
        Map<String, Weight> tensors = network();
        tensors.remove("features.19.bias");
        Path file = written(tensors);
        assertThatThrownBy(() -> GramMethod.gatys(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("vgg.safetensors: the tensor features.19.bias is missing");
    }

    @Test
    void aMisshapedTensorIsNamedWithWhatItShouldBe() throws IOException {
        Map<String, Weight> tensors = network();
        tensors.put("features.5.weight", new Weight(new int[] {4, 2, 3, 3}, new float[72]));
        Path file = written(tensors);
        assertThatThrownBy(() -> GramMethod.gatys(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("features.5.weight has the shape [4, 2, 3, 3]")
                .hasMessageContaining("must have [out, 4, 3, 3]");
        tensors.putAll(network());
        tensors.put("features.2.bias", new Weight(new int[] {1}, new float[1]));
        Path other = written(tensors);
        assertThatThrownBy(() -> GramMethod.gatys(other))
                .hasMessageContaining("features.2.bias has the shape [1], but must have [4]");
    }

    @Test
    void aTensorThatIsNotFiniteIsRefused() throws IOException {
        Map<String, Weight> tensors = network();
        float[] values = {0, Float.NaN, 0, 0};
        tensors.put("features.0.bias", new Weight(new int[] {4}, values));
        Path file = written(tensors);
        assertThatThrownBy(() -> GramMethod.gatys(file))
                .hasMessageContaining("features.0.bias holds NaN, but must be finite");
    }

    @Test
    void aFileThatIsNotThereIsMissed() {
        assertThatThrownBy(() -> GramMethod.gatys(folder.resolve("none.safetensors")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private Path written(Map<String, Weight> tensors) throws IOException {
        Path file = folder.resolve("vgg.safetensors");
        new Safetensors(tensors, Map.of()).write(file);
        return file;
    }

    /** Four channels in every layer; the classifier's tensors are of no interest. */
    private static Map<String, Weight> network() {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Weight> tensors = new LinkedHashMap<>();
        int in = 3;
        for (int index : INDICES) {
            float[] values = new float[4 * in * 9];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / (9 * in)));
            }
            tensors.put(
                    "features." + index + ".weight", new Weight(new int[] {4, in, 3, 3}, values));
            tensors.put("features." + index + ".bias", new Weight(new int[] {4}, new float[4]));
            in = 4;
        }
        tensors.put("classifier.0.bias", new Weight(new int[] {2}, new float[2]));
        return tensors;
    }
}
