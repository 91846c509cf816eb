package ikat.torch;

import ikat.model.NamedTexture;

/**
 * Where a texture's codes lie in the table of all codes, and which of them a place falls between.
 */
record CodeGrid(NamedTexture texture, int first) {

    boolean hasPlaces() {
        return texture.hasPlaces();
    }

    /** Adds the bilinear shares of a place, in pixels, to a row of shares. */
    void spread(double x, double y, double share, float[] shares, int row) {
        double column = position(x, texture.width(), texture.columns());
        double line = position(y, texture.height(), texture.rows());
        int left = (int) column;
        int top = (int) line;
        double across = column - left;
        double down = line - top;
        int right = Math.min(left + 1, texture.columns() - 1);
        int bottom = Math.min(top + 1, texture.rows() - 1);
        shares[row + code(left, top)] += (float) (share * (1 - across) * (1 - down));
        shares[row + code(right, top)] += (float) (share * across * (1 - down));
        shares[row + code(left, bottom)] += (float) (share * (1 - across) * down);
        shares[row + code(right, bottom)] += (float) (share * across * down);
    }

    private int code(int column, int line) {
        return first + line * texture.columns() + column;
    }

    private static double position(double pixel, int pixels, int codes) {
        return Math.max(0, Math.min(codes - 1.0, pixel * codes / pixels - 0.5));
    }
}
