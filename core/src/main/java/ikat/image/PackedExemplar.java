package ikat.image;

import java.util.List;

/**
 * A compactly stored picture: 8 bits per value if these are exact, else 16.
 *
 * @param facts facts of the picture
 * @param eight planar {@code [channels, height, width]}, or empty
 * @param sixteen planar {@code [channels, height, width]}, or empty
 * @param notes notes of the picture
 */
record PackedExemplar(ExemplarFacts facts, byte[] eight, short[] sixteen, List<String> notes) {

    private static final float FINEST = 65_535;

    /** Packs a picture; values that 8 bits cannot hold exactly are rounded to 16. */
    static PackedExemplar of(Exemplar exemplar, ExemplarFacts facts) {
        float[] pixels = exemplar.pixels();
        byte[] eight = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            eight[i] = (byte) Math.round((pixels[i] + 1) * 127.5f);
            if (ofEight(eight[i]) != pixels[i]) {
                return new PackedExemplar(facts, new byte[0], sixteen(pixels), exemplar.notes());
            }
        }
        return new PackedExemplar(facts, eight, new short[0], exemplar.notes());
    }

    private static short[] sixteen(float[] pixels) {
        short[] sixteen = new short[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            sixteen[i] = (short) Math.round((pixels[i] + 1) / 2 * FINEST);
        }
        return sixteen;
    }

    /** Same conversion as in {@link Planes}. */
    static float ofEight(byte value) {
        return 2 * ((value & 0xFF) / 255f) - 1;
    }

    private static float ofSixteen(short value) {
        return 2 * ((value & 0xFFFF) / FINEST) - 1;
    }

    /** Memory used by the values, in bytes. */
    long bytes() {
        return eight.length + 2L * sixteen.length;
    }

    Exemplar exemplar() {
        int length = eight.length + sixteen.length;
        float[] pixels = new float[length];
        unpack(0, length, pixels, 0);
        return new Exemplar(
                facts.name(),
                facts.sha256(),
                facts.channels(),
                facts.width(),
                facts.height(),
                pixels,
                notes,
                facts.domain());
    }

    /** See {@link Exemplars#copySquare}. */
    void copySquare(int channels, int x, int y, int side, float[] out, int offset) {
        for (int c = 0; c < channels; c++) {
            int plane = Math.min(c, facts.channels() - 1) * facts.height() * facts.width();
            int first = offset + c * side * side;
            facts.domain()
                    .runs(
                            x,
                            y,
                            side,
                            (from, count, to) -> unpack(plane + from, count, out, first + to));
        }
    }

    private void unpack(int from, int count, float[] out, int to) {
        if (eight.length > 0) {
            for (int i = 0; i < count; i++) {
                out[to + i] = ofEight(eight[from + i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                out[to + i] = ofSixteen(sixteen[from + i]);
            }
        }
    }
}
