package ikat.noise;

import ikat.model.NamedTexture;
import java.util.Arrays;
import java.util.List;

/**
 * The codes of one named texture.
 *
 * @param texture whose they are
 * @param codes row by row
 */
record CodeGrid(NamedTexture texture, List<GlobalVector> codes) {

    GlobalVector mean() {
        double[] weights = new double[codes.size()];
        Arrays.fill(weights, 1);
        return GlobalVector.blend(codes, weights);
    }

    /** The code of a place, bilinear between the codes of the places around it. */
    GlobalVector at(long x, long y) {
        if (!texture.hasPlaces()) {
            throw new IllegalArgumentException(
                    texture.name()
                            + " is one texture without places; write "
                            + texture.name()
                            + " without the place "
                            + x
                            + ","
                            + y);
        }
        if (x < 0 || y < 0 || x >= texture.width() || y >= texture.height()) {
            throw new IllegalArgumentException(
                    "the place "
                            + x
                            + ","
                            + y
                            + " lies outside "
                            + texture.name()
                            + " of "
                            + texture.width()
                            + "x"
                            + texture.height()
                            + " pixels; places go from 0,0 to "
                            + (texture.width() - 1)
                            + ","
                            + (texture.height() - 1));
        }
        double column = along((double) x * texture.columns() / texture.width(), texture.columns());
        double row = along((double) y * texture.rows() / texture.height(), texture.rows());
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(left + 1, texture.columns() - 1);
        int bottom = Math.min(top + 1, texture.rows() - 1);
        double across = column - left;
        double down = row - top;
        return GlobalVector.blend(
                List.of(code(left, top), code(right, top), code(left, bottom), code(right, bottom)),
                new double[] {
                    (1 - across) * (1 - down),
                    across * (1 - down),
                    (1 - across) * down,
                    across * down
                });
    }

    /** From cells of the grid to indices of the codes, which stand in the cells' middles. */
    private static double along(double cells, int count) {
        return Math.max(0, Math.min(count - 1, cells - 0.5));
    }

    private GlobalVector code(int column, int row) {
        return codes.get(row * texture.columns() + column);
    }
}
