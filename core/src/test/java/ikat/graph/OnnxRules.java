package ikat.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the checker of ONNX asks of a model: a format and a set of operators that belong together,
 * names that are made once and before they are used, tensors as long as their shapes, and nodes of
 * kinds of the standard set with as many inputs as those take.
 */
final class OnnxRules {

    /** Kinds of nodes of version 17 of the standard set, with the fewest and most inputs. */
    private static final Map<String, int[]> KINDS =
            Map.ofEntries(
                    Map.entry("Add", new int[] {2, 2}),
                    Map.entry("Cast", new int[] {1, 1}),
                    Map.entry("Clip", new int[] {1, 3}),
                    Map.entry("Concat", new int[] {1, 1 << 20}),
                    Map.entry("Conv", new int[] {2, 3}),
                    Map.entry("Cos", new int[] {1, 1}),
                    Map.entry("DepthToSpace", new int[] {1, 1}),
                    Map.entry("Expand", new int[] {2, 2}),
                    Map.entry("Gather", new int[] {2, 2}),
                    Map.entry("Gemm", new int[] {2, 3}),
                    Map.entry("Identity", new int[] {1, 1}),
                    Map.entry("MatMul", new int[] {2, 2}),
                    Map.entry("Mul", new int[] {2, 2}),
                    Map.entry("Range", new int[] {3, 3}),
                    Map.entry("Relu", new int[] {1, 1}),
                    Map.entry("Reshape", new int[] {2, 2}),
                    Map.entry("Shape", new int[] {1, 1}),
                    Map.entry("Sin", new int[] {1, 1}),
                    Map.entry("Slice", new int[] {3, 5}),
                    Map.entry("Tanh", new int[] {1, 1}),
                    Map.entry("Transpose", new int[] {1, 1}));

    private static final Map<Long, Integer> BYTES = Map.of(1L, 4, 2L, 1, 7L, 8);

    private OnnxRules() {}

    static void check(ProtobufFields model) {
        assertThat(model.number(1)).as("version of the format").isEqualTo(8);
        assertThat(model.messages(8)).hasSize(1);
        assertThat(model.message(8).text(1)).as("standard operators").isEmpty();
        assertThat(model.message(8).number(2)).as("version of the operators").isEqualTo(17);
        assertThat(model.messages(14).stream().map(entry -> entry.text(1))).doesNotHaveDuplicates();
        ProtobufFields graph = model.message(7);
        assertThat(graph.text(2)).isNotEmpty();
        Set<String> known = new HashSet<>();
        graph.messages(5).forEach(tensor -> checkTensor(tensor, known));
        graph.messages(11).forEach(input -> checkValue(input, known));
        graph.messages(1).forEach(node -> checkNode(node, known));
        assertThat(graph.messages(12)).hasSize(1);
        for (ProtobufFields output : graph.messages(12)) {
            assertThat(known).contains(output.text(1));
            checkType(output.message(2).message(1));
        }
    }

    private static void checkTensor(ProtobufFields tensor, Set<String> known) {
        String name = tensor.text(8);
        assertThat(known.add(name)).as("%s is made once", name).isTrue();
        long count = tensor.numbers(1).stream().reduce(1L, Math::multiplyExact);
        boolean raw = !tensor.all(9).isEmpty();
        long given = raw ? ((byte[]) tensor.all(9).get(0)).length : tensor.all(7).size();
        int bytes = raw ? BYTES.get(tensor.number(2)) : 1;
        assertThat(given).as("values of %s", name).isEqualTo(bytes * count);
    }

    private static void checkValue(ProtobufFields value, Set<String> known) {
        assertThat(known.add(value.text(1))).as("%s is made once", value.text(1)).isTrue();
        checkType(value.message(2).message(1));
    }

    private static void checkType(ProtobufFields tensor) {
        assertThat(BYTES).containsKey(tensor.number(1));
        for (ProtobufFields size : tensor.message(2).messages(1)) {
            assertThat(size.all(1).size() + size.all(2).size()).as("number or name").isOne();
        }
    }

    private static void checkNode(ProtobufFields node, Set<String> known) {
        String name = node.text(3);
        List<String> inputs = node.texts(1);
        assertThat(known).as("inputs of %s", name).containsAll(inputs);
        assertThat(node.texts(2)).hasSize(1);
        assertThat(known.add(node.text(2))).as("%s is made once", node.text(2)).isTrue();
        assertThat(KINDS).containsKey(node.text(4));
        int[] counts = KINDS.get(node.text(4));
        assertThat(inputs.size()).as("inputs of %s", name).isBetween(counts[0], counts[1]);
        for (ProtobufFields attribute : node.messages(5)) {
            int field = Map.of(2L, 3, 3L, 4, 7L, 8).get(attribute.number(20));
            assertThat(attribute.all(field)).as(attribute.text(1)).isNotEmpty();
        }
    }
}
