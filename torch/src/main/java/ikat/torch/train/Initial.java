package ikat.torch.train;

import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.Stage;
import ikat.model.Weight;
import ikat.text.Checks;
import ikat.torch.Tensors;
import ikat.train.Frequency;
import ikat.train.Technique.Decision;
import ikat.train.Technique.WaveStart;
import ikat.train.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Starting values of all parameters, drawn from a seed (Radford et al. 2015: normal, deviation
 * 0.02).
 */
final class Initial {

    /** The codes of the textures, as the model file names them. */
    static final String CODES = "textures.codes";

    /** The discriminator's embeddings of the textures. */
    static final String EMBEDDINGS = "embeddings";

    private static final double DEVIATION = 0.02;
    private static final int EMBEDDED = 32;
    private static final double HIDDEN_BIAS = 0.5;
    private static final double EMBEDDING_DEVIATION = 0.3;

    private final SplittableRandom random;

    Initial(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The generator's convolutions and norms. */
    Map<String, Weight> generator(ModelSpec spec, StageKernels kernels) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (int i = 0; i < spec.stages().size(); i++) {
            Stage stage = spec.stages().get(i);
            String name = "stages." + i;
            weights.put(name + ".kernel", kernel(stage, i, kernels));
            if (stage.normalised()) {
                weights.put(name + ".norm.weight", normal(1, DEVIATION, stage.outChannels()));
                weights.put(name + ".norm.bias", constant(0, stage.outChannels()));
            } else {
                weights.put(name + ".bias", constant(0, stage.outChannels()));
            }
        }
        return weights;
    }

    private Weight kernel(Stage stage, int index, StageKernels kernels) {
        int in = kernels.inChannels(index);
        if (kernels.isTransposed(index)) {
            int side = TransposedKernels.KERNEL;
            return normal(0, DEVIATION, stage.outChannels(), in, side, side);
        }
        if (kernels.areFree()) {
            return normal(
                    0, DEVIATION, stage.convolvedChannels(), in, stage.kernel(), stage.kernel());
        }
        return kernels.isSmooth(index) ? kernel(stage, in) : shuffled(stage, in);
    }

    /**
     * The discriminator's convolutions and norms.
     *
     * @param codes of textures that are told apart
     */
    Map<String, Weight> discriminator(TrainingPlan plan, int colours, int codes) {
        List<Integer> channels = plan.shape().discriminatorChannels();
        Map<String, Weight> weights = new LinkedHashMap<>();
        int in = colours;
        for (int i = 0; i <= channels.size(); i++) {
            boolean last = i == channels.size();
            boolean whole = last && plan.technique().decision() == Decision.WHOLE;
            int side =
                    whole
                            ? plan.crops().patchPixels() >> channels.size()
                            : plan.technique().discriminatorKernel();
            int out = last ? 1 + (codes > 0 ? EMBEDDED : 0) : channels.get(i);
            weights.put("layers." + i + ".weight", normal(0, DEVIATION, out, in, side, side));
            if (i == 0 || last) {
                weights.put("layers." + i + ".bias", constant(0, out));
            } else {
                weights.put("layers." + i + ".norm.weight", normal(1, DEVIATION, out));
                weights.put("layers." + i + ".norm.bias", constant(0, out));
            }
            in = out;
        }
        if (codes > 0) {
            weights.put(EMBEDDINGS, normal(0, EMBEDDING_DEVIATION, codes, EMBEDDED));
        }
        return weights;
    }

