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
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoublePredicate;

/**
 * A picture in memory, row by row from the top, channels interleaved. The array is not copied;
 * writing to it changes the picture.
 *
 * @param bytes {@code [height, width, channels]} samples
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param channels 1 (grey) to 4; 3 means red, green and blue, in sRGB where they are colours
 * @param depth of the samples
 */
public record Pixels(byte[] bytes, int width, int height, int channels, Depth depth) {

    /** Throws IllegalArgumentException if the length of the array does not match the size. */
    public Pixels {
        Checks.atLeast("width", width, 1);
        Checks.atLeast("height", height, 1);
        Checks.range("channels", channels, 1, 4);
        long needed = (long) width * height * channels * depth.bytes();
        if (bytes.length != needed) {
            throw new IllegalArgumentException(
                    "%sx%s pixels of %s channels have %s bytes, but must have %s"
                            .formatted(width, height, channels, bytes.length, needed));
        }
    }

    /** A picture of 8 bits per channel. */
    public Pixels(byte[] bytes, int width, int height, int channels) {
        this(bytes, width, height, channels, Depth.EIGHT);
    }

    /**
     * A black picture of 8 bits per channel.
     *
     * @throws ArithmeticException if it has 2 GB or more
     */
    public static Pixels empty(int width, int height, int channels) {
        return empty(width, height, channels, Depth.EIGHT);
    }

    /**
     * A picture of zeros.
     *
     * @throws ArithmeticException if it has 2 GB or more
     */
    public static Pixels empty(int width, int height, int channels, Depth depth) {
        int row = Math.multiplyExact(width, channels * depth.bytes());
        return new Pixels(
                new byte[Math.multiplyExact(row, height)], width, height, channels, depth);
    }

    /** A picture of zeros for a region of a plane. */
    public static Pixels empty(PixelSource plane, int width, int height) {
        return empty(width, height, plane.channels(), plane.depth());
    }

    /** Renders a region of a plane. */
    public static Pixels of(PixelSource plane, PixelRegion region) {
        return new Pixels(
                plane.render(region),
                region.width(),
                region.height(),
                plane.channels(),
                plane.depth());
    }

