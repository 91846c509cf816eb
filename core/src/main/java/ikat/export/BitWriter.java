package ikat.export;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bit stream that fills each byte from its lowest bit, as in deflate (RFC 1951, section 3.1.1). */
final class BitWriter {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int at;
    private long held;
    private int count;

    /**
     * @param most upper bound on the bytes written
     */
    BitWriter(int most) {
        bytes = new byte[Math.addExact(most, Long.BYTES)];
    }

    /** Writes up to 32 bits. */
    void write(int bits, int length) {
        held |= (bits & 0xffff_ffffL) << count;
        count += length;
        if (count >= Integer.SIZE) {
            spill();
        }
    }

    /** Writes the code of each byte: the code in the upper 16 bits, its length in the lower. */
    void writeCodes(byte[] data, int[] codes) {
        spill();
        long bits = held;
        int full = count;
        int to = at;
        int i = 0;
        // At most 7 bits are held, so three codes of up to 15 bits fit without a check after each.
        for (; i + 3 <= data.length; i += 3) {
            int first = codes[data[i] & 0xff];
            bits |= (long) (first >>> 16) << full;
            full += first & 0xffff;
            int second = codes[data[i + 1] & 0xff];
            bits |= (long) (second >>> 16) << full;
            full += second & 0xffff;
            int third = codes[data[i + 2] & 0xff];
            bits |= (long) (third >>> 16) << full;
            full += third & 0xffff;
            LONGS.set(bytes, to, bits);
            to += full >>> 3;
            bits >>>= full & ~7;
            full &= 7;
        }
        held = bits;
        count = full;
        at = to;
        for (; i < data.length; i++) {
            int code = codes[data[i] & 0xff];
            write(code >>> 16, code & 0xffff);
        }
        spill();
    }

    private void spill() {
        LONGS.set(bytes, at, held);
        int whole = count / Byte.SIZE;
        at += whole;
        held >>>= whole * Byte.SIZE;
        count -= whole * Byte.SIZE;
    }

    /** Pads the last byte with zeros. */
    void align() {
        write(0, (Byte.SIZE - count % Byte.SIZE) % Byte.SIZE);
        spill();
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, at);
    }
}
