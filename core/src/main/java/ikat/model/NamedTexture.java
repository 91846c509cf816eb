package ikat.model;

import ikat.text.Checks;
import ikat.text.Excerpt;
import java.util.List;

/**
 * A named texture of a model: the code, a global vector, of a training picture. A picture that is
 * not a single texture has a grid of codes, one for each of its regions, with interpolation between
 * them.
 *
 * @param name name of the picture without its extension, such as {@code bark}; letters, digits,
 *     {@code . _ / -}
 * @param columns number of columns of the grid, at least 1
 * @param rows number of rows of the grid, at least 1
 * @param width width of the picture in pixels, at least 1
 * @param height height of the picture in pixels, at least 1
 */
public record NamedTexture(String name, int columns, int rows, int width, int height) {

    public NamedTexture {
        if (!Checks.present("name of a texture", name).matches("[\\p{L}\\p{M}\\p{N}._/-]{1,200}")) {
            throw new IllegalArgumentException(
                    "the name of a texture is "
                            + Excerpt.of(name)
                            + ", but must be 1 to 200 letters, digits and . _ / -");
        }
        Checks.range("columns of a texture", columns, 1, 1024);
        Checks.range("rows of a texture", rows, 1, 1024);
        Checks.range("width of a picture", width, 1, Integer.MAX_VALUE);
        Checks.range("height of a picture", height, 1, Integer.MAX_VALUE);
    }

    /**
     * A weighted code of a mixture.
     *
     * @param code index relative to the texture's first code
     * @param weight from 0 to 1
     */
    public record Share(int code, double weight) {}

    /**
     * The four codes around a point, with bilinear weights. Code (i, j) lies at {@code ((i + 1/2)
     * width / columns, (j + 1/2) height / rows)}.
     *
     * @param x x of the point in pixels of the picture
     * @param y y of the point in pixels of the picture
     */
    public List<Share> around(double x, double y) {
        double column = along(x * columns / width, columns);
        double row = along(y * rows / height, rows);
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(left + 1, columns - 1);
        int bottom = Math.min(top + 1, rows - 1);
        double across = column - left;
        double down = row - top;
        return List.of(
                new Share(top * columns + left, (1 - across) * (1 - down)),
                new Share(top * columns + right, across * (1 - down)),
                new Share(bottom * columns + left, (1 - across) * down),
                new Share(bottom * columns + right, across * down));
    }

    /** Converts grid cells to code indices; codes lie at cell centres. */
    private static double along(double cells, int count) {
        return Math.max(0, Math.min(count - 1, cells - 0.5));
    }

    /** Number of codes of the texture. */
    public int codes() {
        return columns * rows;
    }

    /** Whether the code varies across the picture. */
    public boolean hasPlaces() {
        return codes() > 1;
    }
}
