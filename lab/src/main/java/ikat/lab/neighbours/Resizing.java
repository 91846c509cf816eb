package ikat.lab.neighbours;

/**
 * Cubic resampling, with a kernel that widens as a picture is reduced so that nothing folds back
 * (Keys 1981, with a = -1/2). Pixels beyond the edge are those at the edge.
 */
final class Resizing {

    private static final double REACH = 2;
    private static final double SHARPNESS = -0.5;

    private final int[] firsts; // for each pixel made, the first pixel it is made of
    private final float[][] weights;

    private Resizing(int from, int to) {
        firsts = new int[to];
        weights = new float[to][];
        double step = (double) from / to;
        double width = Math.max(1, step);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * step - 0.5;
            int first = (int) Math.ceil(centre - REACH * width);
            int last = (int) Math.floor(centre + REACH * width);
            firsts[i] = first;
            weights[i] = normalised(first, last, centre, width);
        }
    }

    private static float[] normalised(int first, int last, double centre, double width) {
        double sum = 0;
        for (int i = first; i <= last; i++) {
            sum += kernel((i - centre) / width);
        }
        float[] weights = new float[last - first + 1];
        for (int i = first; i <= last; i++) {
            weights[i - first] = (float) (kernel((i - centre) / width) / sum);
        }
        return weights;
    }

    private static double kernel(double distance) {
        double x = Math.abs(distance);
        if (x >= REACH) {
            return 0;
        }
        return x < 1
                ? (SHARPNESS + 2) * x * x * x - (SHARPNESS + 3) * x * x + 1
                : SHARPNESS * (x * x * x - 5 * x * x + 8 * x - 4);
    }

    /** A picture at another size. */
    static Raster of(Raster picture, int width, int height) {
        Resizing across = new Resizing(picture.width(), width);
        Resizing down = new Resizing(picture.height(), height);
        int channels = picture.channels();
        float[] narrowed = new float[width * picture.height() * channels];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                for (int k = 0; k < across.weights[x].length; k++) {
                    int column = clamp(across.firsts[x] + k, picture.width());
                    add(
                            picture.values(),
                            y * picture.width() + column,
                            across.weights[x][k],
                            narrowed,
                            y * width + x,
                            channels);
                }
            }
        }
        float[] made = new float[width * height * channels];
        for (int y = 0; y < height; y++) {
            for (int k = 0; k < down.weights[y].length; k++) {
                int row = clamp(down.firsts[y] + k, picture.height());
                for (int x = 0; x < width; x++) {
                    add(
                            narrowed,
                            row * width + x,
                            down.weights[y][k],
                            made,
                            y * width + x,
                            channels);
                }
            }
        }
        return new Raster(width, height, channels, made);
    }

    private static int clamp(int i, int size) {
        return Math.max(0, Math.min(size - 1, i));
    }

    private static void add(
            float[] from, int source, float weight, float[] to, int target, int channels) {
        for (int c = 0; c < channels; c++) {
            to[target * channels + c] += weight * from[source * channels + c];
        }
    }
}
