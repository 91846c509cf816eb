package ikat.export;

import java.util.Arrays;
import java.util.PriorityQueue;

/** Code lengths of a length-limited prefix code for symbols of given frequencies (Huffman 1952). */
final class HuffmanLengths {

    private record Node(long count, int order, int left, int right) implements Comparable<Node> {

        @Override
        public int compareTo(Node other) {
            int byCount = Long.compare(count, other.count);
            return byCount == 0 ? Integer.compare(order, other.order) : byCount;
        }
    }

    private HuffmanLengths() {}

    /**
     * The lengths of the codes in bits, 0 for symbols that do not occur.
     *
     * @param counts how often each symbol occurs; at least two symbols must occur
     * @param longest the longest code allowed; counts are flattened until no code is longer
     */
    static int[] of(int[] counts, int longest) {
        int[] flattened = counts.clone();
        while (true) {
            int[] lengths = unlimited(flattened);
            if (Arrays.stream(lengths).max().orElse(0) <= longest) {
                return lengths;
            }
            for (int i = 0; i < flattened.length; i++) {
                flattened[i] = flattened[i] == 0 ? 0 : flattened[i] / 4 + 1;
            }
        }
    }

    private static int[] unlimited(int[] counts) {
        Node[] nodes = new Node[2 * counts.length];
        PriorityQueue<Node> open = new PriorityQueue<>();
        for (int i = 0; i < counts.length; i++) {
            nodes[i] = new Node(counts[i], i, -1, -1);
            if (counts[i] > 0) {
                open.add(nodes[i]);
            }
        }
        int next = counts.length;
        while (open.size() > 1) {
            Node rare = open.remove();
            Node other = open.remove();
            nodes[next] = new Node(rare.count + other.count, next, rare.order, other.order);
            open.add(nodes[next++]);
        }
        int[] depths = new int[next];
        int[] lengths = new int[counts.length];
        for (int i = next - 1; i >= 0; i--) {
            if (i >= counts.length) {
                depths[nodes[i].left] = depths[i] + 1;
                depths[nodes[i].right] = depths[i] + 1;
            } else if (counts[i] > 0) {
                lengths[i] = depths[i];
            }
        }
        return lengths;
    }
}
