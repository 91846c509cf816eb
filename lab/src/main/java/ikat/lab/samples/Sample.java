package ikat.lab.samples;

import ikat.image.Exemplar;
import ikat.io.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The sample pictures that come with the project. */
public enum Sample {
    /** Comb cells filled with honey. */
    HONEYCOMB,
    /** A page of printed words. */
    TEXT,
    /** Knitted wool. */
    KNIT,
    /** Brickwork with mortar and stains. */
    BRICK,
    /** Overlapping fish scales. */
    SCALES,
    /** Rounded stones. */
    PEBBLES;

    /** The seed of the committed pictures. */
    public static final long DEFAULT_SEED = 1;

    /** The side of the committed pictures in pixels. */
    public static final int DEFAULT_SIZE = 512;

    private static final int LARGEST = 4096;
    private static final int CHANNELS = 3;

    /**
     * Paints the picture, the same on every machine for the same size and seed.
     *
     * @param size side in pixels, 1 to 4096
     * @param seed selects one of the pictures of this kind
     * @return a square picture, 8 bits each of red, green and blue
     * @throws IllegalArgumentException if the size is out of range
     */
    public BufferedImage paint(int size, long seed) {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException(
                    "size is " + size + ", but must be from 1 to " + LARGEST + " pixels");
        }
        return Photograph.of(surface(size, seed), size, seed);
    }

    /** Name of the picture's file, such as {@code honeycomb.png}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".png";
    }

    /**
     * Paints the picture with the default seed as an exemplar to train on, without a file.
     *
     * @param size side in pixels, 1 to 4096
     */
    public Exemplar exemplar(int size) {
        BufferedImage picture = paint(size, DEFAULT_SEED);
        int area = size * size;
        float[] pixels = new float[CHANNELS * area];
        for (int i = 0; i < area; i++) {
            int rgb = picture.getRGB(i % size, i / size);
            for (int c = 0; c < CHANNELS; c++) {
                pixels[c * area + i] = (rgb >> 16 - 8 * c & 255) / 127.5f - 1;
            }
        }
        return new Exemplar(fileName(), "0".repeat(64), CHANNELS, size, size, pixels, List.of());
    }

    /**
     * Paints every sample at its default size and seed, as PNG files.
     *
     * @param folder created if it does not exist; files of the same names are replaced
     * @return the files written, in the order of the samples
     * @throws IOException if the folder cannot be created or written to; no partial file is left
     */
    public static List<Path> paintAll(Path folder) throws IOException {
        return paintAll(folder, DEFAULT_SIZE);
    }

    static List<Path> paintAll(Path folder, int size) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        List<Path> files = new ArrayList<>();
        for (Sample sample : values()) {
            BufferedImage image = sample.paint(size, DEFAULT_SEED);
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

    private Surface surface(int size, long seed) {
        return switch (this) {
            case HONEYCOMB -> new Honeycomb(size, seed);
            case TEXT -> new TextPage(size, seed);
            case KNIT -> new Knit(seed);
            case BRICK -> new Brick(seed);
            case SCALES -> new Scales(seed);
            case PEBBLES -> new Pebbles(size, seed);
        };
    }
}
