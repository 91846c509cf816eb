package ikat.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Sample sample : Sample.values()) {
            Path file = folder.resolve(sample.fileName());
            write(sample, file);
            files.add(file);
        }
        return files;
    }

    private static void write(Sample sample, Path file) throws IOException {
        Path part =
                file.resolveSibling(
                        file.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            var image = sample.paint(Sample.DEFAULT_SIZE, Sample.DEFAULT_SEED);
            if (!ImageIO.write(image, "png", part.toFile())) {
                throw new IOException("this Java cannot write PNG files");
            }
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
