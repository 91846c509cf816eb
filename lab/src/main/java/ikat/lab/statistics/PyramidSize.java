package ikat.lab.statistics;

import ikat.image.Exemplar;
import ikat.signal.Fourier;

/**
 * How large pictures are taken apart: the coarsest plane keeps at least {@value #LEAST_LOW} pixels
 * a side, so that a 256x256 picture has four scales as in the paper.
 *
 * @param scales of the pyramid
 * @param width of the picture, divisible by 2^scales
 * @param height of the picture, divisible by 2^scales
 */
record PyramidSize(int scales, int width, int height) {

    static final int ORIENTATIONS = 4;

    private static final int LEAST_LOW = 16;
    private static final int LEAST_SCALES = 2;
    private static final int MOST_SCALES = 5;

    /** The size of the largest part of an exemplar that fits. */
    static PyramidSize of(Exemplar exemplar) {
        int side = Math.min(exemplar.width(), exemplar.height());
        int least = LEAST_LOW << LEAST_SCALES;
        if (side < least) {
            throw new IllegalArgumentException(
                    "the picture is %sx%s, but statistics need at least %s pixels along both sides"
                            .formatted(exemplar.width(), exemplar.height(), least));
        }
        int scales = LEAST_SCALES;
        while (scales < MOST_SCALES && side >> (scales + 1) >= LEAST_LOW) {
            scales++;
        }
        int step = 1 << scales;
        return new PyramidSize(
                scales, exemplar.width() / step * step, exemplar.height() / step * step);
    }

    /** The smallest size with as many scales that holds a picture and is transformed fast. */
    PyramidSize holding(int wantedWidth, int wantedHeight) {
        return new PyramidSize(scales, side(wantedWidth), side(wantedHeight));
    }

    private int side(int wanted) {
        int step = 1 << scales;
        return step * Fourier.fastLength(Math.max(LEAST_LOW, (wanted + step - 1) / step));
    }
}
