package ikat.lab.gram;

import org.bytedeco.pytorch.Tensor;

/**
 * A picture in bands of rows, each with the rows that its places reach into.
 *
 * @param rows of places
 * @param columns of places
 * @param reach rows of pixels that a band has beyond its places
 * @param bandPlaces places of a band, about
 */
record Bands(long rows, long columns, int reach, long bandPlaces) {

    private long bandRows() {
        return Math.max(1, Math.min(rows, bandPlaces / columns));
    }

    int count() {
        return Math.toIntExact((rows + bandRows() - 1) / bandRows());
    }

    /** Rows of pixels of the highest band. */
    long largestRows() {
        return bandRows() + reach;
    }

    /** Number of all places. */
    long places() {
        return rows * columns;
    }

    /** A view of a band of {@code [1, C, rows + reach, columns + reach]}. */
    Tensor of(Tensor picture, int band) {
        long first = band * bandRows();
        return picture.narrow(2, first, Math.min(bandRows(), rows - first) + reach);
    }
}
