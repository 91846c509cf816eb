package ikat.export;

import ikat.image.Pixels;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;

/**
 * A tile of a TIFF: always of full size, differences along each row (predictor 2), packed as zlib
 * (compression 8; Adobe's technical notes of 2002).
 *
 * @param side of a tile in pixels
 */
record TiffTile(int side) implements TileFormat {

    @Override
    public byte[] pack(Pixels tile) {
        Pixels full = tile;
        if (tile.width() < side || tile.height() < side) {
            full = Pixels.empty(side, side, tile.channels());
            tile.copyInto(full, 0, 0);
        }
        byte[] rows = new byte[full.bytes().length];
        for (int y = 0; y < side; y++) {
            PackedRows.difference(full, y, rows, y * full.stride());
        }
        Adler32 adler = new Adler32();
        adler.update(rows);
        byte[] packed = LiteralDeflate.pack(rows, true);
        return ByteBuffer.allocate(packed.length + 6)
                .put(PackedRows.ZLIB_HEADER)
                .put(packed)
                .putInt((int) adler.getValue())
                .array();
    }
}
