package ikat.torch.train;

import ikat.model.Weight;
import ikat.torch.Tensors;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * The parameters of one network and their optimiser, Adam (Kingma and Ba 2015, algorithm 1), laid
 * out in flat tensors: each named parameter is a window into them, so that a step, an average or a
 * checkpoint is a handful of operations however many layers there are.
 */
public final class Parameters implements AutoCloseable {

    private static final double SECOND_MOMENT_DECAY = 0.999;
    private static final double EPSILON = 1e-8;
    private static final int CONVOLUTION = 4; // dimensions of its weight

    private final Map<String, Tensor> leaves = new LinkedHashMap<>();
    private final Map<String, Tensor> averages = new LinkedHashMap<>();
    private final Tensor values;
    private final Tensor gradients;
    private final Tensor firstMoment;
    private final Tensor secondMoment;
    private final Tensor average;

    /** Lays out parameters with starting values. */
    Parameters(Map<String, Weight> initial) {
        this.values = Tensors.of(joined(initial), count(initial));
        this.gradients = Tensors.zeros(count(initial));
        this.firstMoment = Tensors.zeros(count(initial));
        this.secondMoment = Tensors.zeros(count(initial));
        this.average = values.clone();
        long at = 0;
        for (Map.Entry<String, Weight> entry : initial.entrySet()) {
            long size = entry.getValue().values().length;
            long[] shape = Tensors.longs(entry.getValue().shape());
            Tensor leaf = values.narrow(0, at, size).view(shape).detach();
            leaf.set_requires_grad(true);
            leaf.mutable_grad().put(gradients.narrow(0, at, size).view(shape));
            leaves.put(entry.getKey(), leaf);
            averages.put(entry.getKey(), average.narrow(0, at, size).view(shape));
            at += size;
        }
    }

    /** The trained tensors by name. */
    public NamedTensors leaves() {
        return new NamedTensors(leaves);
    }

    /** The moving averages by name. */
    NamedTensors averages() {
        return new NamedTensors(averages);
    }

    /** Whether backward passes accumulate gradients here. */
    void setTrained(boolean trained) {
        leaves.values().forEach(leaf -> leaf.set_requires_grad(trained));
    }

    void clearGradients() {
        gradients.zero_();
    }

    /**
     * Adds to the gradients those of the squared weights of all convolutions.
     *
     * @param factor of the sum of the squares
     */
    void decay(double factor) {
        if (factor == 0) {
            return;
        }
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            for (Tensor leaf : leaves.values()) {
                if (leaf.dim() == CONVOLUTION) {
                    leaf.grad().add_(leaf, Tensors.scalar(2 * factor));
                }
            }
        }
    }

    /**
     * Takes one step of Adam.
     *
     * @param step counted from 1
     */
    void step(long step, double rate, double momentum) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            firstMoment.lerp_(gradients, Tensors.scalar(1 - momentum));
            secondMoment.mul_(Tensors.scalar(SECOND_MOMENT_DECAY));
            secondMoment.addcmul_(gradients, gradients, Tensors.scalar(1 - SECOND_MOMENT_DECAY));
            double firstBias = 1 - Math.pow(momentum, step);
            double secondBias = 1 - Math.pow(SECOND_MOMENT_DECAY, step);
            Tensor spread = secondMoment.sqrt().div_(Tensors.scalar(Math.sqrt(secondBias)));
            spread.add_(Tensors.scalar(EPSILON));
            values.addcdiv_(firstMoment, spread, Tensors.scalar(-rate / firstBias));
        }
    }

    /** Clamps all values to {@code [-bound, bound]}. */
    void clamp(double bound) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            values.clamp_(Tensors.bound(-bound), Tensors.bound(bound));
        }
    }

    /** Moves the average towards the present values. */
    void average(double decay) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            average.lerp_(values, Tensors.scalar(1 - decay));
        }
    }

    /** The averaged parameters as arrays. */
    Map<String, Weight> averagedWeights() {
        Map<String, Weight> weights = new LinkedHashMap<>();
        averages.forEach((name, tensor) -> weights.put(name, Tensors.weight(tensor)));
        return weights;
    }

    /** Everything that a resumed training needs: values, moments, average, each a flat array. */
    Map<String, Weight> state(String prefix) {
        Map<String, Weight> state = new LinkedHashMap<>();
        flat().forEach(
                        (name, tensor) -> {
                            float[] copy = Tensors.values(tensor);
                            state.put(prefix + name, new Weight(new int[] {copy.length}, copy));
                        });
        return state;
    }

    /** Restores a state. */
    void restore(String prefix, Map<String, Weight> state) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            flat().forEach(
                            (name, tensor) -> {
                                Weight kept = state.get(prefix + name);
                                if (kept == null || kept.values().length != tensor.numel()) {
                                    throw new IllegalArgumentException(
                                            "the state %s%s is missing or has another size"
                                                    .formatted(prefix, name));
                                }
                                tensor.copy_(Tensors.of(kept.values(), kept.values().length));
                            });
        }
    }

    private Map<String, Tensor> flat() {
        Map<String, Tensor> flat = new LinkedHashMap<>();
        flat.put("values", values);
        flat.put("first_moment", firstMoment);
        flat.put("second_moment", secondMoment);
        flat.put("average", average);
        return flat;
    }

    @Override
    public void close() {
        leaves.values().forEach(Tensor::close);
        averages.values().forEach(Tensor::close);
        flat().values().forEach(Tensor::close);
        gradients.close();
    }

    private static int count(Map<String, Weight> weights) {
        return weights.values().stream().mapToInt(w -> w.values().length).sum();
    }

    private static float[] joined(Map<String, Weight> weights) {
        FloatBuffer joined = FloatBuffer.allocate(count(weights));
        weights.values().forEach(weight -> joined.put(weight.values()));
        return joined.array();
    }
}
