package ikat.export;

import ikat.image.Pixels;

/**
 * Size and format of tiles, for pictures that are cut into tiles.
 *
 * @param side of a tile in pixels, even, 64 to 4096
 * @param jpeg whether tiles are JPEG rather than PNG, unless their file names decide
 */
public record TileChoice(int side, boolean jpeg) {

    /** Lossless tiles of 512 pixels a side. */
    public static final TileChoice USUAL = new TileChoice(512, false);

    public TileChoice {
        if (side < 64 || side > 4096 || side % 2 != 0) {
            throw new IllegalArgumentException(
                    "the side of a tile is " + side + ", but must be even and from 64 to 4096");
        }
    }

    /** Encodes a picture of 1 or 3 channels as the bytes of a file. */
    public byte[] pack(Pixels picture) {
        return format().pack(picture);
    }

    TileFormat format() {
        return jpeg ? TileFormat::jpeg : TileFormat::png;
    }
}
