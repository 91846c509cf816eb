package ikat.lab.samples;

import ikat.io.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Paints the sample pictures into a folder. */
public final class SamplePainter {

    private SamplePainter() {}

    /**
     * Paints every {@link Sample} at its default size and seed, as PNG files.
     *
     * @param folder made if it does not exist; files of the same names are replaced
     * @return the files written, in the order of the samples
     * @throws IOException if the folder cannot be made or written; no part of a file is left
     */
    public static List<Path> paintAll(Path folder) throws IOException {
        return paintAll(folder, Sample.DEFAULT_SIZE);
    }

    static List<Path> paintAll(Path folder, int sizePixels) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        List<Path> files = new ArrayList<>();
        for (Sample sample : Sample.values()) {
            BufferedImage image = sample.paint(sizePixels, Sample.DEFAULT_SEED);
            Path file = folder.resolve(sample.fileName());
            AtomicFile.write(file, temporary -> writePng(image, temporary));
            files.add(file);
        }
        return files;
    }

    private static void writePng(BufferedImage image, Path file) throws IOException {
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("this Java cannot write PNG files");
        }
    }
}
