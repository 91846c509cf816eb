package ikat.image;

import ikat.text.Checks;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Samples square patches from exemplars; every exemplar and every position is equally likely. With
 * a large set, several consecutive steps share a few dozen pictures; every picture is still used
 * equally often.
 *
 * <p>A patch is a pure function of seed, step and index in the batch, so a resumed training sees
 * the same patches as an uninterrupted one. Thread-safe.
 */
public final class PatchSampler {

    private final Exemplars exemplars;
    private final PictureWindows windows;
    private final Map<Integer, SquareCorners> corners = new ConcurrentHashMap<>();
    private final int patchPixels;
    private final long seed;
    private final Mirroring mirroring;
    private final int together;

    /** Creates a sampler without mirroring. */
    public PatchSampler(Exemplars exemplars, int patchPixels, long seed) {
        this(exemplars, patchPixels, seed, Mirroring.NONE, 1);
    }

    /**
     * Creates a sampler.
     *
     * @param exemplars none smaller than a patch
     * @param patchPixels side of a patch, at least 1
     * @param seed any number
     * @param mirroring whether patches are mirrored
     * @param together how many patches after each other in a batch are of one picture, at least 1
     * @throws IllegalArgumentException if an exemplar is too small
     */
    public PatchSampler(
            Exemplars exemplars, int patchPixels, long seed, Mirroring mirroring, int together) {
        this.exemplars = exemplars;
        this.windows = new PictureWindows(exemplars.size(), seed);
        this.patchPixels = patchPixels;
        this.seed = seed;
        this.mirroring = mirroring;
        this.together = Checks.range("together", together, 1, Integer.MAX_VALUE);
        Checks.atLeast("patchPixels", patchPixels, 1);
        exemplars.facts().forEach(this::check);
    }

    private void check(ExemplarFacts facts) {
        if (facts.side() < patchPixels) {
            throw new IllegalArgumentException(
                    "%s is %sx%s pixels%s, but a patch needs %sx%s; take smaller patches or a larger picture"
                            .formatted(
                                    facts.name(),
                                    facts.width(),
                                    facts.height(),
                                    facts.domain().hides() ? ", of which some are hidden" : "",
                                    patchPixels,
                                    patchPixels));
        }
    }

    /** Colour channels of every patch: 1 or 3. */
    public int channels() {
        return exemplars.channels();
    }

    /** Side of a patch in pixels. */
    public int patchPixels() {
        return patchPixels;
    }

    /** How many patches after each other in a batch are of one picture. */
    public int together() {
        return together;
    }

    /** Number of values of one patch: channels times side squared. */
    public int patchLength() {
        return channels() * patchPixels * patchPixels;
    }

    /**
     * Writes the patches of a step as {@code [batch, channels, patchPixels, patchPixels]}, values
     * in [-1, 1].
     *
     * @param step at least 0
     * @param batch number of patches, at least 1
     * @param out destination, exactly as long as the patches need
     */
    public void fill(long step, int batch, float[] out) {
        if (batch < 1 || out.length != (long) batch * patchLength()) {
            throw new IllegalArgumentException(
                    "out has %s entries, but %s patches need %s"
                            .formatted(out.length, batch, (long) batch * patchLength()));
        }
        for (int i = 0; i < batch; i++) {
            Corner corner = corner(step, i);
            exemplars.copySquare(
                    corner.picture(), corner.x(), corner.y(), patchPixels, out, i * patchLength());
            if (mirroring == Mirroring.RANDOM) {
                mirror(state(step, i + 4), out, i * patchLength());
            }
        }
    }

    /**
     * Position of a patch.
     *
     * @param picture the exemplar's index
     * @param x x of the patch's left column in the exemplar
     * @param y y of the patch's top row in the exemplar
     */
    public record Corner(int picture, int x, int y) {}

    /**
     * Position of a patch of a step.
     *
     * @param step at least 0
     * @param index index of the patch in its batch
     */
    public Corner corner(long step, int index) {
        long state = state(step, index);
        long first = state(step, index / together * together);
        int picture = windows.picture(step, RandomWords.mix(first + 1));
        return corners.computeIfAbsent(
                        picture, i -> exemplars.facts(i).domain().squares(patchPixels))
                .corner(picture, RandomWords.mix(state + 2), RandomWords.mix(state + 3));
    }

    private long state(long step, int index) {
        return RandomWords.mix(RandomWords.mix(RandomWords.mix(seed) + step) + index);
    }

    /** Mirrors a patch according to the two low bits of a random number. */
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
}
