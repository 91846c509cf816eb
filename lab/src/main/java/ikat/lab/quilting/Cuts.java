package ikat.lab.quilting;

/** The cuts through the overlaps of a new block; its pixels beyond them are laid. */
final class Cuts {

    private final int[] left; // for each row the first column of the new block
    private final int[] top; // for each column the first row of the new block

    /**
     * The cuts of a block.
     *
     * @param there {@code [colour][block * block]}
     * @param block the new one, in the same order
     */
    Cuts(float[][] there, float[][] block, BlockSize size, Sides sides) {
        int side = size.pixels();
        left = new int[side];
        top = new int[side];
        if (sides.left()) {
            double[][] errors = new double[side][size.overlap()];
            for (int along = 0; along < side; along++) {
                for (int across = 0; across < size.overlap(); across++) {
                    errors[along][across] = error(there, block, along * side + across);
                }
            }
            System.arraycopy(BoundaryCut.down(errors), 0, left, 0, side);
        }
        if (sides.top()) {
            double[][] errors = new double[side][size.overlap()];
            for (int along = 0; along < side; along++) {
                for (int across = 0; across < size.overlap(); across++) {
                    errors[along][across] = error(there, block, across * side + along);
                }
            }
            System.arraycopy(BoundaryCut.down(errors), 0, top, 0, side);
        }
    }

    private static double error(float[][] there, float[][] block, int pixel) {
        double sum = 0;
        for (int c = 0; c < block.length; c++) {
            double difference = block[c][pixel] - there[c][pixel];
            sum += difference * difference;
        }
        return sum;
    }

    /** Whether a pixel comes from the new block. */
    boolean isNew(int x, int y) {
        return x >= left[y] && y >= top[x];
    }
}
