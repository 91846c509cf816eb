package ikat.export;

import ikat.image.Pixels;

/**
 * How a picture is cut into files, where it is.
 *
 * @param side of a tile in pixels, even, 64 to 4096
 * @param jpeg whether tiles lose a little to be small, where their names do not tell
 */
public record TileChoice(int side, boolean jpeg) {

    /** Tiles that lose nothing. */
    public static final TileChoice USUAL = new TileChoice(512, false);

    public TileChoice {
        if (side < 64 || side > 4096 || side % 2 != 0) {
            throw new IllegalArgumentException(
                    "the side of a tile is " + side + ", but must be even and from 64 to 4096");
        }
    }

    /** The file of a picture in memory, of 1 or 3 channels. */
    public byte[] pack(Pixels picture) {
        return format().pack(picture);
    }

    TileFormat format() {
        return jpeg ? TileFormat::jpeg : TileFormat::png;
    }
}
