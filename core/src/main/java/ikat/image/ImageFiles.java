package ikat.image;

import ikat.io.AtomicFile;
import ikat.io.DiskSpace;
import ikat.io.Sha256;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.RenderedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads and writes picture files. Every format supported by ImageIO or by a plug-in on the class
 * path can be read; it is detected from the file's content, never from its name.
 */
public final class ImageFiles {

    private static final long MOST_PIXELS = 64L << 20;

    /** 8 bytes in the decoder, 12 in planes, and 12 more while they are rotated or converted. */
    private static final long BYTES_PER_PIXEL = 32;

    private ImageFiles() {}

    /**
     * Reads a picture at the precision of its file: 8 or 16 bits per channel, grey or colour.
     * Colours are converted to sRGB, transparent pixels are composited over white, and the camera's
     * orientation is applied; each such change is recorded in the exemplar's notes. A picture whose
     * pixels are all exactly grey gets one channel.
     *
     * @throws ImageFormatException if the file does not exist, is not a picture, or is damaged,
     *     truncated or too large
     */
    public static Exemplar read(Path file) throws IOException {
        return read(file, mostPixels());
    }

    private static long mostPixels() {
        return Math.min(MOST_PIXELS, Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL);
    }

    /**
     * Reads a picture of data, such as a map of heights: the samples as they are stored, at 8 or 16
     * bits or in floating point, without regard to profiles, gamma and alpha. Palettes become
     * colours.
     *
     * @param notes receives what was changed or left out, one sentence each
     * @return 1 to 4 channels: grey, grey and alpha, colours, colours and alpha
     * @throws ImageFormatException as {@link #read(Path)}, or if the samples are signed, of 32 bits
     *     or more, or the picture is stored turned
     */
    public static Pixels readData(Path file, List<String> notes) throws IOException {
        String name = nameOf(file);
        checkFile(file);
        try (PictureStream stream = new PictureStream(file)) {
            PngFile.check(name, stream);
            if (!Orientation.of(stream).equals(Orientation.UPRIGHT)) {
                throw new ImageFormatException(
                        name, "is stored turned, as its camera was held; save it upright");
            }
            BufferedImage image = new PictureDecoder(name, mostPixels(), notes).decode(stream);
            return samples(name, image);
        }
    }

    private static Pixels samples(String name, BufferedImage image) throws ImageFormatException {
        if (!(image.getColorModel() instanceof ComponentColorModel)) {
            BufferedImage colours =
                    new BufferedImage(
                            image.getWidth(),
                            image.getHeight(),
                            image.getColorModel().hasAlpha()
                                    ? BufferedImage.TYPE_4BYTE_ABGR
                                    : BufferedImage.TYPE_3BYTE_BGR);
            for (int y = 0; y < image.getHeight(); y++) {
                int[] row = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
                colours.setRGB(0, y, row.length, 1, row, 0, row.length);
            }
            return Pixels.of(colours.getRaster(), Depth.EIGHT);
        }
        Depth depth =
                switch (image.getColorModel().getTransferType()) {
                    case DataBuffer.TYPE_BYTE -> Depth.EIGHT;
                    case DataBuffer.TYPE_USHORT -> Depth.SIXTEEN;
                    case DataBuffer.TYPE_FLOAT -> Depth.FLOAT;
                    default ->
                            throw new ImageFormatException(
                                    name,
                                    "stores signed, whole 32-bit or 64-bit numbers; save it with 8"
                                            + " or 16 bits a channel or 32-bit floating point");
                };
        return Pixels.of(image.getRaster(), depth);
    }

    /** Reads a picture of at most a number of pixels. */
    static Exemplar read(Path file, long mostPixels) throws IOException {
        String name = nameOf(file);
        checkFile(file);
        String sha256 = Sha256.of(file);
        List<String> notes = new ArrayList<>();
        try (PictureStream stream = new PictureStream(file)) {
            PngFile png = PngFile.check(name, stream);
            Orientation orientation = Orientation.of(stream);
            PictureDecoder decoder = new PictureDecoder(name, mostPixels, notes);
            BufferedImage decoded = decoder.decode(stream);
            decoder.checkColours(decoded);
            PngColours colours = PngColours.of(png, notes);
            BufferedImage coloured = ColourProfile.attach(decoded, colours.profile(), notes);
            BufferedImage srgb = ColourProfile.toSrgb(coloured, notes);
            Planes planes = Planes.of(name, srgb, colours.curve(), notes);
            if (png.animated()) {
                notes.add("the picture is animated; its first frame was taken");
            }
            Planes upright = orientation.apply(planes, notes);
            return new Exemplar(
                    name,
                    sha256,
                    upright.channels(),
                    upright.width(),
                    upright.height(),
                    upright.values(),
                    notes);
        }
    }

    /**
     * Checks the kind of a file of which only the beginning is there yet.
     *
     * @param name of the file, for the message
     * @param start the first bytes, 1024 or all
     * @throws ImageFormatException if it is no picture, or one in a format that is not read
     */
    public static void requirePicture(String name, byte[] start) throws IOException {
        try (ImageInputStream stream =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(start))) {
            new PictureDecoder(name, 0, List.of()).readerOf(stream).dispose();
        }
    }

    static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static void checkFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ImageFormatException(file, "is a folder; give a picture file");
        }
        if (!Files.exists(file)) {
            throw new ImageFormatException(file, "does not exist; check the path");
        }
        if (!Files.isRegularFile(file)) {
            throw new ImageFormatException(file, "is not a plain file; give a picture file");
        }
        if (!Files.isReadable(file)) {
            throw new ImageFormatException(file, "may not be read; check its permissions");
        }
        if (Files.size(file) == 0) {
            throw new ImageFormatException(file, "is empty; give a picture file");
        }
    }

    /**
     * Writes a picture in the format given by the file name extension: .png, .jpg, .jpeg, .tif or
     * .tiff. The file appears only once it is complete; nothing is left behind on failure. Rows are
     * read from the top downwards, so an {@link OnDemandImage} of any size needs little memory.
     *
     * @throws ImageFormatException if the extension is not supported or the image is too large for
     *     the format; no pixel has been requested then
     * @throws IOException if the folder is missing or not writable, or the disk is full
     */
    public static void write(RenderedImage image, Path file) throws IOException {
        write(image, file, fraction -> {});
    }

    /**
     * Writes a picture as {@link #write(RenderedImage, Path)} does and reports progress.
     *
     * @param progress receives increasing fractions from 0 to 1 on the calling thread; an exception
     *     it throws aborts the writing
     */
    public static void write(RenderedImage image, Path file, DoubleConsumer progress)
            throws IOException {
        check(image, file);
        PictureFormat format = PictureFormat.of(file);
        AtomicFile.write(
                file, temporary -> new PictureEncoder(format).write(image, temporary, progress));
    }

    /**
     * Makes the checks that {@link #write(RenderedImage, Path)} makes before it requests a pixel.
     *
     * @throws ImageFormatException if the extension is not supported or the image is too large for
     *     the format
     * @throws IOException if there is too little space on the disk
     */
    public static void check(RenderedImage image, Path file) throws IOException {
        PictureFormat.of(file).check(image);
        DiskSpace.check(file, PictureFormat.rawBytes(image));
    }
}
