package ikat.model;

/**
 * A texture that a model knows by name: the code, a global vector, of a training picture. A picture
 * that is no single texture has a grid of codes, one for each of its regions; between them a code
 * is interpolated.
 *
 * @param name of the picture without its ending, such as {@code bark}; letters, digits, {@code . _
 *     / -}
 * @param columns of the grid, at least 1
 * @param rows of the grid, at least 1
 * @param width of the picture in pixels, at least 1
 * @param height of the picture in pixels, at least 1
 */
public record NamedTexture(String name, int columns, int rows, int width, int height) {

    public NamedTexture {
        if (!Limits.present("name of a texture", name).matches("[\\p{L}\\p{N}._/-]{1,200}")) {
            throw new IllegalArgumentException(
                    "the name of a texture is "
                            + Excerpt.of(name)
                            + ", but must be 1 to 200 letters, digits and . _ / -");
        }
        Limits.check("columns of a texture", columns, 1, 1024);
        Limits.check("rows of a texture", rows, 1, 1024);
        Limits.check("width of a picture", width, 1, Integer.MAX_VALUE);
        Limits.check("height of a picture", height, 1, Integer.MAX_VALUE);
    }

    /** How many codes the texture has. */
    public int codes() {
        return columns * rows;
    }

    /** Whether every place of the picture has a code of its own. */
    public boolean hasPlaces() {
        return codes() > 1;
    }
}
