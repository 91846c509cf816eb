package ikat.weave;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.Domain;
import ikat.image.Pixels;
import ikat.model.Weave;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * An exemplar at a reduced size, at every place where a pixel of that size may lie: the mean of
 * {@code 2^level x 2^level} pixels right of and below each place. Places are {@link #spacing}
 * pixels apart, and a neighbouring pixel is {@link #stride} places away. Around the places of the
 * picture lies a margin that repeats the outermost ones, or goes on at the opposite edge of a
 * torus, so that neighbourhoods need no checks.
 *
 * @param columns places in a row
 * @param rows places in a column
 * @param stride places from a pixel to its neighbour
 * @param colours by which places are searched for, with the margin
 * @param compared by which neighbours agree: the colours, and the height where there is a map of it
 * @param shown what is painted: at each place the mean light, without the margin
 * @param torus whether opposite edges join
 * @param hidden the places, row by row, of which a pixel is hidden
 */
record ExemplarLevel(
        int columns,
        int rows,
        int stride,
        Colours colours,
        Colours compared,
        Pixels shown,
        boolean torus,
        BitSet hidden) {

    /** Finer places of a coarse level would only make the search longer. */
    private static final int MOST_SPACING = 4;

    /** An exemplar without a map of heights. */
    static ExemplarLevel of(Pixels picture, Domain domain, int level, float chroma) {
        return of(picture, domain, null, 0, level, chroma);
    }

    /**
     * @param domain the pixels that may be shown
     * @param heights of the exemplar, or null
     * @param relief the weight of heights beside colours
     * @param chroma the weight of hue and saturation
     */
    static ExemplarLevel of(
            Pixels picture,
            Domain domain,
            @Nullable Pixels heights,
            float relief,
            int level,
            float chroma) {
        int side = 1 << level;
        int spacing = spacing(level);
        int stride = side / spacing;
        int margin = Weave.RADIUS * stride;
        boolean torus = domain.isTorus();
        int columns = places(picture.width(), level, torus);
        int rows = places(picture.height(), level, torus);
        int channels = picture.channels();
        Colours all = Colours.empty(columns + 2 * margin, rows + 2 * margin, channels, chroma);
        for (int y = 0; y < all.height(); y++) {
            int top = inside(y - margin, rows, torus) * spacing;
            for (int x = 0; x < all.width(); x++) {
                int left = inside(x - margin, columns, torus) * spacing;
                for (int c = 0; c < channels; c++) {
                    float mean = sum(picture, left, top, side, c) / (127.5f * side * side) - 1;
                    all.values()[all.at(x, y) + c] = mean;
                }
            }
        }
        all.weigh();
        Colours compared = heights == null ? all : with(all, heights, relief, level, margin, torus);
        return new ExemplarLevel(
                columns,
                rows,
                stride,
                all,
                compared,
                shown(picture, level, Averaging.LIGHT, torus),
                torus,
                hidden(domain, level, columns, rows));
    }

    /** Places along a side. */
    private static int places(int pixels, int level, boolean torus) {
        int side = 1 << level;
        return (torus ? pixels : pixels - side + spacing(level)) / spacing(level);
    }

    private static BitSet hidden(Domain domain, int level, int columns, int rows) {
        BitSet hidden = new BitSet();
        int side = 1 << level;
        for (int place = 0; place < columns * rows && domain.hides(); place++) {
            int left = place % columns * spacing(level);
            int top = place / columns * spacing(level);
            for (int i = 0; i < side * side; i++) {
                if (domain.isHidden(left + i % side, top + i / side)) {
                    hidden.set(place);
                    break;
                }
            }
        }
        return hidden;
    }

    /** The column that continues a row: another one only beyond the edge of a torus. */
    int column(int x) {
        return torus ? Math.floorMod(x, columns) : x;
    }

    /** The row that continues a column. */
    int row(int y) {
        return torus ? Math.floorMod(y, rows) : y;
    }

    /** Whether there is a place that may be shown. */
    boolean isThere(int x, int y) {
        return x >= 0 && y >= 0 && x < columns && y < rows && !hidden.get(y * columns + x);
    }

    /** Colours with the mean height at each place as one more channel. */
    private static Colours with(
            Colours colours, Pixels heights, float relief, int level, int margin, boolean torus) {
        Pixels means = shown(heights, level, Averaging.VALUES, torus);
        Depth depth = means.depth();
        int channels = colours.channels();
        Colours all =
                Colours.empty(colours.width(), colours.height(), channels + 1, colours.chroma());
        for (int y = 0; y < all.height(); y++) {
            int row = inside(y - margin, means.height(), torus);
            for (int x = 0; x < all.width(); x++) {
                int place = means.at(inside(x - margin, means.width(), torus), row);
                int at = all.at(x, y);
                System.arraycopy(colours.values(), colours.at(x, y), all.values(), at, channels);
                double height = depth.get(means.bytes(), place) / depth.one();
                all.values()[at + channels] = (float) (relief * height);
            }
        }
        return all;
    }

    /**
     * The means of a picture, or of a map, at the places of a level.
     *
     * @param averaging what a mean is
     * @param torus whether opposite edges of the picture join
     */
    static Pixels shown(Pixels picture, int level, Averaging averaging, boolean torus) {
        if (level == 0) {
            return picture;
        }
        int side = 1 << level;
        int spacing = spacing(level);
        int columns = places(picture.width(), level, torus);
        int rows = places(picture.height(), level, torus);
        Pixels around =
                torus ? picture.repeated(picture.width() + side, picture.height() + side) : picture;
        Pixels shown = Pixels.empty(columns, rows, picture.channels(), picture.depth());
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                around.cut(x * spacing, y * spacing, side, side)
                        .halved(level, averaging)
                        .copyInto(shown, x, y);
            }
        }
        return shown;
    }

    private static int inside(int at, int count, boolean torus) {
        return torus ? Math.floorMod(at, count) : Math.max(0, Math.min(count - 1, at));
    }

    private static int sum(Pixels picture, int left, int top, int side, int channel) {
        int sum = 0;
        for (int y = top; y < top + side; y++) {
            int row = y % picture.height();
            for (int x = left; x < left + side; x++) {
                sum += picture.bytes()[picture.at(x % picture.width(), row) + channel] & 0xff;
            }
        }
        return sum;
    }

    /** Pixels of the exemplar from one place of a level to the next. */
    static int spacing(int level) {
        return Math.min(1 << level, MOST_SPACING);
    }

    /** Where the channels at a place begin. */
    int at(int x, int y) {
        int margin = Weave.RADIUS * stride;
        return colours.at(x + margin, y + margin);
    }

    /** Where what is compared at a place begins. */
    int comparedAt(int x, int y) {
        int margin = Weave.RADIUS * stride;
        return compared.at(x + margin, y + margin);
    }

    void neighbourhood(int x, int y, float[] out) {
        int margin = Weave.RADIUS * stride;
        colours.neighbourhood(x + margin, y + margin, stride, out);
    }
}
