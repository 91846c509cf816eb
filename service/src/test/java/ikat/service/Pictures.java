package ikat.service;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small pictures for tests. */
public final class Pictures {

    private Pictures() {}

    /** Coloured stripes with a period of 16 pixels. */
    public static Path stripes(Path file) throws IOException {
        return write(file, 200, 16);
    }

    /** One colour. */
    public static Path flat(Path file) throws IOException {
        return write(file, 200, Integer.MAX_VALUE);
    }

    /** Stripes with so many pixels a side. */
    public static Path small(Path file) throws IOException {
        return write(file, 20, 26);
    }

    private static Path write(Path file, int side, int period) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            double wave = Math.sin(2 * Math.PI * (i % side) / period);
            int red = (int) Math.round(128 + 100 * wave);
            image.setRGB(i % side, i / side, red << 16 | 60 << 8 | red / 2);
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no PNG writer");
        }
        return file;
    }
}
