package ikat.torch;

import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.noise.TrainingNoise;
import ikat.render.RegionPlan;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Builds the noise tensor {@code z [N, C, h, w]} of a training batch, with the wave vectors in the
 * graph so that they learn.
 */
final class NoiseInput {

    private final TrainingNoise noise;
    private final int width;
    private final int height;

    NoiseInput(TrainingNoise noise, RegionPlan plan) {
        this.noise = noise;
        this.width = plan.cells().width();
        this.height = plan.cells().height();
    }

    /**
     * The noise of a batch.
     *
     * @param textures of the samples
     * @param waves the wave parameters by name; empty without waves
     */
    Tensor batch(long step, int batch, TextureMix textures, NamedTensors waves) {
        NoiseSpec spec = noise.spec();
        TensorVector parts = new TensorVector();
        float[] local = noise.local(step, batch, width * height);
        parts.push_back(Tensors.of(local, batch, spec.localChannels(), height, width));
        if (spec.globalChannels() > 0) {
            Tensor own = textures.own().unsqueeze(2).unsqueeze(3);
            Tensor other = textures.other().unsqueeze(2).unsqueeze(3);
            parts.push_back(
                    textures.of(own, other).expand(batch, spec.globalChannels(), height, width));
        }
        if (spec.waves() > 0) {
            Tensor phases = Tensors.of(noise.phases(step, batch), batch, spec.waves(), 1, 1);
            Tensor own = withOvertones(angles(waves, textures.own()).add(phases));
            Tensor other =
                    textures.other() == textures.own()
                            ? own
                            : withOvertones(angles(waves, textures.other()).add(phases));
            parts.push_back(textures.of(torch.sin(own), torch.sin(other)));
            parts.push_back(textures.of(torch.cos(own), torch.cos(other)));
        }
        return Tensors.channelsLast(torch.cat(parts, 1));
    }

    /** Samples of one texture each. */
    TextureMix plain(Tensor global) {
        return new TextureMix(global, global, Tensors.of(new float[] {1}, 1, 1, 1, 1));
    }

    /** Samples that go over from one texture into another, the last ones of a batch. */
    TextureMix mixed(long step, int mixed, Tensor own, Tensor other) {
        int batch = Math.toIntExact(own.size(0));
        float[] shares = noise.mixtures(step, batch, mixed, width, height);
        return new TextureMix(own, other, Tensors.of(shares, batch, 1, height, width));
    }

    /** Global vectors drawn at random, {@code [N, G]} (PSGAN, section 3). */
    Tensor drawn(long step, int batch) {
        return Tensors.of(noise.global(step, batch), batch, noise.spec().globalChannels());
    }

    /** {@code [N, W, h, w] -> [N, W + O, h, w]}. */
    private Tensor withOvertones(Tensor angles) {
        NoiseSpec spec = noise.spec();
        if (spec.overtones().isEmpty()) {
            return angles;
        }
        float[] matrix = new float[spec.overtones().size() * spec.waves()];
        for (int i = 0; i < spec.overtones().size(); i++) {
            Overtone overtone = spec.overtones().get(i);
            matrix[i * spec.waves()] = overtone.first();
            if (spec.waves() > 1) {
                matrix[i * spec.waves() + 1] = overtone.second();
            }
        }
        Tensor combinations = Tensors.of(matrix, spec.overtones().size(), spec.waves());
        Tensor flat = angles.flatten(2, 3); // [N, W, h w]
        Tensor overtones =
                combinations.matmul(flat).view(-1, spec.overtones().size(), height, width);
        TensorVector both = new TensorVector(angles, overtones);
        return torch.cat(both, 1);
    }

    /** {@code k_x x + k_y y}, {@code [N or 1, W, h, w]}. */
    private Tensor angles(NamedTensors waves, Tensor global) {
        Tensor vectors = waves.get("waves.base").view(1, noise.spec().waves(), 2);
        if (waves.find("waves.hidden.weight") != null) {
            vectors =
                    vectors.add(bend(waves, global).view(-1, noise.spec().waves(), 2)); // [N, W, 2]
        }
        Tensor x = torch.arange(Tensors.scalar(width)).view(1, 1, 1, width);
        Tensor y = torch.arange(Tensors.scalar(height)).view(1, 1, height, 1);
        Tensor across = vectors.narrow(2, 0, 1).unsqueeze(3).mul(x);
        Tensor down = vectors.narrow(2, 1, 1).unsqueeze(3).mul(y);
        return across.add(down);
    }

    private static Tensor bend(NamedTensors waves, Tensor global) {
        Tensor hidden = linear(waves, "waves.hidden", global);
        return linear(waves, "waves.out", torch.relu(hidden));
    }

    private static Tensor linear(NamedTensors weights, String layer, Tensor input) {
        return input.matmul(weights.get(layer + ".weight").t()).add(weights.get(layer + ".bias"));
    }
}