    /** The samples of a raster of 1 to 4 bands, of as many bits as the depth has. */
    static Pixels of(Raster raster, Depth depth) {
        Pixels pixels = empty(raster.getWidth(), raster.getHeight(), raster.getNumBands(), depth);
        double[] row = new double[pixels.width * pixels.channels];
        for (int y = 0; y < pixels.height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, pixels.width, 1, row);
            for (int i = 0; i < row.length; i++) {
                depth.put(pixels.bytes, y * pixels.stride() + i * depth.bytes(), row[i]);
            }
        }
        return pixels;
    }

    /** Bytes of a pixel. */
    public int pixelBytes() {
        return channels * depth.bytes();
    }

    /** Bytes from one row to the next. */
    public int stride() {
        return width * pixelBytes();
    }

    /** Where a pixel begins. */
    public int at(int x, int y) {
        return y * stride() + x * pixelBytes();
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
                empty(
                        (width + times - 1) >> halvings,
                        (height + times - 1) >> halvings,
                        channels,
                        depth);
        if (depth != Depth.EIGHT || averaging == Averaging.NORMALS) {
            for (int y = 0; y < small.height; y++) {
                for (int x = 0; x < small.width; x++) {
                    averaging.write(
                            means(x * times, y * times, times, times), small, small.at(x, y));
                }
            }
            return small;
        }
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

    /** The mean sample of each channel. */
    public double[] means() {
        return means(0, 0, width, height);
    }

    /** The sum of the variances of the channels, where 1 is the whole range squared. */
    public double variance() {
        double[] means = means();
        double sum = 0;
        for (int i = 0; i < width * height; i++) {
            for (int c = 0; c < channels; c++) {
                int at = (i * channels + c) * depth.bytes();
                double difference = (depth.get(bytes, at) - means[c]) / depth.one();
                sum += difference * difference;
            }
        }
        return sum / width / height;
    }

    /** The same of a part, beyond whose edges the last column and row are repeated. */
    private double[] means(int left, int top, int columns, int rows) {
        double[] means = new double[channels];
        for (int y = top; y < top + rows; y++) {
            for (int x = left; x < left + columns; x++) {
                int at = at(Math.min(x, width - 1), Math.min(y, height - 1));
                for (int c = 0; c < channels; c++) {
                    means[c] += depth.get(bytes, at + c * depth.bytes());
                }
            }
        }
        for (int c = 0; c < channels; c++) {
            means[c] /= (double) columns * rows;
        }
        return means;
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

    /** This picture with samples of another depth; those beyond its range become its ends. */
    public Pixels at(Depth other) {
        if (other == depth) {
            return this;
        }
        Pixels changed = empty(width, height, channels, other);
        double scale = other.one() / depth.one();
        for (int i = 0; i < width * height * channels; i++) {
            double value = scale * depth.get(bytes, i * depth.bytes());
            boolean whole = other != Depth.FLOAT;
            other.put(
                    changed.bytes,
                    i * other.bytes(),
                    whole ? Math.max(0, Math.min(other.one(), value)) : value);
        }
        return changed;
    }

    /** A picture of its own with the same samples. */
    public Pixels copy() {
        return new Pixels(bytes.clone(), width, height, channels, depth);
    }

    /** Some of the channels, side by side: a copy, or this picture if they are all. */
    public Pixels channels(int from, int count) {
        if (count == channels) {
            return this;
        }
        Pixels some = empty(width, height, count, depth);
        int run = some.pixelBytes();
        for (int i = 0; i < width * height; i++) {
            int at = i * pixelBytes() + from * depth.bytes();
            System.arraycopy(bytes, at, some.bytes, i * run, run);
        }
        return some;
    }

    /** A part of the picture: a copy, or this picture if the part covers all of it. */
    public Pixels cut(int left, int top, int partWidth, int partHeight) {
        if (partWidth == width && partHeight == height) {
            return this;
        }
        Pixels part = empty(partWidth, partHeight, channels, depth);
        for (int y = 0; y < partHeight; y++) {
            int from = at(left, top + y);
            System.arraycopy(bytes, from, part.bytes, y * part.stride(), part.stride());
        }
        return part;
    }

    /**
     * The pixels of which a channel is chosen, row by row.
     *
     * @param chosen decides about a sample as a share of the greatest, such as 0 to 1
     */
    public BitSet where(int channel, DoublePredicate chosen) {
        BitSet places = new BitSet();
        for (int i = 0; i < width * height; i++) {
            double sample = depth.get(bytes, i * pixelBytes() + channel * depth.bytes());
            places.set(i, chosen.test(sample / depth.one()));
        }
        return places;
    }

    /**
     * This picture again and again, side by side, from its upper left corner.
     *
     * @param wholeWidth columns, any number
     * @param wholeHeight rows, any number
     */
    public Pixels repeated(int wholeWidth, int wholeHeight) {
        if (wholeWidth == width && wholeHeight == height) {
            return this;
        }
        Pixels whole = empty(wholeWidth, wholeHeight, channels, depth);
        for (int y = 0; y < wholeHeight; y += height) {
            for (int x = 0; x < wholeWidth; x += width) {
                cut(0, 0, Math.min(width, wholeWidth - x), Math.min(height, wholeHeight - y))
                        .copyInto(whole, x, y);
            }
        }
        return whole;
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

    /** Copies this picture into a larger one with as many channels of the same depth. */
    public void copyInto(Pixels larger, int left, int top) {
        for (int y = 0; y < height; y++) {
            int to = larger.at(left, top + y);
            System.arraycopy(bytes, y * stride(), larger.bytes, to, stride());
        }
    }

    /** The picture of 1 or 3 channels as an image; one of 8 bits shares its bytes. */
    public BufferedImage toImage() {
        return new BufferedImage(colours(channels, depth), raster(0), false, null);
    }

    /** Colour model of an image of 1 or 3 channels. */
    static ColorModel colours(int channels, Depth depth) {
        int space = channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        return new ComponentColorModel(
                ColorSpace.getInstance(space),
                false,
                false,
                Transparency.OPAQUE,
                switch (depth) {
                    case EIGHT -> DataBuffer.TYPE_BYTE;
                    case SIXTEEN -> DataBuffer.TYPE_USHORT;
                    case FLOAT -> DataBuffer.TYPE_FLOAT;
                });
    }

    /** The samples as a tile of an image, starting at row {@code top}. */
    WritableRaster raster(int top) {
        SampleModel model = colours(channels, depth).createCompatibleSampleModel(width, height);
        return Raster.createWritableRaster(model, buffer(), new Point(0, top));
    }

    private DataBuffer buffer() {
        int samples = width * height * channels;
        ByteBuffer big = ByteBuffer.wrap(bytes);
        return switch (depth) {
            case EIGHT -> new DataBufferByte(bytes, bytes.length);
            case SIXTEEN -> {
                short[] shorts = new short[samples];
                big.asShortBuffer().get(shorts);
                yield new DataBufferUShort(shorts, samples);
            }
            case FLOAT -> {
                float[] floats = new float[samples];
                big.asFloatBuffer().get(floats);
                yield new DataBufferFloat(floats, samples);
            }
        };
    }
}
