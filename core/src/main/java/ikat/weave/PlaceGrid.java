package ikat.weave;

import ikat.io.Workers;
import ikat.model.Weave;
import java.util.function.Function;

/**
 * For each pixel of a rectangle of the plane at some level, the place of an exemplar that it shows.
 * A place is a number: the exemplar, the row and the column.
 *
 * @param level number of halvings of the plane
 * @param left column of the first pixel, at this level
 * @param top row of the first pixel, at this level
 * @param width columns
 * @param height rows
 * @param places {@code [height, width]}
 */
record PlaceGrid(int level, long left, long top, int width, int height, int[] places) {

    /** Bits for a column and for a row: more than {@link Weave#LONGEST_SIDE} needs. */
    private static final int BITS = 12;

    private static final int MASK = (1 << BITS) - 1;

    /** Rows that a thread takes at a time. */
    private static final int BAND = 16;

    /** Neighbours that a pixel may join, itself among them. */
    private static final int JOINED = 9;

    static PlaceGrid empty(int level, Span x, Span y) {
        int width = x.length();
        int height = y.length();
        return new PlaceGrid(
                level,
                x.from(),
                y.from(),
                width,
                height,
                new int[Math.multiplyExact(width, height)]);
    }

    /** Columns or rows of the plane. */
    record Span(long from, long to) {

        int length() {
            return Math.toIntExact(to - from);
        }

        Span grown(int by) {
            return new Span(from - by, to + by);
        }

        /** The same at half the size, rounded outwards. */
        Span halved() {
            return new Span(Math.floorDiv(from, 2L), -Math.floorDiv(-to, 2L));
        }

        /** Rounded outwards to even numbers. */
        Span even() {
            Span half = halved();
            return new Span(2 * half.from, 2 * half.to);
        }
    }

    static int place(int source, int x, int y) {
        return source << 2 * BITS | y << BITS | x;
    }

    static int source(int place) {
        return place >>> 2 * BITS;
    }

    static int x(int place) {
        return place & MASK;
    }

    static int y(int place) {
        return place >>> BITS & MASK;
    }

    /** Runs work on bands of rows, each on some thread. */
    static void bands(Workers workers, int rows, Rows work) {
        workers.each(
                (rows + BAND - 1) / BAND,
                band -> work.run(band * BAND, Math.min(rows, (band + 1) * BAND)));
    }

    /** Work on rows. */
    interface Rows {
        void run(int from, int to);
    }

    /** A part of this grid. */
    PlaceGrid cut(Span x, Span y) {
        PlaceGrid part = empty(level, x, y);
        for (int row = 0; row < part.height; row++) {
            int from = (int) (part.top - top + row) * width + (int) (part.left - left);
            System.arraycopy(places, from, part.places, row * part.width, part.width);
        }
        return part;
    }

