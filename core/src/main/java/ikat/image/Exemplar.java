package ikat.image;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;

/**
 * A training picture as planar floats.
 *
 * @param name file name without its folder
 * @param sha256 hash of the file's bytes, 64 hexadecimal digits; empty for a generated picture
 * @param channels 1 (grey) or 3 (red, green, blue, encoded as sRGB)
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param pixels planar {@code [channels, height, width]}, each in [-1, 1]; not copied; treat as
 *     immutable
 * @param notes what was changed or left out when the file was read, one sentence each
 * @param domain where the picture can be learned from; what is hidden holds something like the rest
 */
public record Exemplar(
        String name,
        String sha256,
        int channels,
        int width,
        int height,
        float[] pixels,
        List<String> notes,
        Domain domain) {

    public Exemplar {
        notes = List.copyOf(notes);
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("channels is " + channels + ", but must be 1 or 3");
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "the size is " + width + "x" + height + ", but both sides must be at least 1");
        }
        if (domain.width() != width || domain.height() != height) {
            throw new IllegalArgumentException(
                    "the domain is %s, but the picture has %sx%s pixels"
                            .formatted(domain, width, height));
        }
        if (pixels.length != (long) channels * width * height) {
            throw new IllegalArgumentException(
                    "pixels has %s entries, but %s channels of %sx%s need %s"
                            .formatted(
                                    pixels.length,
                                    channels,
                                    width,
                                    height,
                                    (long) channels * width * height));
        }
        for (float value : pixels) {
            if (!(value >= -1 && value <= 1)) {
                throw new IllegalArgumentException(
                        "pixels holds " + value + ", but each must be from -1 to 1");
            }
        }
    }

    /** A picture that can be learned from everywhere. */
    public Exemplar(
            String name,
            String sha256,
            int channels,
            int width,
            int height,
            float[] pixels,
            List<String> notes) {
        this(name, sha256, channels, width, height, pixels, notes, Domain.rectangle(width, height));
    }

    /** Creates an exemplar that was not read from a file and therefore has no hash. */
    public static Exemplar made(String name, int channels, int width, int height, float[] pixels) {
        return new Exemplar(name, "", channels, width, height, pixels, List.of());
    }

    /** Renders a region of a plane as an exemplar. */
    public static Exemplar rendered(String name, PixelSource plane, PixelRegion region) {
        int channels = plane.channels();
        int area = region.width() * region.height();
        byte[] levels = plane.render(region);
        float[] pixels = new float[channels * area];
        for (int i = 0; i < area; i++) {
            for (int c = 0; c < channels; c++) {
                pixels[c * area + i] = PackedExemplar.ofEight(levels[i * channels + c]);
            }
        }
        return made(name, channels, region.width(), region.height(), pixels);
    }

    /**
     * Copies a part of the picture.
     *
     * @throws IndexOutOfBoundsException if the part does not lie within the picture
     */
    public Exemplar crop(int left, int top, int columns, int rows) {
        Objects.checkFromIndexSize(left, columns, width);
        Objects.checkFromIndexSize(top, rows, height);
        float[] part = new float[channels * columns * rows];
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < rows; y++) {
                int from = (c * height + top + y) * width + left;
                System.arraycopy(pixels, from, part, (c * rows + y) * columns, columns);
            }
        }
        return made(name, channels, columns, rows, part)
                .within(domain.cut(left, top, columns, rows));
    }

    /** Other values of the same pixels. */
    public Exemplar with(float[] values) {
        return new Exemplar(name, sha256, channels, width, height, values, notes, domain);
    }

    /** This picture again and again, side by side. */
    public Exemplar repeated(int across, int down) {
        int columns = Math.multiplyExact(across, width);
        float[] all = new float[Math.multiplyExact(across * down, pixels.length)];
        for (int i = 0; i < all.length; i++) {
            int row = i / columns;
            int c = row / (down * height);
            all[i] = at(c, i % columns % width, row % height);
        }
        return made(name, channels, columns, down * height, all);
    }

    /** The same picture with other notes. */
    public Exemplar noted(List<String> others) {
        return new Exemplar(name, sha256, channels, width, height, pixels, others, domain);
    }

    /** The same picture, learned from elsewhere. */
    public Exemplar within(Domain other) {
        return new Exemplar(name, sha256, channels, width, height, pixels, notes, other);
    }

    /** Whether the file of the picture has transparent pixels. */
    public boolean isTransparent() {
        return notes.stream().anyMatch(Exemplar::tellsOfTransparency);
    }

    /** Whether a note says that the picture has transparent pixels. */
    public static boolean tellsOfTransparency(String note) {
        return note.endsWith(Planes.OVER_WHITE);
    }

    /** The value of one channel of one pixel, in [-1, 1]. */
    public float at(int channel, int x, int y) {
        return pixels[(channel * height + y) * width + x];
    }

    /** This picture, with its grey channel repeated if three channels are requested. */
    public Exemplar withChannels(int wanted) {
        if (wanted == channels) {
            return this;
        }
        int size = width * height;
        float[] repeated = new float[wanted * size];
        for (int c = 0; c < wanted; c++) {
            System.arraycopy(pixels, 0, repeated, c * size, size);
        }
        return new Exemplar(name, sha256, wanted, width, height, repeated, notes, domain);
    }

    /** The picture at 8 bits per channel. */
    public Pixels toPixels() {
        Pixels rounded = Pixels.empty(width, height, channels);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < width * height; i++) {
                rounded.bytes()[i * channels + c] = (byte) level(pixels[c * width * height + i]);
            }
        }
        return rounded;
    }

    /** The picture at 8 bits per channel; grey becomes RGB, which viewers show unchanged. */
    public BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int green = channels == 3 ? 1 : 0;
        int blue = channels == 3 ? 2 : 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb =
                        level(at(0, x, y)) << 16
                                | level(at(green, x, y)) << 8
                                | level(at(blue, x, y));
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    private static int level(float value) {
        return Math.round((value + 1) * 127.5f);
    }
}
