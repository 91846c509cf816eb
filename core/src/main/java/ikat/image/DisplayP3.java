package ikat.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The colour space of Apple's displays as an ICC profile (ICC.1:2022): the primaries of SMPTE EG
 * 432-1 under D65, the curve of sRGB.
 */
final class DisplayP3 {

    private static final int HEADER = 128;
    private static final int ENTRY = 12;
    private static final int VERSION = 0x0430_0000;

    private static final String[] TAGS = {
        "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC",
    };

    private static final double[] WHITE = {0.9642, 1, 0.8249};

    /** White, red, green and blue as X, Y, Z, adapted to D50 by the method of Bradford. */
    private static final double[][] COLOURS = {
        WHITE,
        {0.51512, 0.24120, -0.00105},
        {0.29198, 0.69225, 0.04189},
        {0.15710, 0.06657, 0.78407},
    };

    /** Exponent, then the coefficients a to d of IEC 61966-2-1 as ICC writes them. */
    private static final double[] CURVE = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};

    private static final int COLOUR_BYTES = 20;
    private static final int CURVE_BYTES = 32;

    private DisplayP3() {}

    static byte[] profile() {
        int first = HEADER + 4 + TAGS.length * ENTRY;
        int curve = first + COLOURS.length * COLOUR_BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(curve + CURVE_BYTES);
        bytes.putInt(bytes.capacity()).putInt(0).putInt(VERSION);
        put(bytes, "mntrRGB XYZ ");
        put(bytes.position(36), "acsp");
        put(bytes.position(68), WHITE);
        bytes.position(HEADER).putInt(TAGS.length);
        for (int i = 0; i < TAGS.length; i++) {
            boolean colour = i < COLOURS.length;
            put(bytes, TAGS[i]);
            bytes.putInt(colour ? first + i * COLOUR_BYTES : curve);
            bytes.putInt(colour ? COLOUR_BYTES : CURVE_BYTES);
        }
        for (double[] colour : COLOURS) {
            put(bytes, "XYZ \0\0\0\0");
            put(bytes, colour);
        }
        put(bytes, "para\0\0\0\0\0\3\0\0");
        put(bytes, CURVE);
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, String letters) {
        bytes.put(letters.getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes fixed-point numbers with 16 binary places. */
    private static void put(ByteBuffer bytes, double... numbers) {
        for (double number : numbers) {
            bytes.putInt((int) Math.round(number * 65_536));
        }
    }
}