    /**
     * The same places at twice the size, where each pixel becomes four.
     *
     * @param exemplars at the finer level, by source
     * @param x columns of the finer level, within this grid
     * @param y rows of the finer level, within this grid
     */
    PlaceGrid enlarged(ExemplarLevel[] exemplars, Span x, Span y, Workers workers) {
        PlaceGrid finer = empty(level - 1, x, y);
        int times = ExemplarLevel.spacing(level) / ExemplarLevel.spacing(level - 1);
        bands(
                workers,
                finer.height,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        long fineY = finer.top + row;
                        int own = (int) (Math.floorDiv(fineY, 2L) - top) * width;
                        int lower = (int) Math.floorMod(fineY, 2L);
                        for (int column = 0; column < finer.width; column++) {
                            long fineX = finer.left + column;
                            int place = places[own + (int) (Math.floorDiv(fineX, 2L) - left)];
                            ExemplarLevel exemplar = exemplars[source(place)];
                            int stride = exemplar.stride();
                            int right = (int) Math.floorMod(fineX, 2L);
                            finer.places[row * finer.width + column] =
                                    place(
                                            source(place),
                                            exemplar.column(x(place) * times + right * stride),
                                            exemplar.row(y(place) * times + lower * stride));
                        }
                    }
                });
        return finer;
    }

    /**
     * Lets neighbours agree: each pixel takes, of the places that would continue its own or a
     * neighbour's piece of exemplar, the one whose neighbourhood is most like what the grid shows
     * around it (coherent candidates: Ashikhmin 2001; in parallel, from one grid to the next:
     * Lefebvre and Hoppe 2005).
     *
     * @param exemplars at this level, by source
     * @param radius of the neighbourhoods, at least 1
     * @return a grid that is smaller by the radius on each side
     */
    PlaceGrid agreed(ExemplarLevel[] exemplars, int radius, Workers workers) {
        Span x = new Span(left, left + width).grown(-radius);
        Span y = new Span(top, top + height).grown(-radius);
        PlaceGrid next = empty(level, x, y);
        Colours shown =
                shown(exemplars, ExemplarLevel::compared, ExemplarLevel::comparedAt, workers);
        bands(
                workers,
                next.height,
                (from, to) -> {
                    Choice choice = new Choice(exemplars, shown, radius);
                    for (int row = from; row < to; row++) {
                        for (int column = 0; column < next.width; column++) {
                            next.places[row * next.width + column] =
                                    choice.at(column + radius, row + radius);
                        }
                    }
                });
        return next;
    }

    /** Whether all neighbours of a pixel continue its piece of exemplar. */
    boolean isWithinPiece(int x, int y, int stride) {
        int at = y * width + x;
        int own = places[at];
        int down = stride << BITS;
        return places[at - 1] == own - stride
                && places[at + 1] == own + stride
                && places[at - width] == own - down
                && places[at + width] == own + down
                && places[at - width - 1] == own - down - stride
                && places[at - width + 1] == own - down + stride
                && places[at + width - 1] == own + down - stride
                && places[at + width + 1] == own + down + stride;
    }

    /**
     * The place at a pixel that continues the piece of a neighbour, or -1 where the exemplar shows
     * nothing.
     */
    int continued(ExemplarLevel[] exemplars, int x, int y, int dx, int dy) {
        int theirs = places[(y + dy) * width + x + dx];
        ExemplarLevel exemplar = exemplars[source(theirs)];
        int placeX = exemplar.column(x(theirs) - dx * exemplar.stride());
        int placeY = exemplar.row(y(theirs) - dy * exemplar.stride());
        return exemplar.isThere(placeX, placeY) ? place(source(theirs), placeX, placeY) : -1;
    }

    /** The colours that the grid shows. */
    Colours shown(ExemplarLevel[] exemplars, Workers workers) {
        return shown(exemplars, ExemplarLevel::colours, ExemplarLevel::at, workers);
    }

    /** What the grid shows of some values at each place. */
    private Colours shown(
            ExemplarLevel[] exemplars,
            Function<ExemplarLevel, Colours> values,
            Place start,
            Workers workers) {
        Colours theirs = values.apply(exemplars[0]);
        int channels = theirs.channels();
        Colours shown = Colours.empty(width, height, channels, theirs.chroma());
        bands(
                workers,
                height,
                (from, to) -> {
                    for (int i = from * width; i < to * width; i++) {
                        int place = places[i];
                        ExemplarLevel exemplar = exemplars[source(place)];
                        int at = start.of(exemplar, x(place), y(place));
                        float[] known = values.apply(exemplar).values();
                        for (int c = 0; c < channels; c++) {
                            shown.values()[i * channels + c] = known[at + c];
                        }
                    }
                });
        return shown;
    }

    /** Where the values at a place of an exemplar begin. */
    private interface Place {
        int of(ExemplarLevel exemplar, int x, int y);
    }

    /** The choice of a place for one pixel after the other. */
    private final class Choice {

        private final ExemplarLevel[] exemplars;
        private final Colours shown;
        private final int radius;
        private final int[] candidates = new int[JOINED];

        Choice(ExemplarLevel[] exemplars, Colours shown, int radius) {
            this.exemplars = exemplars;
            this.shown = shown;
            this.radius = radius;
        }

        int at(int x, int y) {
            int own = places[y * width + x];
            if (isWithinPiece(x, y, exemplars[source(own)].stride())) {
                return own;
            }
            candidates[0] = own;
            int count = 1;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int candidate = continued(exemplars, x, y, dx, dy);
                    if (candidate >= 0 && isNew(candidate, count)) {
                        candidates[count++] = candidate;
                    }
                }
            }
            int best = own;
            float least = Float.MAX_VALUE;
            for (int i = 0; i < count; i++) {
                float error = error(x, y, candidates[i], least);
                if (error < least || error == least && candidates[i] < best) {
                    least = error;
                    best = candidates[i];
                }
            }
            return best;
        }

        private boolean isNew(int candidate, int count) {
            for (int i = 0; i < count; i++) {
                if (candidates[i] == candidate) {
                    return false;
                }
            }
            return true;
        }

        /** Three sums, so that none waits for the one before. */
        private static float squares(float[] a, int from, float[] b, int start, int count) {
            float first = 0;
            float second = 0;
            float third = 0;
            int i = 0;
            for (; i + 2 < count; i += 3) {
                float x = a[from + i] - b[start + i];
                float y = a[from + i + 1] - b[start + i + 1];
                float z = a[from + i + 2] - b[start + i + 2];
                first += x * x;
                second += y * y;
                third += z * z;
            }
            for (; i < count; i++) {
                float x = a[from + i] - b[start + i];
                first += x * x;
            }
            return first + second + third;
        }

        /** The squared difference of two neighbourhoods, or any sum that reaches the bound. */
        private float error(int x, int y, int place, float bound) {
            ExemplarLevel exemplar = exemplars[source(place)];
            float[] theirs = exemplar.compared().values();
            float[] ours = shown.values();
            int channels = shown.channels();
            int stride = exemplar.stride();
            int run = stride == 1 ? (2 * radius + 1) * channels : channels;
            int runs = stride == 1 ? 1 : 2 * radius + 1;
            int down = stride * exemplar.compared().width() * channels;
            int a = shown.at(x - radius, y - radius);
            int b = exemplar.comparedAt(x(place), y(place)) - radius * (down + stride * channels);
            float sum = 0;
            for (int row = 0; row <= 2 * radius && sum < bound; row++) {
                for (int i = 0; i < runs; i++) {
                    sum += squares(ours, a + i * run, theirs, b + i * run * stride, run);
                }
                a += width * channels;
                b += down;
            }
            return sum;
        }
    }
}
