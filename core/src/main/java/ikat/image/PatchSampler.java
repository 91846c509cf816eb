package ikat.image;

import java.util.List;

/**
 * Cuts square patches out of exemplars, every exemplar and every position equally likely.
 *
 * <p>What a step gets is a pure function of seed, step and index in the batch, so a training that
 * was stopped goes on with the patches it would have seen. Safe for use by several threads.
 */
public final class PatchSampler {

    private final List<Exemplar> exemplars;
    private final int patchPixels;
    private final long seed;
    private final Mirroring mirroring;

    /** A sampler of patches as the pictures show them. */
    public PatchSampler(List<Exemplar> exemplars, int patchPixels, long seed) {
        this(exemplars, patchPixels, seed, Mirroring.NONE);
    }

    /**
     * @param exemplars at least one; all grey or all coloured, none smaller than a patch
     * @param patchPixels side of a patch, at least 1
     * @param seed any number
     * @param mirroring whether patches are turned
     * @throws IllegalArgumentException if there is no exemplar, one is too small, or their channels
     *     differ
     */
    public PatchSampler(List<Exemplar> exemplars, int patchPixels, long seed, Mirroring mirroring) {
        this.exemplars = List.copyOf(exemplars);
        this.patchPixels = patchPixels;
        this.seed = seed;
        this.mirroring = mirroring;
        if (patchPixels < 1) {
            throw new IllegalArgumentException(
                    "patchPixels is " + patchPixels + ", but must be at least 1");
        }
        if (exemplars.isEmpty()) {
            throw new IllegalArgumentException("no picture to cut patches from; give at least one");
        }
        this.exemplars.forEach(this::check);
    }

    private void check(Exemplar exemplar) {
        Exemplar first = exemplars.get(0);
        if (exemplar.channels() != first.channels()) {
            throw new IllegalArgumentException(
                    first.name()
                            + " is "
                            + kind(first)
                            + ", but "
                            + exemplar.name()
                            + " is "
                            + kind(exemplar)
                            + "; give pictures that are all grey or all coloured");
        }
        if (Math.min(exemplar.width(), exemplar.height()) < patchPixels) {
            throw new IllegalArgumentException(
                    exemplar.name()
                            + " is "
                            + exemplar.width()
                            + "x"
                            + exemplar.height()
                            + " pixels, but a patch needs "
                            + patchPixels
                            + "x"
                            + patchPixels
                            + "; take smaller patches or a larger picture");
        }
    }

    private static String kind(Exemplar exemplar) {
        return exemplar.channels() == 1 ? "grey" : "coloured";
    }

    /** Colour channels of every patch: 1 or 3. */
    public int channels() {
        return exemplars.get(0).channels();
    }

    /** Side of a patch. */
    public int patchPixels() {
        return patchPixels;
    }

    /** Numbers that one patch takes: channels times side squared. */
    public int patchLength() {
        return channels() * patchPixels * patchPixels;
    }

    /**
     * Writes the patches of a step as {@code [batch, channels, patchPixels, patchPixels]}, values
     * in [-1, 1].
     *
     * @param step any number
     * @param batch patches wanted, at least 1
     * @param out exactly as long as the patches need
     */
    public void fill(long step, int batch, float[] out) {
        if (batch < 1 || out.length != (long) batch * patchLength()) {
            throw new IllegalArgumentException(
                    "out has "
                            + out.length
                            + " entries, but "
                            + batch
                            + " patches need "
                            + (long) batch * patchLength());
        }
        for (int i = 0; i < batch; i++) {
            copy(corner(step, i), out, i * patchLength());
            if (mirroring == Mirroring.RANDOM) {
                mirror(state(step, i + 4), out, i * patchLength());
            }
        }
    }

    /** The index of the exemplar that each patch of a step is cut from. */
    public int[] picturesOf(long step, int batch) {
        int[] pictures = new int[batch];
        for (int i = 0; i < batch; i++) {
            pictures[i] = corner(step, i).picture();
        }
        return pictures;
    }

    /**
     * Where a patch is cut.
     *
     * @param picture the exemplar's index
     * @param x of the patch's upper left pixel
     * @param y of the patch's upper left pixel
     */
    public record Corner(int picture, int x, int y) {}

    /** Where a patch of a step is cut. */
    public Corner corner(long step, int index) {
        long state = state(step, index);
        int picture = below(exemplars.size(), mix(state + 1));
        Exemplar exemplar = exemplars.get(picture);
        int x = below(exemplar.width() - patchPixels + 1, mix(state + 2));
        int y = below(exemplar.height() - patchPixels + 1, mix(state + 3));
        return new Corner(picture, x, y);
    }

    private long state(long step, int index) {
        return mix(mix(mix(seed) + step) + index);
    }

    private void copy(Corner corner, float[] out, int offset) {
        Exemplar exemplar = exemplars.get(corner.picture());
        int to = offset;
        for (int c = 0; c < exemplar.channels(); c++) {
            for (int row = 0; row < patchPixels; row++) {
                int line = c * exemplar.height() + corner.y() + row;
                int from = line * exemplar.width() + corner.x();
                System.arraycopy(exemplar.pixels(), from, out, to, patchPixels);
                to += patchPixels;
            }
        }
    }

    /** Turns a patch by two bits of a random number. */
    private void mirror(long random, float[] out, int offset) {
        int rows = channels() * patchPixels;
        for (int row = 0; (random & 1) != 0 && row < rows; row++) {
            reverse(out, offset + row * patchPixels, 1, patchPixels);
        }
        for (int column = 0; (random & 2) != 0 && column < patchPixels; column++) {
            for (int c = 0; c < channels(); c++) {
                int top = offset + c * patchPixels * patchPixels + column;
                reverse(out, top, patchPixels, patchPixels);
            }
        }
    }

    private static void reverse(float[] values, int from, int stride, int count) {
        for (int i = 0, j = count - 1; i < j; i++, j--) {
            float kept = values[from + i * stride];
            values[from + i * stride] = values[from + j * stride];
            values[from + j * stride] = kept;
        }
    }

    /**
     * The finaliser of SplitMix64 (Steele, Lea, Flood 2014) after one step of its Weyl sequence.
     */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * A number from 0 to bound - 1 by the high word of a product; its bias is below 2^-31 for any
     * bound.
     */
    private static int below(int bound, long random) {
        return (int) Math.multiplyHigh(random >>> 1, 2L * bound);
    }
}
