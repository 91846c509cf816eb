package ikat.torch.train;

import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.Weight;
import ikat.torch.Tensors;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * How the weights of the generator's stages follow from what is trained. The last stages enlarge
 * smoothly ({@link SmoothEnlargement}); the ones before may make each pixel of a block in its own
 * way ({@link EvenEnlargement}), but for the first one of a model of one cell.
 */
public final class StageKernels implements AutoCloseable {

    private final ModelSpec spec;
    private final int smoothStages;
    private final SmoothEnlargement enlargement = new SmoothEnlargement();

    /** The kernels of a generator whose last stages enlarge smoothly, as many as said. */
    public StageKernels(ModelSpec spec, int smoothStages) {
        this.spec = spec;
        this.smoothStages = smoothStages;
    }

    /** Whether a stage enlarges smoothly. */
    boolean isSmooth(int stage) {
        return stage >= spec.stages().size() - smoothStages;
    }

    /** The weight {@code [out s², in, k, k]} of a stage. */
    public Tensor weight(int stage, NamedTensors trained) {
        Tensor kernel = trained.get(name(stage) + ".kernel");
        if (isSmooth(stage)) {
            return enlargement.weight(kernel);
        }
        Stage shape = spec.stages().get(stage);
        return shape.kernel() == 1 ? kernel : EvenEnlargement.weight(kernel, shape.scale());
    }

    /**
     * The bias {@code [out s²]} of a stage that is not normalised: the same for all pixels of a
     * block.
     */
    public Tensor bias(int stage, NamedTensors trained) {
        Stage shape = spec.stages().get(stage);
        return trained.get(name(stage) + ".bias")
                .repeat_interleave((long) shape.scale() * shape.scale());
    }

    /** What a model file holds of the convolutions, by the names there. */
    void describe(NamedTensors trained, Map<String, Weight> weights) {
        for (int i = 0; i < spec.stages().size(); i++) {
            weights.remove(name(i) + ".kernel");
            weights.put(name(i) + ".weight", Tensors.weight(weight(i, trained)));
            if (!spec.stages().get(i).normalised()) {
                weights.put(name(i) + ".bias", Tensors.weight(bias(i, trained)));
            }
        }
    }

    private static String name(int stage) {
        return "stages." + stage;
    }

    @Override
    public void close() {
        enlargement.close();
    }
}
