package ikat.lab.gram;

import ikat.model.ModelFormatException;
import ikat.model.Safetensors;
import ikat.model.Weight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weights of the first twelve convolutions of VGG-19 (Simonyan and Zisserman 2015, arXiv 1409.1556,
 * configuration E), up to the fourth pooling layer.
 *
 * @param layers in order from the input
 */
public record Vgg19Weights(List<Layer> layers) {

    /**
     * Weights of one convolution.
     *
     * @param block 0 to 3; each block except the first follows a pooling layer
     * @param weight {@code [out, in, 3, 3]}
     * @param bias {@code [out]}
     */
    record Layer(int block, Weight weight, Weight bias) {}

    /** Number of convolutions in each block. */
    private static final int[] BLOCKS = {2, 2, 4, 4};

    private static final int COLOURS = 3;

    /**
     * Reads a safetensors file whose tensors are named as in torchvision's state dict: {@code
     * features.0.weight}, {@code features.0.bias} and so on to {@code features.25}; others are
     * ignored. The numbers of channels are taken from the file.
     *
     * @throws ModelFormatException if the file is not a safetensors file, or a tensor is missing or
     *     has another shape
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    public static Vgg19Weights read(Path file) throws IOException {
        Map<String, Weight> tensors = Safetensors.read(file).tensors();
        List<Layer> layers = new ArrayList<>();
        int index = 0;
        int in = COLOURS;
        for (int block = 0; block < BLOCKS.length; block++) {
            for (int i = 0; i < BLOCKS[block]; i++) {
                String name = "features." + index;
                Weight weight = weight(file, name + ".weight", tensors, in);
                int out = weight.shape()[0];
                layers.add(new Layer(block, weight, bias(file, name + ".bias", tensors, out)));
                in = out;
                index += 2; // ReLU layers are numbered too
            }
            index++; // and so are pooling layers
        }
        return new Vgg19Weights(layers);
    }

    private static Weight weight(Path file, String name, Map<String, Weight> tensors, int in)
            throws ModelFormatException {
        Weight weight = finite(file, name, tensors.get(name));
        int[] shape = weight.shape();
        boolean fits = shape.length == 4 && shape[0] > 0 && shape[1] == in;
        if (!fits || shape[2] != 3 || shape[3] != 3) {
            throw misshaped(file, name, weight, "[out, " + in + ", 3, 3]");
        }
        return weight;
    }

    private static Weight bias(Path file, String name, Map<String, Weight> tensors, int out)
            throws ModelFormatException {
        Weight bias = finite(file, name, tensors.get(name));
        if (!Arrays.equals(bias.shape(), new int[] {out})) {
            throw misshaped(file, name, bias, "[" + out + "]");
        }
        return bias;
    }

    private static Weight finite(Path file, String name, @Nullable Weight weight)
            throws ModelFormatException {
        if (weight == null) {
            throw new ModelFormatException(
                    file
                            + ": the tensor "
                            + name
                            + " is missing; needed are the weights of VGG-19 as torchvision names"
                            + " them, features.0 to features.25");
        }
        for (float value : weight.values()) {
            if (!Float.isFinite(value)) {
                throw new ModelFormatException(
                        file + ": the tensor " + name + " holds " + value + ", but must be finite");
            }
        }
        return weight;
    }

    private static ModelFormatException misshaped(
            Path file, String name, Weight weight, String wanted) {
        return new ModelFormatException(
                file
                        + ": the tensor "
                        + name
                        + " has the shape "
                        + Arrays.toString(weight.shape())
                        + ", but must have "
                        + wanted);
    }
}
