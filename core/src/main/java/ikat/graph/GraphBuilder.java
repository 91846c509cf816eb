package ikat.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A graph of ONNX under construction: values by name, the nodes that make them from one another,
 * and constants. Nodes are added after those whose values they use. The numbers of fields are those
 * of the format's description, <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class GraphBuilder {

    private static final int OF_INT = 2; // kinds of attributes
    private static final int OF_TEXT = 3;
    private static final int OF_INTS = 7;

    private final ProtobufMessage nodes = new ProtobufMessage();
    private final ProtobufMessage constants = new ProtobufMessage();
    private final List<ProtobufMessage> inputs = new ArrayList<>();
    private final List<ProtobufMessage> outputs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /**
     * Declares an input.
     *
     * @param shape sizes, as numbers, or as names where they vary
     */
    String input(String name, TensorType type, Object... shape) {
        inputs.add(value(named(name), type, shape));
        return name;
    }

    /** Declares that a value is an output. */
    void output(String name, TensorType type, Object... shape) {
        outputs.add(value(name, type, shape));
    }

    /** Adds a constant and returns its name. */
    String constant(String name, float[] values, long... shape) {
        constants.message(5, tensor(name, TensorType.FLOAT, shape).raw(9, values));
        return named(name);
    }

    /** Adds a vector of whole numbers and returns its name. */
    String whole(String name, long... values) {
        ProtobufMessage tensor = tensor(name, TensorType.INT64, values.length);
        Arrays.stream(values).forEach(value -> tensor.number(7, value));
        constants.message(5, tensor);
        return named(name);
    }

    /** Adds a single whole number, of no dimension, and returns its name. */
    String scalar(String name, long value) {
        constants.message(5, tensor(name, TensorType.INT64).number(7, value));
        return named(name);
    }

    private ProtobufMessage tensor(String name, TensorType type, long... shape) {
        ProtobufMessage tensor = new ProtobufMessage();
        Arrays.stream(shape).forEach(size -> tensor.number(1, size));
        return tensor.number(2, type.number()).text(8, name);
    }

    /**
     * Adds a node of one output and returns that output's name.
     *
     * @param attributes each a Long, a {@code long[]} or a text
     */
    String node(String name, String kind, Map<String, Object> attributes, String... from) {
        ProtobufMessage node = new ProtobufMessage();
        for (String input : from) {
            node.text(1, input);
        }
        node.text(2, name).text(3, name).text(4, kind);
        // Sorted, so that the same model always makes the same file.
        new TreeMap<>(attributes).forEach((key, value) -> node.message(5, attribute(key, value)));
        nodes.message(1, node);
        return named(name);
    }

    /** Adds a node without attributes. */
    String node(String name, String kind, String... from) {
        return node(name, kind, Map.of(), from);
    }

    private static ProtobufMessage attribute(String name, Object value) {
        ProtobufMessage attribute = new ProtobufMessage().text(1, name);
        if (value instanceof long[] several) {
            Arrays.stream(several).forEach(one -> attribute.number(8, one));
            return attribute.number(20, OF_INTS);
        }
        if (value instanceof Long number) {
            return attribute.number(3, number).number(20, OF_INT);
        }
        return attribute.text(4, (String) value).number(20, OF_TEXT);
    }

    private static ProtobufMessage value(String name, TensorType type, Object... shape) {
        ProtobufMessage sizes = new ProtobufMessage();
        for (Object size : shape) {
            ProtobufMessage dimension = new ProtobufMessage();
            if (size instanceof String varying) {
                dimension.text(2, varying);
            } else {
                dimension.number(1, ((Number) size).longValue());
            }
            sizes.message(1, dimension);
        }
        ProtobufMessage tensor = new ProtobufMessage().number(1, type.number()).message(2, sizes);
        return new ProtobufMessage()
                .text(1, name)
                .message(2, new ProtobufMessage().message(1, tensor));
    }

    /** Each value is made once, so a name that is taken is an error of whoever builds the graph. */
    private String named(String name) {
        if (!names.add(name)) {
            throw new IllegalStateException("two values of the graph are named " + name);
        }
        return name;
    }

    /** The graph as its message. */
    ProtobufMessage graph(String name) {
        ProtobufMessage graph = new ProtobufMessage();
        graph.fields(nodes).text(2, name).fields(constants);
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
        return graph;
    }
}
