package ikat.torch.train;

import ikat.model.ModelSpec;
import ikat.model.NamedTexture;
import ikat.model.Weight;
import ikat.text.Checks;
import ikat.torch.Tensors;
import ikat.train.Frequency;
import ikat.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Fits the last layer of the network from global vectors to wave vectors, so that each picture's
 * code gives the wave vectors found in that picture's own spectrum: ridge regression on the random
 * features of the hidden layer, {@code A = Fᵀ (F Fᵀ + λ I)⁻¹ Y}.
 */
final class WaveFit {

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
            Tensor wanted = Tensors.of(Tensors.floats(targets), rows.size(), base.values().length);
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
        for (int i = 0; i < spec.textures().size() && i < plan.codes().pictureWaves().size(); i++) {
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
