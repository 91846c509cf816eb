package ikat.image;

import java.io.IOException;
import java.nio.file.Path;

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
}
