package ikat.studio.live;

import ikat.image.Pixels;
import ikat.studio.serve.TileFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A frame message, little-endian: a header, the pixels, and the mixture.
 *
 * <pre>
 * byte  0  0x4C, which is also the version
 * byte  1  0 raw, 1 JPEG
 * byte  2  width                  16 bits
 * byte  4  height                 16 bits
 * byte  6  number, from 1         32 bits
 * byte 10  serial of the scene    32 bits
 * byte 14  microseconds it took   32 bits
 * byte 18  seconds of play        64 bits, floating point
 * byte 26  pixels
 * then     the share of each texture, in 65535ths, 16 bits each
 * then     the number of these shares, 8 bits
 * </pre>
 *
 * @param micros to render and pack it
 * @param seconds of play
 * @param shares of the scene's textures in the frame; none if a camera decides or there are no
 *     textures
 * @param payload as {@link Encoding#pack}
 */
record Frame(Scene scene, long micros, double seconds, double[] shares, byte[] payload) {

    private static final byte VERSION = 0x4C;
    private static final int HEADER_BYTES = 26;
    private static final int ALL = 65_535;

    /** The message, with the number that the client acknowledges. */
    ByteBuffer message(long number) {
        ByteBuffer message =
                ByteBuffer.allocate(HEADER_BYTES + payload.length + 2 * shares.length + 1)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(VERSION)
                        .put((byte) scene.encoding().ordinal())
                        .putShort((short) scene.area().width())
                        .putShort((short) scene.area().height())
                        .putInt((int) number)
                        .putInt((int) scene.serial())
                        .putInt((int) Math.min(micros, Integer.MAX_VALUE))
                        .putDouble(seconds)
                        .put(payload);
        for (double share : shares) {
            message.putShort((short) Math.round(ALL * share));
        }
        return message.put((byte) shares.length).flip();
    }

    /** The encoding of frames. */
    enum Encoding {
        /** Red, green and blue of each pixel: fast and large. */
        RAW,
        /** JPEG: some milliseconds slower, an eighth of the size or less. */
        JPEG;

        /** The payload of a frame. */
        byte[] pack(Pixels frame) {
            if (this == JPEG) {
                return TileFormat.JPG.pack(frame);
            }
            return frame.channels() == 3 ? frame.bytes() : coloured(frame.bytes());
        }

        private static byte[] coloured(byte[] grey) {
            byte[] pixels = new byte[grey.length * 3];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = grey[i / 3];
            }
            return pixels;
        }
    }
}
