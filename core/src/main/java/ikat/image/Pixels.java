package ikat.image;

import ikat.text.Checks;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * A picture in memory: 8 bits per channel, row by row from the top, channels interleaved. The array
 * is not copied; writing to it changes the picture.
 *
 * @param bytes {@code [height, width, channels]}, unsigned, each from 0 to 255
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param channels 1 (grey) to 4; 3 means red, green and blue in sRGB
 */
public record Pixels(byte[] bytes, int width, int height, int channels) {

    /** Throws IllegalArgumentException if the length of the array does not match the size. */
    public Pixels {
        Checks.atLeast("width", width, 1);
        Checks.atLeast("height", height, 1);
        Checks.range("channels", channels, 1, 4);
        long needed = (long) width * height * channels;
        if (bytes.length != needed) {
            throw new IllegalArgumentException(
                    "%sx%s pixels of %s channels have %s bytes, but must have %s"
                            .formatted(width, height, channels, bytes.length, needed));
        }
    }

    /**
     * A black picture.
     *
     * @throws ArithmeticException if it has 2 GB or more
     */
    public static Pixels empty(int width, int height, int channels) {
        int bytes = Math.multiplyExact(Math.multiplyExact(width, channels), height);
        return new Pixels(new byte[bytes], width, height, channels);
    }

    /** Renders a region of a plane. */
    public static Pixels of(PixelSource plane, PixelRegion region) {
        return new Pixels(plane.render(region), region.width(), region.height(), plane.channels());
    }

    /** Bytes from one row to the next. */
    public int stride() {
        return width * channels;
    }

    /**
     * The picture of colours scaled down by 2 to the power of {@code halvings}, with sides rounded
     * up: the light of each pixel is the mean of a square's.
     *
     * @param halvings from 1 to 12
     */
    public Pixels halved(int halvings) {
        return halved(halvings, Averaging.LIGHT);
    }

    /**
     * The picture scaled down by 2 to the power of {@code halvings}, with sides rounded up: each
     * pixel is the mean of a square, rounded once. At the right and lower edges, the last column
     * and row are repeated to complete the square.
     *
     * @param halvings from 1 to 12
     */
    public Pixels halved(int halvings, Averaging averaging) {
        Checks.range("halvings", halvings, 1, 12);
        int times = 1 << halvings;
        Pixels small =
                empty((width + times - 1) >> halvings, (height + times - 1) >> halvings, channels);
        long[] sums = new long[small.stride()];
        for (int y = 0; y < small.height; y++) {
            Arrays.fill(sums, times * times / 2);
            for (int dy = 0; dy < times; dy++) {
                addRow(Math.min(y * times + dy, height - 1), times, averaging, sums);
            }
            for (int i = 0; i < sums.length; i++) {
                small.bytes[y * sums.length + i] = averaging.value(sums[i] >>> 2 * halvings);
            }
        }
        return small;
    }

    private void addRow(int y, int times, Averaging averaging, long[] sums) {
        for (int c = 0; c < channels; c++) {
            int from = y * stride() + c;
            int last = from + stride() - channels;
            for (int i = c; i < sums.length; i += channels) {
                for (int dx = 0; dx < times; dx++, from += channels) {
                    sums[i] += averaging.sample(bytes[Math.min(from, last)]);
                }
            }
        }
    }

    /** A part of the picture: a copy, or this picture if the part covers all of it. */
    public Pixels cut(int left, int top, int partWidth, int partHeight) {
        if (partWidth == width && partHeight == height) {
            return this;
        }
        Pixels part = empty(partWidth, partHeight, channels);
        for (int y = 0; y < partHeight; y++) {
            int from = (top + y) * stride() + left * channels;
            System.arraycopy(bytes, from, part.bytes, y * part.stride(), part.stride());
        }
        return part;
    }

    /** Red, green and blue; a grey picture with its channel repeated. */
    public Pixels inColour() {
        if (channels == 3) {
            return this;
        }
        Pixels coloured = empty(width, height, 3);
        for (int i = 0; i < coloured.bytes.length; i++) {
            coloured.bytes[i] = bytes[i / 3];
        }
        return coloured;
    }

    /** Copies this picture into a larger one with the same number of channels. */
    public void copyInto(Pixels larger, int left, int top) {
        for (int y = 0; y < height; y++) {
            int to = (top + y) * larger.stride() + left * channels;
            System.arraycopy(bytes, y * stride(), larger.bytes, to, stride());
        }
    }

    /** The picture of 1 or 3 channels as an image that shares its bytes. */
    public BufferedImage toImage() {
        return new BufferedImage(colours(channels), raster(0), false, null);
    }

    /** Colour model of an image of 1 or 3 channels. */
    static ColorModel colours(int channels) {
        int space = channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        return new ComponentColorModel(
                ColorSpace.getInstance(space),
                false,
                false,
                Transparency.OPAQUE,
                DataBuffer.TYPE_BYTE);
    }

    /** The bytes as a tile of an image, starting at row {@code top}. */
    WritableRaster raster(int top) {
        int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
        return Raster.createInterleavedRaster(
                new DataBufferByte(bytes, bytes.length),
                width,
                height,
                stride(),
                channels,
                offsets,
                new Point(0, top));
    }
}
