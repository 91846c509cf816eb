package ikat.export;

import ikat.image.Pixels;
import java.nio.ByteBuffer;

/** A tile as a PNG file. */
final class PngTile implements TileFormat {

    @Override
    public byte[] pack(Pixels tile) {
        PackedRows rows = PackedRows.of(tile, 0, tile.height(), true);
        ByteBuffer zlib = ByteBuffer.allocate(rows.bytes().length + 6);
        zlib.put(PackedRows.ZLIB_HEADER).put(rows.bytes()).putInt(rows.adler());
        byte[] beginning = PngChunks.beginning(tile.width(), tile.height(), tile.channels());
        byte[] data = PngChunks.data(zlib.array());
        byte[] end = PngChunks.end();
        return ByteBuffer.allocate(beginning.length + data.length + end.length)
                .put(beginning)
                .put(data)
                .put(end)
                .array();
    }
}
