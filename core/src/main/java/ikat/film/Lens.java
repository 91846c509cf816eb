package ikat.film;

import ikat.film.Camera.View;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;

/**
 * Resampler from the plane to a frame: renders the plane at its own resolution and resamples the
 * result.
 */
final class Lens {

    /** Maximum number of pixels rendered at once, so that a zoomed-out view needs little memory. */
    private static final long BAND_PIXELS = 1 << 24;

    private final PixelSource plane;
    private final Repeat repeat;
    private final Taps across;
    private final Taps down;

    Lens(PixelSource plane, Repeat repeat, View view, int width, int height) {
        this.plane = plane;
        this.repeat = repeat;
        this.across = Taps.of(view.x(), view.zoom(), width);
        this.down = Taps.of(view.y(), view.zoom(), height);
    }

    /** Renders the frame in red, green and blue. */
    Pixels take() {
        Pixels frame = Pixels.empty(across.size(), down.size(), 3);
        Span columns =
                Span.covering(
                        across.low(0, across.size()),
                        across.high(0, across.size()),
                        repeat.width());
        int rows = bandRows(columns.length());
        for (int top = 0; top < down.size(); top += rows) {
            int bottom = Math.min(top + rows, down.size());
            Span span =
                    Span.covering(down.low(top, bottom), down.high(top, bottom), repeat.height());
            float[][] narrowed = narrowed(columns, span);
            for (int y = top; y < bottom; y++) {
                fill(narrowed, span, y, frame.bytes(), y * frame.stride());
            }
        }
        return frame;
    }

    /** Rows of the frame whose source fits in a band; all rows if the plane repeats vertically. */
    private int bandRows(int columns) {
        double pixels = (double) columns * (down.high(0, down.size()) - down.low(0, down.size()));
        return repeat.height() > 0
                ? down.size()
                : (int) Math.max(1, Math.floor(down.size() / Math.max(1, pixels / BAND_PIXELS)));
    }

    /** Renders rows and resamples them to the width of the frame. */
    private float[][] narrowed(Span columns, Span rows) {
        byte[] pixels =
                plane.render(
                        new PixelRegion(
                                columns.from(), rows.from(), columns.length(), rows.length()));
        int channels = plane.channels();
        int[][] places = places(columns);
        float[][] narrowed = new float[rows.length()][across.size() * 3];
        for (int y = 0; y < narrowed.length; y++) {
            int row = y * columns.length();
            for (int x = 0; x < places.length; x++) {
                float[] weights = across.weights()[x];
                for (int tap = 0; tap < weights.length; tap++) {
                    int at = (row + places[x][tap]) * channels;
                    for (int c = 0; c < 3; c++) {
                        narrowed[y][3 * x + c] +=
                                weights[tap] * (pixels[at + (channels == 1 ? 0 : c)] & 255);
                    }
                }
            }
        }
        return narrowed;
    }

    /** The column of every tap of every pixel of a row. */
    private int[][] places(Span columns) {
        int[][] places = new int[across.size()][];
        for (int x = 0; x < places.length; x++) {
            places[x] = new int[across.weights()[x].length];
            for (int tap = 0; tap < places[x].length; tap++) {
                places[x][tap] = columns.index(across.base() + across.first()[x] + tap);
            }
        }
        return places;
    }

    private void fill(float[][] rows, Span span, int y, byte[] frame, int at) {
        float[] sum = new float[across.size() * 3];
        float[] weights = down.weights()[y];
        for (int tap = 0; tap < weights.length; tap++) {
            float[] row = rows[span.index(down.base() + down.first()[y] + tap)];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[tap] * row[i];
            }
        }
        for (int i = 0; i < sum.length; i++) {
            frame[at + i] = (byte) Math.round(Math.max(0, Math.min(255, sum[i])));
        }
    }

    /**
     * An interval of pixels of the plane along one axis: which are rendered, and the index of each
     * pixel among them.
     *
     * @param from first rendered pixel
     * @param length number of rendered pixels
     * @param period period after which the plane and the rendered pixels repeat, 0 for never
     */
    private record Span(long from, int length, long period) {

        /**
         * The interval that covers the pixels from {@code low} to {@code high}; a single period if
         * the plane repeats within them, so that all repetitions are identical.
         */
        static Span covering(long low, long high, long period) {
            return period > 0 && high - low > period
                    ? new Span(0, (int) period, period)
                    : new Span(low, Math.toIntExact(high - low), 0);
        }

        /** Index of a pixel among the rendered ones. */
        int index(long pixel) {
            return (int) (period == 0 ? pixel - from : Math.floorMod(pixel, period));
        }
    }
}