    /** The codes of the textures, {@code [codes][G]}. */
    static Map<String, Weight> codes(float[][] starting) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        if (starting.length > 0) {
            int channels = starting[0].length;
            float[] values = new float[starting.length * channels];
            for (int i = 0; i < starting.length; i++) {
                System.arraycopy(starting[i], 0, values, i * channels, channels);
            }
            weights.put(CODES, new Weight(new int[] {starting.length, channels}, values));
        }
        return weights;
    }

    /** The wave vectors that all textures share, in radians per cell. */
    static Map<String, Weight> waves(TrainingPlan plan, ModelSpec spec) {
        int waves = spec.noise().waves();
        float[] base = new float[2 * waves];
        for (int w = 0; w < waves; w++) {
            Frequency frequency = plan.noise().waves().get(w);
            base[2 * w] = (float) (2 * Math.PI * frequency.x() * spec.cellPixels());
            base[2 * w + 1] = (float) (2 * Math.PI * frequency.y() * spec.cellPixels());
        }
        return waves == 0 ? Map.of() : Map.of("waves.base", new Weight(new int[] {waves, 2}, base));
    }

    /**
     * The network from global vectors to wave vectors. Its last layer starts near 0, or fitted so
     * that each code gives the wave vectors of its own picture.
     */
    static Map<String, Weight> waveNetwork(
            TrainingPlan plan, ModelSpec spec, Map<String, Weight> codes) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        int hidden = spec.waveHidden();
        int globals = spec.noise().globalChannels();
        int out = 2 * spec.noise().waves();
        if (hidden > 0) {
            Initial initial = new Initial(plan.seed() + 1);
            if (plan.technique().waveStart() == WaveStart.FIXED) {
                weights.put("waves.hidden.weight", initial.normal(0, DEVIATION, hidden, globals));
                weights.put("waves.hidden.bias", initial.constant(0, hidden));
                weights.put("waves.out.weight", initial.normal(0, DEVIATION, out, hidden));
                weights.put("waves.out.bias", initial.constant(0, out));
                return weights;
            }
            double fanIn = Math.sqrt(1.0 / globals);
            weights.put("waves.hidden.weight", initial.normal(0, fanIn, hidden, globals));
            weights.put("waves.hidden.bias", initial.normal(0, HIDDEN_BIAS, hidden));
            weights.put("waves.out.weight", initial.normal(0, 1e-3, out, hidden));
            weights.put("waves.out.bias", initial.constant(0, out));
        }
        if (!plan.codes().pictureWaves().isEmpty()) {
            WaveFit.fit(plan, spec, codes, weights);
        }
        return weights;
    }

    // The kernels that a pixel shuffle spreads over one block start equal, so that a stage enlarges
    // without a checkerboard at first (Aitken et al. 2017, arXiv 1707.02937).
    private Weight shuffled(Stage stage, int in) {
        int block = stage.scale() * stage.scale();
        Weight one = kernel(stage, in);
        int taps = one.values().length / stage.outChannels();
        float[] values = new float[one.values().length * block];
        for (int row = 0; row < stage.convolvedChannels(); row++) {
            System.arraycopy(one.values(), row / block * taps, values, row * taps, taps);
        }
        int[] shape = {stage.convolvedChannels(), in, stage.kernel(), stage.kernel()};
        return new Weight(shape, values);
    }

    private Weight kernel(Stage stage, int in) {
        return normal(0, DEVIATION, stage.outChannels(), in, stage.kernel(), stage.kernel());
    }

    private Weight normal(double mean, double deviation, int... shape) {
        float[] values = new float[size(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + deviation * random.nextGaussian());
        }
        return new Weight(shape, values);
    }

    private Weight constant(float value, int... shape) {
        float[] values = new float[size(shape)];
        Arrays.fill(values, value);
        return new Weight(shape, values);
    }

    private static int size(int... shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /**
     * Fits the last layer of the network from global vectors to wave vectors, so that each
     * picture's code gives the wave vectors found in that picture's own spectrum: ridge regression
     * on the random features of the hidden layer, {@code A = Fᵀ (F Fᵀ + λ I)⁻¹ Y}.
     */
    private static final class WaveFit {

        private static final double RIDGE = 1e-3;

        private WaveFit() {}

        static void fit(
                TrainingPlan plan,
                ModelSpec spec,
                Map<String, Weight> codes,
                Map<String, Weight> waves) {
            Weight table = codes.get(Initial.CODES);
            Weight base = Initial.waves(plan, spec).get("waves.base");
            if (table == null || base == null) {
                return;
            }
            List<Integer> rows = new ArrayList<>();
            List<Float> targets = new ArrayList<>();
            collect(plan, spec, base.values(), rows, targets);
            try (PointerScope scope = new PointerScope();
                    NoGradGuard guard = new NoGradGuard()) {
                Tensor all = tensor(table).matmul(tensor(waves, "waves.hidden.weight").t());
                Tensor features = torch.relu(all.add(tensor(waves, "waves.hidden.bias")));
                Tensor chosen = features.index_select(0, Tensors.indices(rows)); // [n, H]
                Tensor gram = chosen.matmul(chosen.t());
                Tensor ridge = torch.eye(rows.size()).mul(Tensors.scalar(RIDGE));
                Tensor wanted =
                        Tensors.of(Tensors.floats(targets), rows.size(), base.values().length);
                Tensor fitted = chosen.t().matmul(torch.linalg_solve(gram.add(ridge), wanted));
                waves.put("waves.out.weight", Tensors.weight(fitted.t())); // [2W, H]
            }
        }

        /** The codes of each picture that has waves, and how far these are from the common ones. */
        private static void collect(
                TrainingPlan plan,
                ModelSpec spec,
                float[] base,
                List<Integer> rows,
                List<Float> targets) {
            int row = 0;
            for (int i = 0;
                    i < spec.textures().size() && i < plan.codes().pictureWaves().size();
                    i++) {
                List<Frequency> own = plan.codes().pictureWaves().get(i);
                NamedTexture texture = spec.textures().get(i);
                for (int code = 0; code < texture.codes() && !own.isEmpty(); code++) {
                    rows.add(row + code);
                    for (int w = 0; w < own.size(); w++) {
                        double turn = 2 * Math.PI * spec.cellPixels();
                        targets.add((float) (turn * own.get(w).x() - base[2 * w]));
                        targets.add((float) (turn * own.get(w).y() - base[2 * w + 1]));
                    }
                }
                row += texture.codes();
            }
        }

        private static Tensor tensor(Map<String, Weight> weights, String name) {
            return tensor(Checks.present("the weight " + name, weights.get(name)));
        }

        private static Tensor tensor(Weight weight) {
            return Tensors.of(weight.values(), Tensors.longs(weight.shape()));
        }
    }
}
