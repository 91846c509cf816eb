package ikat.torch.train;

import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.model.Weight;
import ikat.torch.Tensors;
import ikat.train.Technique.Upsampling;
import ikat.train.Technique.Waveform;
import ikat.train.TrainingPlan;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The weights of the generator's stages, computed from what is trained. The last stages enlarge
 * smoothly ({@link #smooth}); the ones before may make each pixel of a block in its own way ({@link
 * #even}), but for the first one of a model of one cell.
 */
public final class StageKernels implements AutoCloseable {

    /**
     * {@code PHASES[phase][tap of the small input][tap of the enlarged input]}, along one axis:
     * pixel {@code 2i} of the enlarged input is {@code (x[i-1] + 3 x[i]) / 4} and pixel {@code 2i +
     * 1} is {@code (3 x[i] + x[i+1]) / 4}.
     */
    private static final double[][][] PHASES = {
        {{0.75, 0.25, 0}, {0.25, 0.75, 0.75}, {0, 0, 0.25}},
        {{0.25, 0, 0}, {0.75, 0.75, 0.25}, {0, 0.25, 0.75}}
    };

    private static final int TAPS = 9;
    private static final int BLOCK = 4;

    private final ModelSpec spec;
    private final int smoothStages;
    private final Upsampling upsampling;
    private final Waveform waveform;
    private final Tensor smoothing = smoothing();
    private final Tensor spreading = TransposedKernels.spreading();

    /** The kernels of a generator as a plan wants them. */
    public StageKernels(ModelSpec spec, TrainingPlan plan) {
        this.spec = spec;
        this.smoothStages = plan.shape().smoothStages();
        this.upsampling = plan.technique().upsampling();
        this.waveform = plan.technique().waveform();
    }

    /** Whether a stage is a transposed convolution: all that double the side, if any are. */
    boolean isTransposed(int stage) {
        Stage shape = spec.stages().get(stage);
        return upsampling == Upsampling.TRANSPOSED && shape.scale() == 2 && shape.kernel() > 1;
    }

    /** Whether the pixels of a block have nothing in common at the start. */
    boolean areFree() {
        return upsampling == Upsampling.TRANSPOSED;
    }

    /** Channels that a stage is trained with: those of cosines have none without them. */
    int inChannels(int stage) {
        return spec.stages().get(stage).inChannels() - cosines(stage);
    }

    private int cosines(int stage) {
        boolean absent = waveform == Waveform.SINE && spec.noise().waveStages().contains(stage);
        return absent ? spec.noise().turns() : 0;
    }

    /** Whether a stage enlarges smoothly. */
    boolean isSmooth(int stage) {
        return stage >= spec.stages().size() - smoothStages;
    }

    /** The weight {@code [out s², in, k, k]} of a stage. */
    public Tensor weight(int stage, NamedTensors trained) {
        Tensor kernel = trained.get(name(stage) + ".kernel");
        if (isTransposed(stage)) {
            return TransposedKernels.spread(kernel, spreading);
        }
        if (isSmooth(stage)) {
            return smooth(kernel, smoothing);
        }
        Stage shape = spec.stages().get(stage);
        return shape.kernel() == 1 ? kernel : even(kernel, shape.scale());
    }

    /** The weight of a stage with zeros for what it was not trained with. */
    private Tensor whole(int stage, NamedTensors trained) {
        Tensor weight = weight(stage, trained);
        return cosines(stage) == 0
                ? weight
                : torch.constant_pad_nd(
                        weight, new long[] {0, 0, 0, 0, 0, cosines(stage)}, Tensors.scalar(0));
    }

    /**
     * Kernels {@code [out, in, 3, 3]} that work on the input enlarged twice, bilinearly, as weights
     * {@code [4 out, in, 3, 3]} of the stage. Both steps are linear, so together they are one 3x3
     * convolution of the small input for each pixel of a 2x2 block, which is what a stage computes.
     * A stage then treats all pixels of a block alike, and a checkerboard has no weights to hide in
     * (Odena et al. 2016).
     *
     * @param smoothing the table of {@link #smoothing}
     */
    static Tensor smooth(Tensor kernel, Tensor smoothing) {
        long out = kernel.size(0);
        long in = kernel.size(1);
        Tensor taps = kernel.view(out * in, TAPS).matmul(smoothing); // [out in, 4 9]
        return taps.view(out, in, BLOCK, TAPS).transpose(1, 2).reshape(out * BLOCK, in, 3, 3);
    }

    /** The weights {@code [9, 4 9]} of the taps of the small input, by tap of the enlarged one. */
    static Tensor smoothing() {
        float[] table = new float[TAPS * BLOCK * TAPS];
        for (int large = 0; large < TAPS; large++) {
            for (int block = 0; block < BLOCK; block++) {
                for (int small = 0; small < TAPS; small++) {
                    double down = PHASES[block / 2][small / 3][large / 3];
                    double across = PHASES[block % 2][small % 3][large % 3];
                    table[(large * BLOCK + block) * TAPS + small] = (float) (down * across);
                }
            }
        }
        return Tensors.of(table, TAPS, BLOCK * TAPS);
    }

    /**
     * Trained kernels as weights, both {@code [out s², in, k, k]}. Each pixel of a block may be
     * made in its own way, but none may be brighter than its neighbours for no reason: in each
     * kernel's place its weights over an input channel sum up to the mean over the block. So an
     * even input gives an even output, and the mean of a noise cannot draw the grid of the strides
     * (Odena et al. 2016; Aitken et al. 2017 start so, but do not stay so).
     *
     * @param scale the stage's enlargement s
     */
    static Tensor even(Tensor kernel, int scale) {
        long block = (long) scale * scale;
        long in = kernel.size(1);
        Tensor each = kernel.view(kernel.size(0) / block, block, in, -1); // [out, s², in, k k]
        Tensor mean = each.mean(3); // [out, s², in]
        Tensor excess = mean.sub(mean.mean(1).unsqueeze(1));
        return each.sub(excess.unsqueeze(3)).view(kernel.size(0), in, kernel.size(2), -1);
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
            weights.put(name(i) + ".weight", Tensors.weight(whole(i, trained)));
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
        smoothing.close();
        spreading.close();
    }
}
