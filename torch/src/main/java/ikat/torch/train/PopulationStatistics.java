package ikat.torch.train;

import ikat.model.ModelSpec;
import ikat.model.Weight;
import ikat.torch.Tensors;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Mean and variance of the input of each batch norm of the generator, over many batches. Rendering
 * uses them instead of a batch's own, so that no pixel depends on what else is in the picture.
 */
final class PopulationStatistics {

    private final ModelSpec spec;
    private final double[][] sums;
    private final double[][] squares;
    private int batches;

    PopulationStatistics(ModelSpec spec) {
        this.spec = spec;
        int stages = spec.stages().size();
        this.sums = new double[stages][];
        this.squares = new double[stages][];
        for (int i = 0; i < stages; i++) {
            sums[i] = new double[spec.stages().get(i).outChannels()];
            squares[i] = new double[spec.stages().get(i).outChannels()];
        }
    }

    /** Adds the input {@code [N, C, h, w]} of the batch norm of a stage. */
    void add(int stage, Tensor input) {
        if (stage == 0) {
            batches++;
        }
        float[] mean = Tensors.values(input.mean(0, 2, 3));
        float[] square = Tensors.values(input.square().mean(0, 2, 3));
        for (int c = 0; c < mean.length; c++) {
            sums[stage][c] += mean[c];
            squares[stage][c] += square[c];
        }
    }

    /** The running means and variances under the names of the model file. */
    Map<String, Weight> weights() {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            if (spec.stages().get(i).normalised()) {
                float[] mean = new float[sums[i].length];
                float[] variance = new float[sums[i].length];
                for (int c = 0; c < mean.length; c++) {
                    double average = sums[i][c] / batches;
                    mean[c] = (float) average;
                    variance[c] = (float) Math.max(0, squares[i][c] / batches - average * average);
                }
                int[] shape = {mean.length};
                weights.put("stages." + i + ".norm.running_mean", new Weight(shape, mean));
                weights.put("stages." + i + ".norm.running_var", new Weight(shape, variance));
            }
        }
        return weights;
    }
}
