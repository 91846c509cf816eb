package ikat.graph;

import ikat.model.ModelSpec;
import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.model.TextureModel;
import ikat.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that make the global and the periodic channels of every stage for one texture: its
 * vector at every point, and the sines and cosines of its waves, whose vectors follow from it
 * (PSGAN, arXiv 1705.06566, equation 5).
 */
final class TextureNodes {

    private final GraphBuilder graph;
    private final ModelSpec spec;
    private final NoiseSpec noise;
    private final Weights weights;
    private final String texture;
    private final String rows; // of wave vectors: y components, [N or 1, turns, 1, 1]
    private final String columns;
    private final String phases;

    /** Declares the inputs {@code texture} and {@code phases}, where the model has such. */
    TextureNodes(GraphBuilder graph, TextureModel model) {
        this.graph = graph;
        this.spec = model.spec();
        this.noise = spec.noise();
        this.weights = model.weights();
        int globals = noise.globalChannels();
        this.texture =
                globals > 0 ? graph.input("texture", TensorType.FLOAT, "batch", globals) : "";
        if (noise.turns() > 0 && !noise.waveStages().isEmpty()) {
            graph.whole("waves.shape", 0, noise.turns(), 1, 1);
            String vectors = vectors();
            this.columns = turned("waves.columns", vectors, axis(0), 2L * noise.waves());
            this.rows = turned("waves.rows", vectors, axis(1), 2L * noise.waves());
            String given = graph.input("phases", TensorType.FLOAT, "batch", noise.waves());
            this.phases = turned("waves.phases", given, combinations(), noise.waves());
        } else {
            this.columns = "";
            this.rows = "";
            this.phases = "";
        }
    }

    /** The wave vectors in radians per cell, x before y, {@code [N or 1, 2 waves]}. */
    private String vectors() {
        float[] base = weights.get("waves.base").values();
        if (spec.waveHidden() == 0) {
            return graph.constant("waves.vectors", base, 1, base.length);
        }
        String hidden = graph.node("waves.hidden", "Relu", affine("waves.hidden", texture, null));
        return affine("waves.out", hidden, base);
    }

    private String affine(String layer, String input, float @Nullable [] more) {
        float[] matrix = weights.get(layer + ".weight").values();
        float[] bias = weights.get(layer + ".bias").values().clone();
        for (int i = 0; more != null && i < bias.length; i++) {
            bias[i] += more[i];
        }
        return graph.node(
                layer + ".sums",
                "Gemm",
                Map.of("transB", 1L),
                input,
                graph.constant(layer + ".weight", matrix, bias.length, matrix.length / bias.length),
                graph.constant(layer + ".bias", bias, bias.length));
    }

    /** A quantity of each wave as one of each wave and overtone, {@code [N or 1, turns, 1, 1]}. */
    private String turned(String name, String ofWaves, float[] matrix, long height) {
        String factors = graph.constant(name + ".matrix", matrix, height, noise.turns());
        String product = graph.node(name + ".product", "MatMul", ofWaves, factors);
        return graph.node(name, "Reshape", product, "waves.shape");
    }

    /** How often each wave is in each wave and overtone, {@code [waves, turns]}. */
    private float[] combinations() {
        int turns = noise.turns();
        float[] matrix = new float[noise.waves() * turns];
        for (int wave = 0; wave < noise.waves(); wave++) {
            matrix[wave * turns + wave] = 1;
        }
        for (int i = 0; i < noise.overtones().size(); i++) {
            Overtone overtone = noise.overtones().get(i);
            matrix[noise.waves() + i] = overtone.first();
            if (overtone.second() != 0) {
                matrix[turns + noise.waves() + i] = overtone.second();
            }
        }
        return matrix;
    }

    /** The same for one axis of wave vectors, {@code [2 waves, turns]}. */
    private float[] axis(int axis) {
        int turns = noise.turns();
        float[] of = combinations();
        float[] matrix = new float[2 * of.length];
        for (int wave = 0; wave < noise.waves(); wave++) {
            System.arraycopy(of, wave * turns, matrix, (2 * wave + axis) * turns, turns);
        }
        return matrix;
    }

    /**
     * The channels that enter a stage after its local ones, in the order of the model.
     *
     * @param like a value on the stage's grid, {@code [N, C, h, w]}
     * @param first the grid's first point, counted from the first of cell 0
     * @return names of values {@code [N, C, h, w]}
     */
    List<String> channels(int stage, String like, long first) {
        List<String> channels = new ArrayList<>();
        String name = "noise." + stage;
        boolean waves = noise.turns() > 0 && noise.waveStages().contains(stage);
        if (noise.globalInto(stage) == 0 && !waves) {
            return channels;
        }
        String shape = graph.node(name + ".shape", "Shape", like);
        if (noise.globalInto(stage) > 0) {
            channels.add(everywhere(name, shape));
        }
        if (waves) {
            String angles = angles(name, shape, stage, first);
            channels.add(graph.node(name + ".sines", "Sin", angles));
            channels.add(graph.node(name + ".cosines", "Cos", angles));
        }
        return channels;
    }

    /** The texture's vector at every point, {@code [N, globals, h, w]}. */
    private String everywhere(String name, String shape) {
        String unit = graph.whole(name + ".unit", 0, noise.globalChannels(), 1, 1);
        String point = graph.node(name + ".point", "Reshape", texture, unit);
        String sides = graph.whole(name + ".sides", 2, 3);
        String size = graph.node(name + ".size", "Gather", shape, sides);
        String ones = graph.whole(name + ".ones", 1, 1);
        String whole = graph.node(name + ".whole", "Concat", Map.of("axis", 0L), ones, size);
        return graph.node(name + ".texture", "Expand", point, whole);
    }

    /** The places of a stage's points along an axis, in cells from the middle of cell 0. */
    private String places(String name, String shape, long axis, int stage, long first) {
        double perCell = spec.pointsPerCell(stage);
        String count =
                graph.node(name + ".count", "Gather", shape, graph.scalar(name + ".axis", axis));
        String zero = graph.scalar(name + ".from", 0);
        String one = graph.scalar(name + ".step", 1);
        String whole = graph.node(name + ".points", "Range", zero, count, one);
        Map<String, Object> floats = Map.of("to", (long) TensorType.FLOAT.number());
        String points = graph.node(name + ".floats", "Cast", floats, whole);
        float step = (float) (1 / perCell);
        float start = (float) ((first + 0.5) / perCell - 0.5);
        String scaled =
                graph.node(
                        name + ".scaled",
                        "Mul",
                        points,
                        graph.constant(name + ".scale", new float[] {step}));
        return graph.node(
                name + ".places",
                "Add",
                scaled,
                graph.constant(name + ".start", new float[] {start}));
    }

    /** The angles of waves and overtones at a stage's points, {@code [N, turns, h, w]}. */
    private String angles(String name, String shape, int stage, long first) {
        String x = places(name + ".x", shape, 3, stage, first); // [w]
        String across = graph.node(name + ".across", "Mul", columns, x); // [N, turns, 1, w]
        String turned = graph.node(name + ".turned", "Add", across, phases);
        String y = places(name + ".y", shape, 2, stage, first); // [h]
        String column = graph.whole(name + ".column", -1, 1);
        String upright = graph.node(name + ".upright", "Reshape", y, column); // [h, 1]
        String down = graph.node(name + ".down", "Mul", rows, upright); // [N, turns, h, 1]
        return graph.node(name + ".angles", "Add", turned, down);
    }
}
