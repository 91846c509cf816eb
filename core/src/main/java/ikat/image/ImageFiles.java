package ikat.image;

import ikat.io.AtomicFile;
import ikat.io.DiskSpace;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/**
 * Picture files in and out. Reading knows every format that ImageIO or a plug-in on the class path
 * knows; the format is told from the file's content, never from its name.
 */
public final class ImageFiles {

    private ImageFiles() {}

    /**
     * Reads a picture at the precision of its file: 8 or 16 bits a channel, grey or colour. Colours
     * become sRGB, transparent pixels are laid over white, a camera's orientation is applied; each
     * such change is a note of the exemplar. A picture whose pixels are all exactly grey has one
     * channel.
     *
     * @throws ImageFormatException if there is no such file, or it is no picture, damaged, cut off,
     *     or too large
     */
    public static Exemplar read(Path file) throws IOException {
        return new ExemplarReader(PixelLimit.ofThisMachine()).read(file);
    }

    /**
     * Writes a picture, the format told by the ending of the file's name: .png, .jpg, .jpeg, .tif
     * or .tiff. The file appears when it is complete; nothing is left behind on failure. The image
     * is asked for its rows from the top downwards, so an {@link OnDemandImage} of any size needs
     * little memory.
     *
     * @throws ImageFormatException if the ending names no format or the format does not hold so
     *     many pixels; nothing has been asked of the image then
     * @throws IOException if the folder is missing or may not be written, or the disk is full
     */
    public static void write(RenderedImage image, Path file) throws IOException {
        write(image, file, fraction -> {});
    }

    /**
     * Writes a picture as {@link #write(RenderedImage, Path)} does and tells how far it is.
     *
     * @param progress gets rising fractions from 0 to 1, on the calling thread; what it throws ends
     *     the writing
     */
    public static void write(RenderedImage image, Path file, DoubleConsumer progress)
            throws IOException {
        check(image, file);
        PictureFormat format = PictureFormat.of(file);
        AtomicFile.write(
                file, temporary -> new PictureEncoder(format).write(image, temporary, progress));
    }

    /**
     * Throws what {@link #write(RenderedImage, Path)} would throw before it asks for a pixel.
     *
     * @throws ImageFormatException if the ending names no format or the format does not hold so
     *     many pixels
     * @throws IOException if there is too little room on the disk
     */
    public static void check(RenderedImage image, Path file) throws IOException {
        PictureFormat.of(file).check(image);
        DiskSpace.check(file, PictureFormat.rawBytes(image));
    }
}
