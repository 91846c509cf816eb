package ikat.quilt;

/**
 * The lattice of square patches that a quilt is sewn from. Patch {@code (i, j)} covers the columns
 * from {@code i * pitch - overlap / 2} on and the rows from {@code j * pitch - overlap / 2} on, so
 * that neighbours overlap.
 *
 * @param pitch pixels from one patch to the next
 * @param overlap pixels that neighbours have in common, even
 */
record Patches(int pitch, int overlap) {

    private static final int MOST_PITCH = 64;
    private static final int LEAST_PITCH = 8;

    /** Patches of which an exemplar with this shorter side holds several beside each other. */
    static Patches of(int shorterSide) {
        int pitch = Math.max(LEAST_PITCH, Math.min(MOST_PITCH, shorterSide / 4));
        return new Patches(pitch, pitch / 8 * 2);
    }

    /** Side of a patch in pixels. */
    int side() {
        return pitch + overlap;
    }

    /** The first column or row of a patch. */
    long begin(long index) {
        return index * pitch - overlap / 2;
    }

    /** The last patch that begins at or before a column or row. */
    long at(long place) {
        return Math.floorDiv(place + overlap / 2, pitch);
    }
}
