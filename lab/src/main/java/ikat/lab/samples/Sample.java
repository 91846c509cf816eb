package ikat.lab.samples;

import java.awt.image.BufferedImage;
import java.util.Locale;

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

    /**
     * Paints the picture, the same on every machine for the same size and seed.
     *
     * @param size side in pixels, 1 to 4096
     * @param seed chooses among pictures of the kind
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
