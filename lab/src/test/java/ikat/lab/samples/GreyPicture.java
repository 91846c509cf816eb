package ikat.lab.samples;

/** The brightness of a square picture, for measuring. */
final class GreyPicture {

    private final int side;
    private final double[] grey;

    GreyPicture(int[] pixels) {
        side = (int) Math.sqrt(pixels.length);
        grey = new double[pixels.length];
        for (int n = 0; n < grey.length; n++) {
            int pixel = pixels[n];
            grey[n] = ((pixel >> 16 & 255) + (pixel >> 8 & 255) + (pixel & 255)) / 3.0;
        }
    }

    double mean() {
        return blockMean(0, 0, side);
    }

    double quarterMean(int quarter) {
        int half = side / 2;
        return blockMean(quarter % 2 * half, quarter / 2 * half, half);
    }

    private double blockMean(int left, int top, int size) {
        double sum = 0;
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                sum += grey[y * side + x];
            }
        }
        return sum / size / size;
    }

    double deviation() {
        double mean = mean();
        double sum = 0;
        for (double value : grey) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / grey.length);
    }

    /** Correlation with itself moved by (dx, dy) pixels, from -1 to 1. */
    double correlation(int dx, int dy) {
        double mean = mean();
        double sum = 0;
        for (int y = 0; y < side - dy; y++) {
            for (int x = 0; x < side - dx; x++) {
                sum += (grey[y * side + x] - mean) * (grey[(y + dy) * side + x + dx] - mean);
            }
        }
        double deviation = deviation();
        return sum / (side - dx) / (side - dy) / (deviation * deviation);
    }
}
