package ikat.studio.live;

import ikat.studio.web.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A small picture from a camera.
 *
 * @param width in pixels, 1 to {@link #MOST_SIDE}
 * @param height in pixels, 1 to {@link #MOST_SIDE}
 * @param rgb {@code [height, width, 3]} from 0 to 255; not to be changed
 */
record CameraPicture(int width, int height, float[] rgb) {

    /** The longest side. */
    static final int MOST_SIDE = 128;

    private static final int KIND = 1;
    private static final int HEADER_BYTES = 5;

    /**
     * Parses a binary message: a byte 1, width and height as 16 bits, little-endian, then red,
     * green and blue of each pixel.
     *
     * @throws Problem 400 if the message is anything else
     */
    static CameraPicture read(ByteBuffer message) {
        ByteBuffer bytes = message.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < HEADER_BYTES || bytes.get() != KIND) {
            throw Problem.badRequest(
                    ("the message of %s bytes is no picture, which begins with a byte 1, its width"
                                    + " and its height")
                            .formatted(message.remaining()));
        }
        int width = side("width", Short.toUnsignedInt(bytes.getShort()));
        int height = side("height", Short.toUnsignedInt(bytes.getShort()));
        float[] rgb = new float[3 * width * height];
        if (bytes.remaining() != rgb.length) {
            throw Problem.badRequest(
                    "the picture of %sx%s pixels has %s bytes, but must have %s"
                            .formatted(width, height, bytes.remaining(), rgb.length));
        }
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = bytes.get() & 255;
        }
        return new CameraPicture(width, height, rgb);
    }

    private static int side(String name, int value) {
        if (value < 1 || value > MOST_SIDE) {
            throw Problem.invalid("the " + name, "" + value, "from 1 to " + MOST_SIDE);
        }
        return value;
    }

    /**
     * Smooths this picture exponentially with the one before, unless the sizes differ.
     *
     * @param memory the share of the picture before, from 0 to less than 1
     */
    CameraPicture after(CameraPicture before, double memory) {
        if (before.width != width || before.height != height) {
            return this;
        }
        float[] mixed = new float[rgb.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) (memory * before.rgb[i] + (1 - memory) * rgb[i]);
        }
        return new CameraPicture(width, height, mixed);
    }
}
