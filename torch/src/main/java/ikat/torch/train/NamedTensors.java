package ikat.torch.train;

import ikat.render.FoldedStage;
import ikat.text.Checks;
import ikat.torch.Tensors;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Tensors by the names of the model file.
 *
 * @param byName in the order of the file
 */
public record NamedTensors(Map<String, Tensor> byName) {

    /** The tensor of a name, which must be there. */
    public Tensor get(String name) {
        return Checks.present("the tensor " + name, byName.get(name));
    }

    /** These tensors and others. */
    NamedTensors and(NamedTensors others) {
        Map<String, Tensor> both = new LinkedHashMap<>(byName);
        both.putAll(others.byName);
        return new NamedTensors(both);
    }

    /** The tensor of a name, or null where there is none. */
    public @Nullable Tensor find(String name) {
        return byName.get(name);
    }

    /**
     * Batch norm of a layer, with the statistics of the batch itself (Ioffe and Szegedy 2015,
     * algorithm 1). Its weight and bias are {@code layer.norm.weight} and {@code layer.norm.bias}.
     */
    public Tensor normalise(String layer, Tensor x) {
        return torch.batch_norm(
                x,
                Tensors.optional(get(layer + ".norm.weight")),
                Tensors.optional(get(layer + ".norm.bias")),
                Tensors.none(),
                Tensors.none(),
                true,
                0,
                FoldedStage.EPSILON,
                false);
    }
}
