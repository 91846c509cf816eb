package ikat.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/**
 * Camera orientation from tag 0x0112 of Exif metadata (Exif 2.3, section 4.6.4).
 *
 * @param tag 1 (upright) to 8; from 5 on, rows and columns are swapped
 */
record Orientation(int tag) {

    private static final int TAG = 0x0112;
    static final Orientation UPRIGHT = new Orientation(1);

    /**
     * Reads the tag and restores the stream position; a missing or damaged tag counts as upright.
     */
    static Orientation of(ImageInputStream stream) throws IOException {
        ByteOrder order = stream.getByteOrder();
        long position = stream.getStreamPosition();
        try {
            long block = ExifBlock.find(stream);
            return block < 0 ? UPRIGHT : ofTiff(stream, block);
        } catch (IOException | IndexOutOfBoundsException e) {
            // The decoder reports truncated files.
            return UPRIGHT;
        } finally {
            stream.setByteOrder(order);
            stream.seek(position);
        }
    }

    private static Orientation ofTiff(ImageInputStream stream, long base) throws IOException {
        stream.seek(base);
        boolean little = stream.readUnsignedShort() == 0x4949;
        stream.setByteOrder(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (stream.readUnsignedShort() != 42) {
            return UPRIGHT;
        }
        long directory = base + stream.readUnsignedInt();
        stream.seek(directory);
        int entries = stream.readUnsignedShort();
        for (int i = 0; i < entries; i++) {
            stream.seek(directory + 2 + 12L * i);
            if (stream.readUnsignedShort() == TAG) {
                stream.skipBytes(6);
                int tag = stream.readUnsignedShort();
                return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Turns a picture upright. */
    Planes apply(Planes stored, List<String> notes) {
        if (tag == 1) {
            return stored;
        }
        notes.add("the picture was turned upright as its camera says (orientation " + tag + ")");
        int width = tag >= 5 ? stored.height() : stored.width();
        int height = tag >= 5 ? stored.width() : stored.height();
        float[] values = new float[stored.values().length];
        int to = 0;
        for (int channel = 0; channel < stored.channels(); channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    values[to++] = stored.values()[from(stored, channel, x, y)];
                }
            }
        }
        return new Planes(stored.channels(), width, height, values);
    }

    /** Index in the stored picture of the pixel displayed at x, y. */
    private int from(Planes stored, int channel, int x, int y) {
        int column = tag >= 5 ? y : x;
        int row = tag >= 5 ? x : y;
        boolean mirrored = tag == 2 || tag == 3 || tag == 7 || tag == 8;
        boolean upsideDown = tag == 3 || tag == 4 || tag == 6 || tag == 7;
        int storedX = mirrored ? stored.width() - 1 - column : column;
        int storedY = upsideDown ? stored.height() - 1 - row : row;
        return (channel * stored.height() + storedY) * stored.width() + storedX;
    }
}
