package ikat.image;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Where a picture file keeps its Exif metadata, which have the form of a TIFF file: JPEG (Exif 2.3,
 * section 4.5.4), PNG (third edition, section 11.3.4.5) and WebP (RFC 9649, section 2.7.1.4).
 */
final class ExifBlock {

    private static final int NAME_LENGTH = 6;
    private static final long NAME = 0x4578_6966_0000L;
    private static final long PNG = 0x8950_4E47_0D0A_1A0AL;
    private static final int PNG_CHUNK = 0x6558_4966; // eXIf
    private static final int PNG_END = 0x4945_4E44;
    private static final int RIFF = 0x5249_4646;
    private static final int WEBP = 0x5745_4250;
    private static final int WEBP_CHUNK = 0x4558_4946;

    private final ImageInputStream stream;

    private ExifBlock(ImageInputStream stream) {
        this.stream = stream;
    }

    /**
     * The position of the byte order mark of the metadata, or -1 if the file has none. The stream
     * stands at the beginning of the file, and somewhere else afterwards, in big-endian order.
     *
     * @throws java.io.EOFException if the file ends before its metadata
     */
    static long find(ImageInputStream stream) throws IOException {
        stream.setByteOrder(ByteOrder.BIG_ENDIAN);
        long start = stream.getStreamPosition();
        long first = stream.readLong();
        int mark = (int) (first >>> 48);
        if (mark == 0x4949 || mark == 0x4D4D) {
            return start;
        }
        ExifBlock block = new ExifBlock(stream);
        if (mark == 0xFFD8) {
            stream.seek(start + 2);
            return block.inJpeg();
        }
        if (first == PNG) {
            return block.inPng();
        }
        return first >>> 32 == RIFF && stream.readInt() == WEBP ? block.inWebp() : -1;
    }

    private long inJpeg() throws IOException {
        for (int marker = stream.readUnsignedShort();
                marker >= 0xFFC0 && marker < 0xFFFE && marker != 0xFFDA;
                marker = stream.readUnsignedShort()) {
            long start = stream.getStreamPosition();
            int length = stream.readUnsignedShort();
            if (marker == 0xFFE1 && length > 16 && isNamed()) {
                return start + 2 + NAME_LENGTH;
            }
            stream.seek(start + length);
        }
        return -1;
    }

    private boolean isNamed() throws IOException {
        return ((long) stream.readInt() << 16 | stream.readUnsignedShort()) == NAME;
    }

    private long inPng() throws IOException {
        while (true) {
            long length = stream.readUnsignedInt();
            int type = stream.readInt();
            if (type == PNG_CHUNK || type == PNG_END) {
                return type == PNG_CHUNK ? stream.getStreamPosition() : -1;
            }
            stream.seek(stream.getStreamPosition() + length + 4);
        }
    }

    /** Some programs put the name of JPEG's segment before the metadata. */
    private long inWebp() throws IOException {
        while (true) {
            int type = stream.readInt();
            long length = Integer.toUnsignedLong(Integer.reverseBytes(stream.readInt()));
            long content = stream.getStreamPosition();
            if (type == WEBP_CHUNK) {
                return isNamed() ? content + NAME_LENGTH : content;
            }
            stream.seek(content + length + length % 2);
        }
    }
}
