package ikat.samples;

import java.awt.image.BufferedImage;
import java.util.Locale;

/** The sample pictures that come with the project. */
public enum Sample {
    /** Comb cells filled with honey. */
    HONEYCOMB(Honeycomb::new),
    /** A page of printed words. */
    TEXT(TextPage::new),
    /** Knitted wool. */
    KNIT(Knit::new),
    /** Brickwork with mortar and stains. */
    BRICK(Brick::new),
    /** Overlapping fish scales. */
    SCALES(Scales::new),
    /** Rounded stones. */
    PEBBLES(Pebbles::new);

    /** The seed of the committed pictures. */
    public static final long DEFAULT_SEED = 1;

    /** The side of the committed pictures in pixels. */
    public static final int DEFAULT_SIZE = 512;

    private static final int LARGEST = 4096;

    private final Subject subject;

    Sample(Subject subject) {
        this.subject = subject;
    }

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
        return Photograph.of(subject.surface(size, seed), size, seed);
    }

    /** Name of the picture's file, such as {@code honeycomb.png}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".png";
    }

    private interface Subject {
        Surface surface(int size, long seed);
    }
}
