package ikat.studio.live;

import ikat.studio.serve.TileFormat;

/** How the pixels of a frame are sent. */
enum Encoding {
    /** Red, green and blue of each pixel: at once, and large. */
    RAW {
        @Override
        byte[] pack(byte[] pixels, int width, int height, int channels) {
            return channels == 3 ? pixels : coloured(pixels);
        }
    },
    /** A JPEG file: some milliseconds more, an eighth of the size or less. */
    JPEG {
        @Override
        byte[] pack(byte[] pixels, int width, int height, int channels) {
            return TileFormat.JPG.pack(pixels, width, height, channels);
        }
    };

    /**
     * The payload of a frame.
     *
     * @param pixels {@code [height, width, channels]}
     */
    abstract byte[] pack(byte[] pixels, int width, int height, int channels);

    private static byte[] coloured(byte[] grey) {
        byte[] pixels = new byte[grey.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = grey[i / 3];
        }
        return pixels;
    }
}
