package ikat.export;

import ikat.image.Pixels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Encoder of tiles. Thread-safe. */
interface TileFormat {

    /** The quality of JPEG tiles. */
    float JPEG_QUALITY = 0.9f;

    /** Encodes a tile. */
    byte[] pack(Pixels tile);

    /** Encodes a tile as a PNG file. */
    static byte[] png(Pixels tile) {
        PackedRows rows = PackedRows.of(tile, 0, tile.height(), true);
        byte[] beginning =
                PngChunks.beginning(tile.width(), tile.height(), tile.channels(), tile.depth());
        byte[] data = PngChunks.data(zlib(rows.bytes(), rows.adler()));
        byte[] end = PngChunks.end();
        return ByteBuffer.allocate(beginning.length + data.length + end.length)
                .put(beginning)
                .put(data)
                .put(end)
                .array();
    }

    /** Encodes a tile as a JPEG file, with the JDK's encoder. */
    static byte[] jpeg(Pixels tile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(tile.toImage(), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * Encodes a tile of a TIFF: padded to full size, with horizontal differencing (predictor 2) if
     * it has 8 bits, and zlib (compression 8; Adobe Photoshop TIFF Technical Notes, 2002). Samples
     * of several bytes end with the highest.
     *
     * @param side of a tile in pixels
     */
    static byte[] tiff(Pixels tile, int side) {
        Pixels full = tile;
        if (tile.width() < side || tile.height() < side) {
            full = Pixels.empty(side, side, tile.channels(), tile.depth());
            tile.copyInto(full, 0, 0);
        }
        byte[] rows = new byte[full.bytes().length];
        int bytes = full.depth().bytes();
        for (int y = 0; y < side && bytes == 1; y++) {
            PackedRows.difference(full, y, rows, y * full.stride());
        }
        for (int i = 0; i < rows.length && bytes > 1; i++) {
            rows[i] = full.bytes()[i - i % bytes + bytes - 1 - i % bytes];
        }
        Adler32 adler = new Adler32();
        adler.update(rows);
        return zlib(LiteralDeflate.pack(rows, true), (int) adler.getValue());
    }

    private static byte[] zlib(byte[] deflated, int adler) {
        return ByteBuffer.allocate(deflated.length + 6)
                .put(PackedRows.ZLIB_HEADER)
                .put(deflated)
                .putInt(adler)
                .array();
    }
}
