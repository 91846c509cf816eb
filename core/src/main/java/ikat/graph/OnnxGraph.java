package ikat.graph;

import ikat.io.AtomicFile;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A generator as a model of ONNX: the format's version 8, with operators of version 17 of the
 * standard set alone. There are two forms.
 *
 * <p>{@link #exported} is for other programs: from the local noise of each stage, the vector of one
 * texture and the phases of the waves to pixels. {@link #levels} and its like are for an engine:
 * they take all the noise of each stage, as {@link ikat.noise.NoiseField} makes it, and keep the
 * crop of each stage, as {@link ikat.render.RegionPlan} asks.
 */
public final class OnnxGraph {

    /** The version of the standard set of operators. */
    public static final int OPERATORS = 17;

    private static final int FORMAT = 8; // the version of the format that came with the operators
    private static final String BATCH = "batch";

    private final ProtobufMessage message;

    private OnnxGraph(GraphBuilder graph, Map<String, String> metadata) {
        this.message = new ProtobufMessage().number(1, FORMAT).text(2, "ikat");
        message.message(7, graph.graph("generator"));
        message.message(8, new ProtobufMessage().text(1, "").number(2, OPERATORS));
        metadata.forEach(
                (key, value) ->
                        message.message(14, new ProtobufMessage().text(1, key).text(2, value)));
    }

    /**
     * The graph for other programs. Inputs, in single precision, N a picture:
     *
     * <ul>
     *   <li>{@code local.I} {@code [N, C, h, w]}: the local noise of stage I, for each that takes
     *       such, always of stage 0; its size follows from that of stage 0
     *   <li>{@code texture} {@code [N, globals]}: the texture's vector, if the model has several
     *   <li>{@code phases} {@code [N, waves]}: of each wave in the middle of the first cell, in
     *       radians, if there are waves
     * </ul>
     *
     * The output is {@code pixels} {@code [N, colours, height, width]} in [-1, 1]. The metadata
     * says what to put in.
     *
     * @throws IllegalArgumentException if zeros surround the model's picture, which the inputs do
     *     not tell the place of; one sentence
     */
    public static OnnxGraph exported(TextureModel model) {
        if (model.spec().bordered()) {
            throw new IllegalArgumentException(
                    "the model makes one picture of %d px with zeros around it at every stage, which"
                                    .formatted(model.spec().picturePixels())
                            + " an exported graph cannot place");
        }
        GraphBuilder graph = new GraphBuilder();
        NetworkNodes network = new NetworkNodes(graph, model);
        ModelSpec spec = model.spec();
        List<ExportedGrid> grids = ExportedGrid.of(spec);
        TextureNodes texture = new TextureNodes(graph, model);
        String x = "";
        for (int i = 0; i < spec.stages().size(); i++) {
            List<String> entering = new ArrayList<>();
            int local = spec.noise().localInto(i);
            if (local > 0) {
                String high = "points_high_" + i;
                String wide = "points_wide_" + i;
                entering.add(graph.input("local." + i, TensorType.FLOAT, BATCH, local, high, wide));
            }
            String like = i == 0 ? entering.get(0) : x;
            entering.addAll(texture.channels(i, like, grids.get(i).first()));
            x = joined(network, i, x, entering);
            String blocks = network.convolved(i, x);
            boolean last = i == spec.stages().size() - 1;
            x = network.spread(i, last ? network.colours(blocks) : blocks);
        }
        graph.node("pixels", "Identity", x);
        graph.output("pixels", TensorType.FLOAT, BATCH, spec.colourChannels(), "height", "width");
        return new OnnxGraph(graph, ExportMetadata.of(model, grids));
    }

    private static String joined(NetworkNodes network, int stage, String x, List<String> more) {
        if (x.isEmpty()) {
            return more.size() == 1
                    ? more.get(0)
                    : network.beside(
                            stage,
                            more.get(0),
                            more.subList(1, more.size()).toArray(String[]::new));
        }
        return more.isEmpty() ? x : network.beside(stage, x, more.toArray(String[]::new));
    }

    /**
     * The graph that makes pixels {@code [1, colours, height, width]} in [-1, 1], the output {@code
     * pixels}. Inputs are, for each stage I, {@code noise.I} {@code [1, C, h, w]} if any enters
     * there, and of the crop {@code from.I} and {@code to.I}: its first row and column, and those
     * after its last. Of a model that zeros surround, also {@code inside.I} {@code [1, 1, h, w]}
     * for each stage but the first: 1 where its input belongs to the cell, else 0.
     */
    public static OnnxGraph pixels(TextureModel model) {
        return forEngine(model, model.spec().stages().size(), Output.PIXELS);
    }

    /**
     * The same as levels, 8 bit, {@code [1, height, width, colours]}; the output {@code levels}.
     */
    public static OnnxGraph levels(TextureModel model) {
        return forEngine(model, model.spec().stages().size(), Output.LEVELS);
    }

    /**
     * The first stages only, without the colours; the output is {@code features}.
     *
     * @param stages from 1 to all
     */
    public static OnnxGraph features(TextureModel model, int stages) {
        return forEngine(model, stages, Output.FEATURES);
    }

    private enum Output {
        PIXELS,
        LEVELS,
        FEATURES
    }

    private static OnnxGraph forEngine(TextureModel model, int stages, Output output) {
        GraphBuilder graph = new GraphBuilder();
        NetworkNodes network = new NetworkNodes(graph, model);
        ModelSpec spec = model.spec();
        graph.whole("crop.axes", 2, 3);
        String x = "";
        for (int i = 0; i < stages; i++) {
            int channels = spec.noise().channelsInto(i);
            List<String> noise = new ArrayList<>();
            if (channels > 0) {
                noise.add(
                        graph.input(
                                "noise." + i,
                                TensorType.FLOAT,
                                1,
                                channels,
                                "high_" + i,
                                "wide_" + i));
            }
            String blocks = network.convolved(i, joined(network, i, x, noise));
            if (i == stages - 1 && output == Output.PIXELS) {
                blocks = network.colours(blocks);
            } else if (i == stages - 1 && output == Output.LEVELS) {
                blocks = network.levels(blocks);
            }
            x = cropped(graph, i, network.spread(i, blocks));
            if (spec.bordered() && i + 1 < stages) {
                String inside =
                        graph.input(
                                "inside." + (i + 1),
                                TensorType.FLOAT,
                                1,
                                1,
                                "high_in_" + (i + 1),
                                "wide_in_" + (i + 1));
                x = graph.node("stages." + i + ".bordered", "Mul", x, inside);
            }
        }
        finish(graph, spec, stages, x, output);
        return new OnnxGraph(graph, Map.of());
    }

    private static String cropped(GraphBuilder graph, int stage, String whole) {
        String from = graph.input("from." + stage, TensorType.INT64, 2);
        String to = graph.input("to." + stage, TensorType.INT64, 2);
        return graph.node("stages." + stage + ".crop", "Slice", whole, from, to, "crop.axes");
    }

    private static void finish(
            GraphBuilder graph, ModelSpec spec, int stages, String x, Output output) {
        Object[] shape = {1, spec.stages().get(stages - 1).outChannels(), "height", "width"};
        switch (output) {
            case PIXELS -> {
                graph.node("pixels", "Identity", x);
                graph.output("pixels", TensorType.FLOAT, shape);
            }
            case LEVELS -> {
                Map<String, Object> channelsLast = Map.of("perm", new long[] {0, 2, 3, 1});
                graph.node("levels", "Transpose", channelsLast, x);
                graph.output("levels", TensorType.UINT8, 1, "height", "width", shape[1]);
            }
            case FEATURES -> {
                graph.node("features", "Identity", x);
                graph.output("features", TensorType.FLOAT, shape);
            }
        }
    }

    /** The number of bytes of the file. */
    public long length() {
        return message.length();
    }

    /**
     * Writes a file atomically (see {@link AtomicFile}).
     *
     * @throws IOException if writing fails; the message is one sentence with the file and the
     *     reason
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(
                file,
                temporary -> {
                    try (OutputStream out =
                            new BufferedOutputStream(
                                    Files.newOutputStream(
                                            temporary,
                                            StandardOpenOption.CREATE_NEW,
                                            StandardOpenOption.WRITE))) {
                        writeTo(out);
                    }
                });
    }

    /** Writes the model in the format's binary form, Protocol Buffers. */
    public void writeTo(OutputStream out) throws IOException {
        message.writeTo(out);
    }

    /** The model in the format's binary form. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(length()));
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a field in memory takes everything
        }
        return bytes.toByteArray();
    }
}
