package ikat.image;

import java.util.stream.IntStream;

/**
 * Resamples a part of a plane of 8 bits to a picture, one axis after the other, in bands of rows so
 * that a part much larger than the picture needs little memory. Of colours, light is interpolated,
 * not the values that stand for it.
 */
public final class Resampler {

    private final PixelSource plane;
    private final Axis across;
    private final Axis down;
    private final int channels;
    private final Averaging averaging;

    /** A resampler to a picture of {@code across.size()} by {@code down.size()} pixels. */
    public Resampler(PixelSource plane, Axis across, Axis down) {
        this.plane = plane;
        this.across = across;
        this.down = down;
        this.channels = plane.channels();
        this.averaging = plane.averaging();
    }

    /**
     * Renders the picture.
     *
     * @param bandPixels pixels of the plane to hold at once; all that a row needs, if that is more,
     *     and all rows of a plane that repeats vertically
     */
    public Pixels picture(long bandPixels) {
        Pixels picture = Pixels.empty(across.size(), down.size(), channels);
        Span columns = across.span(0, across.size());
        double pixels = (double) columns.length() * down.length();
        int rows =
                down.period > 0
                        ? down.size()
                        : (int)
                                Math.max(
                                        1,
                                        Math.floor(down.size() / Math.max(1, pixels / bandPixels)));
        for (int top = 0; top < down.size(); top += rows) {
            int bottom = Math.min(top + rows, down.size());
            Span span = down.span(top, bottom);
            float[][] narrowed = narrowed(columns, span);
            for (int y = top; y < bottom; y++) {
                fill(narrowed, span, y, picture);
            }
        }
        return picture;
    }

