package ikat.weave;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.Pixels;
import ikat.model.Weave;
import org.jspecify.annotations.Nullable;

/**
 * An exemplar at a reduced size, at every place where a pixel of that size may lie: the mean of
 * {@code 2^level x 2^level} pixels right of and below each place. Places are {@link #spacing}
 * pixels apart, and a neighbouring pixel is {@link #stride} places away. Around the places of the
 * picture lies a margin that repeats the outermost ones, so that neighbourhoods need no checks.
 *
 * @param columns places in a row
 * @param rows places in a column
 * @param stride places from a pixel to its neighbour
 * @param colours by which places are searched for, with the margin
 * @param compared by which neighbours agree: the colours, and the height where there is a map of it
 * @param shown what is painted: at each place the mean light, without the margin
 */
record ExemplarLevel(
        int columns, int rows, int stride, Colours colours, Colours compared, Pixels shown) {

    /** Finer places of a coarse level would only make the search longer. */
    private static final int MOST_SPACING = 4;

    /** An exemplar without a map of heights. */
    static ExemplarLevel of(Pixels picture, int level, float chroma) {
        return of(picture, null, 0, level, chroma);
    }

    /**
     * @param heights of the exemplar, or null
     * @param relief the weight of heights beside colours
     * @param chroma the weight of hue and saturation
     */
    static ExemplarLevel of(
            Pixels picture, @Nullable Pixels heights, float relief, int level, float chroma) {
        int side = 1 << level;
        int spacing = spacing(level);
        int stride = side / spacing;
        int margin = Weave.RADIUS * stride;
        int columns = (picture.width() - side) / spacing + 1;
        int rows = (picture.height() - side) / spacing + 1;
        int channels = picture.channels();
        Colours all = Colours.empty(columns + 2 * margin, rows + 2 * margin, channels, chroma);
        for (int y = 0; y < all.height(); y++) {
            int top = inside(y - margin, rows) * spacing;
            for (int x = 0; x < all.width(); x++) {
                int left = inside(x - margin, columns) * spacing;
                for (int c = 0; c < channels; c++) {
                    float mean = sum(picture, left, top, side, c) / (127.5f * side * side) - 1;
                    all.values()[all.at(x, y) + c] = mean;
                }
            }
        }
        all.weigh();
        Colours compared = heights == null ? all : with(all, heights, relief, level, margin);
        return new ExemplarLevel(
                columns, rows, stride, all, compared, shown(picture, level, Averaging.LIGHT));
    }

    /** Colours with the mean height at each place as one more channel. */
    private static Colours with(
            Colours colours, Pixels heights, float relief, int level, int margin) {
        Pixels means = shown(heights, level, Averaging.VALUES);
        Depth depth = means.depth();
        int channels = colours.channels();
        Colours all =
                Colours.empty(colours.width(), colours.height(), channels + 1, colours.chroma());
        for (int y = 0; y < all.height(); y++) {
            int row = inside(y - margin, means.height());
            for (int x = 0; x < all.width(); x++) {
                int place = means.at(inside(x - margin, means.width()), row);
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
     */
    static Pixels shown(Pixels picture, int level, Averaging averaging) {
        if (level == 0) {
            return picture;
        }
        int side = 1 << level;
        int spacing = spacing(level);
        int columns = (picture.width() - side) / spacing + 1;
        int rows = (picture.height() - side) / spacing + 1;
        Pixels shown = Pixels.empty(columns, rows, picture.channels(), picture.depth());
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                picture.cut(x * spacing, y * spacing, side, side)
                        .halved(level, averaging)
                        .copyInto(shown, x, y);
            }
        }
        return shown;
    }

    private static int inside(int at, int count) {
        return Math.max(0, Math.min(count - 1, at));
    }

    private static int sum(Pixels picture, int left, int top, int side, int channel) {
        int sum = 0;
        for (int y = top; y < top + side; y++) {
            int from = y * picture.stride() + left * picture.channels() + channel;
            for (int x = 0; x < side; x++) {
                sum += picture.bytes()[from + x * picture.channels()] & 0xff;
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
