package ikat.export;

/**
 * Descriptor ({@code .dzi}) of a Deep Zoom image (Microsoft 2008).
 *
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param tile side of a tile in pixels
 * @param ending extension of the tiles: png or jpg
 */
public record DeepZoomDescription(int width, int height, int tile, String ending) {

    private static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Image xmlns="http://schemas.microsoft.com/deepzoom/2008" Format="%s" Overlap="0" TileSize="%d">
              <Size Width="%d" Height="%d"/>
            </Image>
            """;

    /** The contents of the {@code .dzi} file. */
    public String xml() {
        return XML.formatted(ending, tile, width, height);
    }
}
