package ikat.image;

import ikat.io.AtomicFile;
import ikat.io.DiskSpace;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/**
 * Reads and writes picture files. Every format supported by ImageIO or by a plug-in on the class
 * path can be read; it is detected from the file's content, never from its name.
 */
public final class ImageFiles {

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
        return new ExemplarReader(PixelLimit.ofThisMachine()).read(file);
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
