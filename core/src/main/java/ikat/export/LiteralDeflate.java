package ikat.export;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Deflate encoder (RFC 1951) that emits literals only, for data in which a dictionary finds no
 * matches, such as the grain of a texture. It writes one block with a dynamic Huffman code and is
 * four times as fast as zlib's Huffman-only strategy (measured, docs/performance.md). Any inflater
 * can read its output.
 */
final class LiteralDeflate {

    private static final int SYMBOLS = 257; // 256 literals and the end of block
    private static final int END = 256;
    private static final int LONGEST = 15;
    private static final int DYNAMIC = 2;

    /** Symbols of the code for code lengths: a length, or a run of zeros. */
    private static final int LENGTH_SYMBOLS = 19;

    private static final int LONGEST_LENGTH_CODE = 7;
    private static final int SOME_ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int[] LENGTH_ORDER = {
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
    };

    private LiteralDeflate() {}

    /**
     * Packs data into whole bytes, so that further blocks can be appended.
     *
     * @param last whether this is the last block of the stream
     */
    static byte[] pack(byte[] data, boolean last) {
        int[] counts = new int[SYMBOLS];
        for (byte value : data) {
            counts[value & 0xff]++;
        }
        counts[END]++;
        if (data.length == 0 || counts[data[0] & 0xff] == data.length) {
            counts[data.length == 0 ? 0 : data[0] & 0xff ^ 1]++; // a code needs two symbols
        }
        int[] lengths = HuffmanLengths.of(counts, LONGEST);
        // A byte takes at most 15 bits; the tables fit into the rest.
        BitWriter bits = new BitWriter(Math.addExact(data.length, data.length) + 1024);
        bits.write(last ? 1 : 0, 1);
        bits.write(DYNAMIC, 2);
        writeTables(bits, lengths);
        int[] codes = codes(lengths);
        bits.writeCodes(data, codes);
        bits.write(codes[END] >>> 16, codes[END] & 0xffff);
        if (!last) {
            // An empty stored block ends on a byte boundary.
            bits.write(0, 3);
            bits.align();
            bits.write(0xffff_0000, 32);
        }
        bits.align();
        return bits.toBytes();
    }

    /** Writes the lengths of all codes in compressed form (RFC 1951, section 3.2.7). */
    private static void writeTables(BitWriter bits, int[] lengths) {
        int[] all = Arrays.copyOf(lengths, SYMBOLS + 1); // and one unused distance
        all[SYMBOLS] = 1;
        int[] runs = zeroRuns(all);
        int[] counts = new int[LENGTH_SYMBOLS];
        for (int run : runs) {
            counts[run & 0xff]++;
        }
        int[] shortened = HuffmanLengths.of(counts, LONGEST_LENGTH_CODE);
        int[] codes = codes(shortened);
        bits.write(SYMBOLS - 257, 5);
        bits.write(0, 5); // one distance
        bits.write(LENGTH_SYMBOLS - 4, 4);
        for (int symbol : LENGTH_ORDER) {
            bits.write(shortened[symbol], 3);
        }
        for (int run : runs) {
            int symbol = run & 0xff;
            bits.write(codes[symbol] >>> 16, codes[symbol] & 0xffff);
            if (symbol == SOME_ZEROS) {
                bits.write((run >>> 8) - 3, 3);
            } else if (symbol == MANY_ZEROS) {
                bits.write((run >>> 8) - 11, 7);
            }
        }
    }

    /**
     * Lengths, with runs of three or more zeros replaced by a symbol whose run length is in the
     * upper bits.
     */
    private static int[] zeroRuns(int[] lengths) {
        int[] runs = new int[lengths.length];
        int count = 0;
        for (int i = 0; i < lengths.length; ) {
            int end = i;
            while (end < lengths.length && lengths[end] == 0 && end - i < 138) {
                end++;
            }
            int zeros = end - i;
            if (zeros < 3) {
                runs[count++] = lengths[i++];
            } else {
                runs[count++] = zeros << 8 | (zeros < 11 ? SOME_ZEROS : MANY_ZEROS);
                i = end;
            }
        }
        return Arrays.copyOf(runs, count);
    }

    /**
     * The canonical Huffman code (RFC 1951, section 3.2.2), bit-reversed for writing: the code in
     * the upper 16 bits, its length in the lower.
     */
    private static int[] codes(int[] lengths) {
        int[] next = new int[LONGEST + 2];
        for (int length : lengths) {
            if (length > 0) {
                next[length + 1]++;
            }
        }
        for (int length = 1; length < next.length; length++) {
            next[length] = (next[length] + next[length - 1]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] > 0) {
                int code = next[lengths[i]]++;
                int turned = Integer.reverse(code) >>> (Integer.SIZE - lengths[i]);
                codes[i] = turned << 16 | lengths[i];
            }
        }
        return codes;
    }

    /**
     * Code lengths of a length-limited prefix code for symbols of given frequencies (Huffman 1952).
     */
    private static final class HuffmanLengths {

        private record Node(long count, int order, int left, int right)
                implements Comparable<Node> {

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
}