    /** Renders rows and resamples them to the width of the picture. */
    private float[][] narrowed(Span columns, Span rows) {
        byte[] pixels =
                plane.render(
                        new PixelRegion(
                                columns.from(), rows.from(), columns.length(), rows.length()));
        int[][] places = places(columns);
        float[][] narrowed = new float[rows.length()][across.size() * channels];
        for (int y = 0; y < narrowed.length; y++) {
            int row = y * columns.length();
            for (int x = 0; x < places.length; x++) {
                float[] weights = across.weights[x];
                for (int tap = 0; tap < weights.length; tap++) {
                    int at = (row + places[x][tap]) * channels;
                    for (int c = 0; c < channels; c++) {
                        narrowed[y][channels * x + c] +=
                                weights[tap] * averaging.sample(pixels[at + c]);
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
            places[x] = new int[across.weights[x].length];
            for (int tap = 0; tap < places[x].length; tap++) {
                places[x][tap] = columns.index(across.base + across.first[x] + tap);
            }
        }
        return places;
    }

    private void fill(float[][] rows, Span span, int y, Pixels picture) {
        float[] sum = new float[across.size() * channels];
        float[] weights = down.weights[y];
        for (int tap = 0; tap < weights.length; tap++) {
            float[] row = rows[span.index(down.base + down.first[y] + tap)];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[tap] * row[i];
            }
        }
        int at = y * picture.stride();
        if (averaging == Averaging.LIGHT) {
            for (int i = 0; i < sum.length; i++) {
                picture.bytes()[at + i] = Light.value(sum[i]);
            }
            return;
        }
        double[] pixel = new double[channels];
        for (int i = 0; i < sum.length; i += channels) {
            for (int c = 0; c < channels; c++) {
                pixel[c] = Math.max(0, Math.min(255, sum[i + c]));
            }
            averaging.write(pixel, picture, at + i);
        }
    }

    /**
     * The weights of resampling along one axis.
     *
     * @param base pixel of the plane to which {@code first} is relative
     * @param first first pixel of the plane for each pixel of the picture, relative to {@code base}
     * @param weights weights for each pixel of the picture, with a sum of 1
     * @param period pixels after which the plane repeats, 0 for never
     */
    public record Axis(long base, int[] first, float[][] weights, long period) {

        private static final double RADIUS = 2;

        /**
         * Cubic convolution (Keys 1981, a = -1/2). At zooms below 1 the kernel is widened to cover
         * all pixels in view, which avoids flicker and a visible jump at zoom 1. A view at rest on
         * whole pixels at zoom 1 copies them unchanged.
         *
         * @param base pixel of the plane in the middle of the picture
         * @param offset of the middle from its left or upper edge, in pixels of the plane
         * @param zoom pixels of the picture per pixel of the plane
         * @param size of the picture in pixels
         * @param period pixels after which the plane repeats, 0 for never
         */
        public static Axis cubic(long base, double offset, double zoom, int size, long period) {
            int[] first = new int[size];
            float[][] weights = new float[size][];
            for (int i = 0; i < size; i++) {
                double place = offset + (i + 0.5 - size / 2.0) / zoom - 0.5;
                double reach = RADIUS * Math.max(1, 1 / zoom);
                int from = (int) Math.floor(place - reach) + 1;
                int to = (int) Math.ceil(place + reach);
                double[] raw = new double[to - from];
                for (int tap = from; tap < to; tap++) {
                    raw[tap - from] = cubic((tap - place) * Math.min(1, zoom));
                }
                int leading = 0;
                while (raw[leading] == 0) {
                    leading++;
                }
                first[i] = from + leading;
                weights[i] = normalised(raw, leading);
            }
            return new Axis(base, first, weights, period);
        }

        private static double cubic(double x) {
            double d = Math.abs(x);
            return d < 1
                    ? (1.5 * d - 2.5) * d * d + 1
                    : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
        }

        private static float[] normalised(double[] raw, int leading) {
            int end = raw.length;
            while (raw[end - 1] == 0) {
                end--;
            }
            double sum = 0;
            for (double weight : raw) {
                sum += weight;
            }
            float[] weights = new float[end - leading];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (raw[leading + i] / sum);
            }
            return weights;
        }

        /**
         * A box filter where the picture is smaller than its part of the plane, linear
         * interpolation where it is larger. Nothing outside that part is read.
         *
         * @param from where the part begins, in pixels of the plane, within ±2^30
         * @param length of the part, above 0
         * @param size of the picture in pixels
         */
        public static Axis area(double from, double length, int size) {
            int low = (int) Math.floor(from);
            int high = (int) Math.ceil(from + length);
            int[] first = new int[size];
            float[][] weights = new float[size][];
            double step = length / size;
            for (int i = 0; i < size; i++) {
                if (step >= 1) {
                    double begin = from + i * step;
                    first[i] = (int) Math.floor(begin);
                    weights[i] = shares(begin, Math.min(begin + step, high), first[i]);
                } else {
                    double place = Math.max(low, Math.min(high - 1, from + (i + 0.5) * step - 0.5));
                    first[i] = Math.max(low, Math.min((int) Math.floor(place), high - 2));
                    float share = (float) (place - first[i]);
                    weights[i] = high - low == 1 ? new float[] {1} : new float[] {1 - share, share};
                }
            }
            return new Axis(0, first, weights, 0);
        }

        private static float[] shares(double begin, double end, int first) {
            float[] shares = new float[(int) Math.ceil(end) - first];
            for (int i = 0; i < shares.length; i++) {
                double covered = Math.min(first + i + 1, end) - Math.max(first + i, begin);
                shares[i] = (float) (covered / (end - begin));
            }
            return shares;
        }

        /** Pixels of the picture. */
        public int size() {
            return first.length;
        }

        /** Pixels of the plane from the first to the last that is read. */
        public long length() {
            return high(0, size()) - low(0, size());
        }

        private long low(int from, int to) {
            return base + IntStream.range(from, to).map(i -> first[i]).min().orElseThrow();
        }

        private long high(int from, int to) {
            return base
                    + IntStream.range(from, to)
                            .map(i -> first[i] + weights[i].length)
                            .max()
                            .orElseThrow();
        }

        /**
         * The pixels of the plane that some pixels of the picture need; a single period if the
         * plane repeats within them, so that all repetitions are identical.
         */
        private Span span(int from, int to) {
            long low = low(from, to);
            long high = high(from, to);
            return period > 0 && high - low > period
                    ? new Span(0, (int) period, period)
                    : new Span(low, Math.toIntExact(high - low), 0);
        }
    }

    /**
     * An interval of pixels of the plane along one axis: which are rendered, and the index of each
     * pixel among them.
     *
     * @param period period after which the plane and the rendered pixels repeat, 0 for never
     */
    private record Span(long from, int length, long period) {

        int index(long pixel) {
            return (int) (period == 0 ? pixel - from : Math.floorMod(pixel, period));
        }
    }
}
