package ikat.studio.serve.iiif;

import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import java.util.Locale;

/** Which colours a picture has. */
enum Quality {
    COLOR,
    GRAY,
    BITONAL;

    private static final int MIDDLE = 128;

    /**
     * Reads a quality; {@code default} is colour.
     *
     * @throws Problem 400 if there is no such quality
     */
    static Quality of(String text) {
        if (text.equals("default")) {
            return COLOR;
        }
        for (Quality quality : values()) {
            if (quality.toString().equals(text)) {
                return quality;
            }
        }
        throw Problem.badRequest(
                "the quality is "
                        + Query.excerpt(text)
                        + ", but must be one of default, color, gray, bitonal");
    }

    /** How many channels a picture has then. */
    int channels(int channels) {
        return this == COLOR ? channels : 1;
    }

    /** Changes a picture of 1 or 3 channels. */
    byte[] apply(byte[] pixels, int channels) {
        if (this == COLOR) {
            return pixels;
        }
        byte[] changed = new byte[pixels.length / channels];
        for (int i = 0; i < changed.length; i++) {
            int grey = grey(pixels, i * channels, channels);
            changed[i] = (byte) (this == GRAY ? grey : grey < MIDDLE ? 0 : 255);
        }
        return changed;
    }

    /** Luma as JPEG has it. */
    private static int grey(byte[] pixels, int at, int channels) {
        int red = pixels[at] & 0xff;
        int green = pixels[at + channels / 2] & 0xff;
        int blue = pixels[at + channels - 1] & 0xff;
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    String canonical() {
        return this == COLOR ? "default" : toString();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
