package ikat.torch.train;

import ikat.model.ModelSpec;
import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.noise.CellRegion;
import ikat.noise.TrainingNoise;
import ikat.render.RegionPlan;
import ikat.torch.Tensors;
import ikat.train.Technique.Waveform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Builds the noise of a training batch for each stage that takes some, with the wave vectors in the
 * graph so that they learn.
 */
public final class NoiseInput {

    /**
     * Where the points of a stage's grid are.
     *
     * @param columns in cells to the right of the patch's middle
     * @param rows in cells below the patch's middle
     */
    private record Grid(double[] columns, double[] rows) {

        static Grid of(CellRegion points, int perCell, CellRegion cells) {
            double middleX = cells.left() + (cells.width() - 1) / 2.0;
            double middleY = cells.top() + (cells.height() - 1) / 2.0;
            return new Grid(
                    positions(points.left(), points.width(), perCell, middleX),
                    positions(points.top(), points.height(), perCell, middleY));
        }

        private static double[] positions(long from, int count, int perCell, double middle) {
            double[] positions = new double[count];
            Arrays.setAll(positions, i -> (from + i + 0.5) / perCell - 0.5 - middle);
            return positions;
        }
    }

    private final TrainingNoise noise;
    private final Waveform waveform;
    private final List<Grid> grids = new ArrayList<>();

    /**
     * Noise for the patches of a plan.
     *
     * @param spec of the generator
     */
    public NoiseInput(TrainingNoise noise, ModelSpec spec, RegionPlan plan) {
        this(noise, spec, plan, Waveform.PAIR);
    }

    /**
     * Noise for the patches of a plan.
     *
     * @param spec of the generator
     * @param waveform whether cosines enter, too
     */
    NoiseInput(TrainingNoise noise, ModelSpec spec, RegionPlan plan, Waveform waveform) {
        this.noise = noise;
        this.waveform = waveform;
        for (int stage = 0; stage < plan.inputs().size(); stage++) {
            grids.add(Grid.of(plan.inputs().get(stage), spec.pointsPerCell(stage), plan.cells()));
        }
    }

    /**
     * The noise of a batch.
     *
     * @param textures of the samples
     * @param waves the wave parameters by name; empty without waves
     * @param phases of the samples
     * @return what enters each stage, {@code [N, C, h, w]}; empty where nothing does
     */
    public List<Optional<Tensor>> batch(
            long step, int batch, TextureMix textures, NamedTensors waves, Phases phases) {
        List<Optional<Tensor>> inputs = new ArrayList<>();
        for (int stage = 0; stage < grids.size(); stage++) {
            inputs.add(
                    noise.spec().channelsInto(stage) == 0
                            ? Optional.empty()
                            : Optional.of(into(stage, step, batch, textures, waves, phases)));
        }
        return inputs;
    }

    /** Local channels, then the global ones, then the periodic ones. */
    private Tensor into(
            int stage,
            long step,
            int batch,
            TextureMix textures,
            NamedTensors waves,
            Phases phases) {
        NoiseSpec spec = noise.spec();
        int width = grids.get(stage).columns.length;
        int height = grids.get(stage).rows.length;
        TensorVector parts = new TensorVector();
        if (spec.localInto(stage) > 0) {
            float[] local = noise.local(step, stage, batch, width * height);
            parts.push_back(Tensors.of(local, batch, spec.localInto(stage), height, width));
        }
        if (spec.globalInto(stage) > 0) {
            Tensor own = textures.own().unsqueeze(2).unsqueeze(3);
            Tensor other = textures.other().unsqueeze(2).unsqueeze(3);
            parts.push_back(
                    textures.of(stage, own, other)
                            .expand(batch, spec.globalChannels(), height, width));
        }
        if (spec.turns() > 0 && spec.waveStages().contains(stage)) {
            parts.push_back(periodic(stage, textures, waves, phases));
        }
        return Tensors.channelsLast(parts.size() == 1 ? parts.get(0) : torch.cat(parts, 1));
    }

    /** Sines, then cosines, if they enter, on a stage's grid, {@code [N, 2 (W + O), h, w]}. */
    private Tensor periodic(int stage, TextureMix textures, NamedTensors waves, Phases phases) {
        Grid grid = grids.get(stage);
        Tensor own = withOvertones(angles(waves, textures.own(), grid, phases));
        Tensor other =
                textures.isPlain()
                        ? own
                        : withOvertones(angles(waves, textures.other(), grid, phases));
        if (waveform == Waveform.SINE) {
            return Tensors.channelsLast(
                    textures.of(stage, torch.sin(own), torch.sin(other))); // [N, W, h, w]
        }
        TensorVector both =
                new TensorVector(
                        textures.of(stage, torch.sin(own), torch.sin(other)),
                        textures.of(stage, torch.cos(own), torch.cos(other)));
        return Tensors.channelsLast(torch.cat(both, 1));
    }

    /** Phases drawn at random. */
    Phases phases(long step, int batch) {
        return Phases.anywhere(noise.phases(step, batch), batch, noise.spec().waves());
    }

    /** Samples that go over from one texture into another, the last ones of a batch. */
    TextureMix mixed(long step, int mixed, Tensor own, Tensor other) {
        int batch = Math.toIntExact(own.size(0));
        int cells = grids.get(0).columns.length;
        Map<Integer, Tensor> shares = new HashMap<>();
        for (int stage = 0; stage < grids.size(); stage++) {
            if (noise.spec().channelsInto(stage) > 0) {
                Grid grid = grids.get(stage);
                float[] values =
                        noise.mixtures(step, stage, batch, mixed, cells, grid.columns, grid.rows);
                shares.put(
                        stage, Tensors.of(values, batch, 1, grid.rows.length, grid.columns.length));
            }
        }
        return new TextureMix(own, other, shares);
    }

    /** Global vectors drawn at random, {@code [N, G]} (PSGAN, section 3). */
    public Tensor drawn(long step, int batch) {
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
                combinations
                        .matmul(flat)
                        .view(-1, spec.overtones().size(), angles.size(2), angles.size(3));
        TensorVector both = new TensorVector(angles, overtones);
        return torch.cat(both, 1);
    }

    /** {@code k_x x + k_y y + φ}, {@code [N, W, h, w]}. */
    private Tensor angles(NamedTensors waves, Tensor global, Grid grid, Phases phases) {
        Tensor vectors = waves.get("waves.base").view(1, noise.spec().waves(), 2);
        if (waves.find("waves.hidden.weight") != null) {
            vectors =
                    vectors.add(
                            adaptation(waves, global)
                                    .view(-1, noise.spec().waves(), 2)); // [N, W, 2]
        }
        Tensor x = Tensors.of(Tensors.floats(grid.columns), 1, 1, 1, grid.columns.length);
        Tensor y = Tensors.of(Tensors.floats(grid.rows), 1, 1, grid.rows.length, 1);
        Tensor across = vectors.narrow(2, 0, 1).unsqueeze(3).mul(x.add(phases.x()));
        Tensor down = vectors.narrow(2, 1, 1).unsqueeze(3).mul(y.add(phases.y()));
        return across.add(down).add(phases.start());
    }

    /** What the wave network adds to the wave vectors, {@code [N, 2 W]}. */
    private static Tensor adaptation(NamedTensors waves, Tensor global) {
        Tensor hidden = linear(waves, "waves.hidden", global);
        return linear(waves, "waves.out", torch.relu(hidden));
    }

    private static Tensor linear(NamedTensors weights, String layer, Tensor input) {
        return input.matmul(weights.get(layer + ".weight").t()).add(weights.get(layer + ".bias"));
    }
}
