package ikat.lab.gram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.model.Safetensors;
import ikat.model.Weight;
import ikat.torch.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The network at its real size, with made-up weights, against {@link VggEquations}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Vgg19EquationsTest {

    private static final int[] WIDTHS = {64, 64, 128, 128, 256, 256, 256, 256, 512, 512, 512, 512};
    private static final int[] INDICES = {0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25};
    private static final int WIDTH = 20;
    private static final int HEIGHT = 16;

    private @TempDir static Path folder;
    private Vgg19Weights weights;
    private List<VggEquations.Maps> ofWeave;
    private List<VggEquations.Maps> ofNoise;

    @BeforeAll
    void compute() throws IOException {
        Path file = folder.resolve("vgg19.safetensors");
        new Safetensors(network(WIDTHS), Map.of()).write(file);
        weights = Vgg19Weights.read(file);
        ofWeave = VggEquations.maps(weights, planes(weave()));
        ofNoise = VggEquations.maps(weights, planes(noise()));
    }

    @Test
    void allTwelveConvolutionsHaveTheirPublishedShapes() {
        int in = 3;
        for (int i = 0; i < WIDTHS.length; i++) {
            assertThat(weights.layers().get(i).weight().shape())
                    .containsExactly(WIDTHS[i], in, 3, 3);
            in = WIDTHS[i];
        }
        assertThat(weights.layers())
                .extracting(Vgg19Weights.Layer::block)
                .containsExactly(0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
    }

    @Test
    void everyMapUsedIsThatOfTheEquations() {
        int[][] sizes = {{64, 16, 20}, {64, 8, 10}, {128, 4, 5}, {256, 2, 2}, {512, 1, 1}};
        try (PointerScope scope = new PointerScope();
                Vgg19 network = new Vgg19(weights, 2)) {
            List<Tensor> maps = network.maps(tensor(weave()));
            assertThat(maps).hasSize(5);
            for (int layer = 0; layer < 5; layer++) {
                Tensor map = maps.get(layer);
                int[] size = sizes[layer];
                assertThat(new long[] {map.size(0), map.size(1), map.size(2), map.size(3)})
                        .containsExactly(1, size[0], size[1], size[2]);
                VggEquations.Maps wanted = ofWeave.get(layer);
                float[] found = Tensors.values(map);
                for (int i = 0; i < found.length; i++) {
                    int place = i % (size[1] * size[2]);
                    double value =
                            wanted.values()[i / (size[1] * size[2])][place / size[2]][
                                    place % size[2]];
                    assertThat((double) found[i]).isCloseTo(value, within(1e-4 * (1 + value)));
                }
            }
        }
    }

    @Test
    void aGramMatrixIsTheMeanOverThePositions() {
        try (PointerScope scope = new PointerScope();
                Vgg19 network = new Vgg19(weights, 2)) {
            List<Tensor> maps = network.maps(tensor(weave()));
            for (int layer = 0; layer < 5; layer++) {
                double[][] wanted = VggEquations.gram(ofWeave.get(layer));
                float[] found = Tensors.values(Vgg19.gram(maps.get(layer)));
                assertThat(found).hasSize(wanted.length * wanted.length);
                for (int i = 0; i < found.length; i++) {
                    double value = wanted[i / wanted.length][i % wanted.length];
                    assertThat((double) found[i]).isCloseTo(value, within(1e-4 * (1 + value)));
                }
            }
        }
    }

    @Test
    void theLossIsThatOfTheEquations() {
        double wanted = VggEquations.loss(ofNoise, ofWeave);
        try (PointerScope scope = new PointerScope();
                Vgg19 network = new Vgg19(weights, 2);
                GramLoss loss = new GramLoss(network, tensor(weave()))) {
            double found = loss.at(tensor(noise()), torch.zeros(1, 3, HEIGHT, WIDTH));
            assertThat(wanted).isGreaterThan(0.01);
            assertThat(found / wanted).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() throws IOException {
        int[] narrow = new int[12];
        java.util.Arrays.fill(narrow, 6);
        Path file = folder.resolve("narrow.safetensors");
        new Safetensors(network(narrow), Map.of()).write(file);
        try (PointerScope scope = new PointerScope();
                Vgg19 network = new Vgg19(Vgg19Weights.read(file), 1);
                GramLoss loss = new GramLoss(network, tensor(weave()))) {
            Tensor gradient = torch.zeros(1, 3, HEIGHT, WIDTH);
            loss.at(tensor(noise()), gradient);
            float[] slope = Tensors.values(gradient);
            Vgg19Weights exact = Vgg19Weights.read(file);
            List<VggEquations.Maps> wanted = VggEquations.maps(exact, planes(weave()));
            for (int pixel = 5; pixel < slope.length; pixel += 97) {
                double expected =
                        (moved(exact, wanted, pixel, 1e-6) - moved(exact, wanted, pixel, -1e-6))
                                / 2e-6;
                assertThat((double) slope[pixel])
                        .isCloseTo(expected, within(1e-6 + 0.002 * Math.abs(expected)));
            }
        }
    }

    /** The loss by the equations after one value of the noise has moved. */
    private static double moved(
            Vgg19Weights weights, List<VggEquations.Maps> wanted, int pixel, double step) {
        double[][][] planes = planes(noise());
        planes[pixel / (WIDTH * HEIGHT)][pixel / WIDTH % HEIGHT][pixel % WIDTH] += step;
        return VggEquations.loss(VggEquations.maps(weights, planes), wanted);
    }

    private static Exemplar weave() {
        return Pictures.weave(3, WIDTH).crop(0, 0, WIDTH, HEIGHT);
    }

    private static Exemplar noise() {
        SplittableRandom random = new SplittableRandom(4);
        float[] noise = new float[3 * WIDTH * HEIGHT];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextDouble(-0.8, 0.8);
        }
        return Exemplar.made("noise.png", 3, WIDTH, HEIGHT, noise);
    }

    private static Tensor tensor(Exemplar picture) {
        return Tensors.of(picture.pixels(), 1, 3, HEIGHT, WIDTH);
    }

    private static double[][][] planes(Exemplar picture) {
        double[][][] planes = new double[3][HEIGHT][WIDTH];
        for (int i = 0; i < picture.pixels().length; i++) {
            planes[i / (WIDTH * HEIGHT)][i / WIDTH % HEIGHT][i % WIDTH] = picture.pixels()[i];
        }
        return planes;
    }

    /** Weights that keep the variance of a rectified layer (He et al. 2015), small biases. */
    private static Map<String, Weight> network(int[] widths) {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Weight> tensors = new LinkedHashMap<>();
        int in = 3;
        for (int i = 0; i < widths.length; i++) {
            float[] values = new float[widths[i] * in * 9];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) (random.nextGaussian() * Math.sqrt(2.0 / (9 * in)));
            }
            float[] biases = new float[widths[i]];
            for (int k = 0; k < biases.length; k++) {
                biases[k] = (float) random.nextDouble(-0.1, 0.1);
            }
            String name = "features." + INDICES[i];
            tensors.put(name + ".weight", new Weight(new int[] {widths[i], in, 3, 3}, values));
            tensors.put(name + ".bias", new Weight(new int[] {widths[i]}, biases));
            in = widths[i];
        }
        return tensors;
    }
}
