package ikat.quilt;

import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.quilt.PatchChoice.Place;

/*
 * Design
 *
 * Image quilting (Efros, Freeman 2001) sews a picture in the order of its rows, so that each pixel
 * depends on all before it. Here every part is a function of its own place:
 *
 * - Where a patch is taken from depends on the patch's column and row alone (PatchChoice). Patches
 *   fit each other, since all are chosen to resemble one repetition of the exemplar.
 * - Patches of one row of patches are joined along paths from the top to the bottom of the row,
 *   each of which depends on the two patches that it joins. This gives strips without an end.
 * - Strips are joined along paths from left to right that pass through the middle of the overlap
 *   at every multiple of the pitch, so that each piece between two such points depends on the six
 *   patches around it.
 */

/**
 * An endless plane sewn from patches of an exemplar, without training. Regions join without a seam
 * in whatever order they are rendered. It copies the exemplar, so it stands in for what is not
 * learned yet. Thread-safe.
 */
public final class QuiltedPlane implements PixelSource {

    /** The shortest side of an exemplar. */
    public static final int LEAST_SIDE = 16;

    private static final float FEATHER = 1.5f; // half the width of the blend along a path

    private final Pixels exemplar;
    private final Patches patches;
    private final PatchChoice choice;
    private final int channels;

    /**
     * A plane.
     *
     * @param exemplar of 8 bits, 1 or 3 channels and {@link #LEAST_SIDE} pixels a side or more
     * @param seed gives other planes
     */
    public QuiltedPlane(Pixels exemplar, long seed) {
        int shorter = Math.min(exemplar.width(), exemplar.height());
        if (shorter < LEAST_SIDE || exemplar.depth() != Depth.EIGHT) {
            throw new IllegalArgumentException(
                    "the exemplar has %sx%s pixels of %s, but must have at least %s a side, of 8 bits"
                            .formatted(
                                    exemplar.width(),
                                    exemplar.height(),
                                    exemplar.depth(),
                                    LEAST_SIDE));
        }
        this.exemplar = exemplar;
        this.patches = Patches.of(shorter);
        this.choice = new PatchChoice(exemplar, patches, seed);
        this.channels = exemplar.channels();
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public byte[] render(PixelRegion region) {
        Pixels out = Pixels.empty(region.width(), region.height(), channels);
        long last = patches.at(region.bottom() - 1);
        for (long j = patches.at(region.top()); j <= last; j++) {
            renderRow(j, region, out);
        }
        return out.bytes();
    }

    /** Writes the rows from the beginning of a row of patches to that of the next. */
    private void renderRow(long j, PixelRegion region, Pixels out) {
        int pitch = patches.pitch();
        int overlap = patches.overlap();
        long first = patches.begin(j);
        Strip upper = new Strip(j - 1, region.left(), region.width(), pitch, overlap);
        Strip strip = new Strip(j, region.left(), region.width(), 0, pitch);
        int[] paths = paths(j, region.left(), region.width());
        for (int y = 0; y < pitch; y++) {
            long row = first + y - region.top();
            if (row < 0 || row >= region.height()) {
                continue;
            }
            for (int x = 0; x < region.width(); x++) {
                float share = y < overlap ? share(y - paths[x]) : 1;
                int to = out.at(x, (int) row);
                for (int c = 0; c < channels; c++) {
                    float value = strip.at(x, y, c);
                    if (share < 1) {
                        value = share * value + (1 - share) * upper.at(x, y, c);
                    }
                    out.bytes()[to + c] = (byte) Math.round(value);
                }
            }
        }
    }

    /** The share of what lies behind a path, by the distance from it. */
    private static float share(int distance) {
        return Math.max(0, Math.min(1, (distance + 0.5f + FEATHER) / (2 * FEATHER)));
    }

    /** Where the strip of a row of patches begins below the one above, for some columns. */
    private int[] paths(long j, long left, int width) {
        int pitch = patches.pitch();
        int[] paths = new int[width];
        long end = left + width;
        for (long i = Math.floorDiv(left, pitch); i * pitch < end; i++) {
            int[] path = joint(i, j);
            for (int x = 0; x < pitch; x++) {
                long column = i * pitch + x - left;
                if (column >= 0 && column < width) {
                    paths[(int) column] = path[x];
                }
            }
        }
        return paths;
    }

    /** The path between two strips over the width of a pitch. */
    private int[] joint(long i, long j) {
        int pitch = patches.pitch();
        int overlap = patches.overlap();
        Strip upper = new Strip(j - 1, i * pitch, pitch, pitch, overlap);
        Strip lower = new Strip(j, i * pitch, pitch, 0, overlap);
        float[] costs = new float[pitch * overlap];
        for (int x = 0; x < pitch; x++) {
            for (int y = 0; y < overlap; y++) {
                for (int c = 0; c < channels; c++) {
                    float d = upper.at(x, y, c) - lower.at(x, y, c);
                    costs[x * overlap + y] += d * d;
                }
            }
        }
        return CutPath.cheapest(costs, overlap, true);
    }

    /** The path between a patch and the one to its left. */
    private int[] seam(long i, long j) {
        Place left = choice.of(i - 1, j);
        Place right = choice.of(i, j);
        int side = patches.side();
        int overlap = patches.overlap();
        float[] costs = new float[side * overlap];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < overlap; x++) {
                int one = exemplar.at(left.left() + patches.pitch() + x, left.top() + y);
                int other = exemplar.at(right.left() + x, right.top() + y);
                for (int c = 0; c < channels; c++) {
                    int d =
                            (exemplar.bytes()[one + c] & 0xff)
                                    - (exemplar.bytes()[other + c] & 0xff);
                    costs[y * overlap + x] += d * d;
                }
            }
        }
        return CutPath.cheapest(costs, overlap, false);
    }

    /** A part of a row of patches, joined from left to right. */
    private final class Strip {

        private final float[] values; // [rows, width, channels]
        private final int width;

        /** Some rows of the strip, counted from where its patches begin. */
        Strip(long j, long left, int width, int firstRow, int rows) {
            this.width = width;
            values = new float[rows * width * channels];
            long end = left + width;
            for (long i = patches.at(left); patches.begin(i) < end; i++) {
                sew(i, j, left, firstRow, rows);
            }
        }

        /** Writes the columns from the beginning of a patch to that of the next. */
        private void sew(long i, long j, long left, int firstRow, int rows) {
            Place own = choice.of(i, j);
            Place before = choice.of(i - 1, j);
            int[] path = seam(i, j);
            int from = (int) Math.max(0, left - patches.begin(i));
            int to = (int) Math.min(patches.pitch(), left + width - patches.begin(i));
            for (int y = 0; y < rows; y++) {
                int row = firstRow + y;
                for (int x = from; x < to; x++) {
                    float share = x < patches.overlap() ? share(x - path[row]) : 1;
                    int at = (int) (patches.begin(i) + x - left);
                    for (int c = 0; c < channels; c++) {
                        float value = sample(own, x, row, c);
                        if (share < 1) {
                            value =
                                    share * value
                                            + (1 - share)
                                                    * sample(before, x + patches.pitch(), row, c);
                        }
                        values[(y * width + at) * channels + c] = value;
                    }
                }
            }
        }

        private int sample(Place place, int x, int y, int c) {
            return exemplar.bytes()[exemplar.at(place.left() + x, place.top() + y) + c] & 0xff;
        }

        float at(int x, int y, int c) {
            return values[(y * width + x) * channels + c];
        }
    }
}
