package ikat.image;

import ikat.io.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads an exemplar from a picture file: checks and decodes it, converts it to planes and applies
 * its orientation.
 */
final class ExemplarReader {

    private final PixelLimit limit;

    ExemplarReader(PixelLimit limit) {
        this.limit = limit;
    }

    Exemplar read(Path file) throws IOException {
        String name = nameOf(file);
        checkFile(file);
        String sha256 = Sha256.of(file);
        List<String> notes = new ArrayList<>();
        try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
            PngFile png = PngFile.check(name, stream);
            Orientation orientation = Orientation.of(stream);
            BufferedImage decoded = new PictureDecoder(name, limit, notes).decode(stream);
            BufferedImage coloured = ColourProfile.attach(decoded, png.profile(), notes);
            Planes planes = Planes.of(name, ColourProfile.toSrgb(coloured, notes), notes);
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
}
