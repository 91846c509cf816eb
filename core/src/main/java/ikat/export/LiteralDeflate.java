package ikat.export;

import java.util.Arrays;

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
}
