package ikat.analysis;

import ikat.image.Exemplar;

/**
 * Tells whether a picture tiles, that is, whether opposite edges join: at half size, where noise
 * and the blocks of JPEG count less, they differ hardly more than neighbouring lines beside them
 * do, and no shift along the edge makes them more alike.
 */
public final class JoiningEdges {

    /** A picture with a shorter side says too little; the same holds for shifts below the other. */
    private static final int LEAST_SIDE = 16;

    private static final int LEAST_SHIFT = 3;

    /** Lines beside each edge, whose differences are known to be of the texture. */
    private static final int LINES = 5;

    /** Measured on eleven pictures that tile and twenty-nine that do not. */
    private static final double MOST = 1.3;

    private final int channels;
    private final int along; // pixels of a line, at half size
    private final float[][] first = new float[LINES][]; // from the edge inwards
    private final float[][] last = new float[LINES][];

    private JoiningEdges(Exemplar picture, boolean upright) {
        this.channels = picture.channels();
        this.along = (upright ? picture.height() : picture.width()) / 2;
        int across = upright ? picture.width() : picture.height();
        for (int i = 0; i < LINES; i++) {
            first[i] = line(picture, upright, 2 * i);
            last[i] = line(picture, upright, across - 2 - 2 * i);
        }
    }

    private float[] line(Exemplar picture, boolean upright, int at) {
        float[] line = new float[along * channels];
        for (int i = 0; i < along; i++) {
            int x = upright ? at : 2 * i;
            int y = upright ? 2 * i : at;
            for (int c = 0; c < channels; c++) {
                line[i * channels + c] =
                        (picture.at(c, x, y)
                                        + picture.at(c, x + 1, y)
                                        + picture.at(c, x, y + 1)
                                        + picture.at(c, x + 1, y + 1))
                                / 4;
            }
        }
        return line;
    }

    /** Whether both pairs of opposite edges of a picture join. */
    public static boolean of(Exemplar picture) {
        return Math.min(picture.width(), picture.height()) >= LEAST_SIDE
                && new JoiningEdges(picture, true).join()
                && new JoiningEdges(picture, false).join();
    }

    private boolean join() {
        double edge = difference(last[0], first[0], 0);
        double inside = greatest(0);
        if (edge > MOST * inside) {
            return false;
        }
        for (int shift = LEAST_SHIFT; shift <= along - LEAST_SHIFT; shift++) {
            // Lines of an oblique texture are more alike if shifted, wherever they are.
            if (difference(last[0], first[0], shift) < edge && greatest(shift) > inside) {
                return false;
            }
        }
        return true;
    }

    /** The greatest difference of neighbouring lines, of which the right or lower is shifted. */
    private double greatest(int shift) {
        double greatest = 0;
        for (int i = 1; i < LINES; i++) {
            greatest = Math.max(greatest, difference(first[i - 1], first[i], shift));
            greatest = Math.max(greatest, difference(last[i], last[i - 1], shift));
        }
        return greatest;
    }

    /** The mean difference of two lines, of which the other is shifted in a circle. */
    private double difference(float[] line, float[] other, int shift) {
        double sum = 0;
        for (int i = 0; i < line.length; i++) {
            sum += Math.abs(line[i] - other[(i + shift * channels) % line.length]);
        }
        return sum / line.length;
    }
}
