package ikat.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The pictures of a training, in a fixed order. Their pixels may be in memory or come from files
 * when they are asked for. Safe for use by several threads.
 *
 * <p>Whatever reads pixels throws {@link java.io.UncheckedIOException}, whose cause is one
 * sentence, if a file has vanished or changed since its facts were taken.
 */
public interface Exemplars {

    /** How many pictures there are, at least 1. */
    int size();

    /**
     * The facts of a picture.
     *
     * @param index from 0 to {@link #size()} - 1
     */
    ExemplarFacts facts(int index);

    /**
     * A picture with {@link #channels()} channels: a grey one among coloured ones comes as three
     * equal channels.
     *
     * @param index from 0 to {@link #size()} - 1
     */
    Exemplar get(int index);

    /**
     * Writes a square of a picture as {@code [channels, side, side]}, values in [-1, 1], without
     * preparing the whole picture.
     *
     * @param index of the picture
     * @param x left column of the square
     * @param y top row of the square; the square lies inside the picture
     * @param side of the square in pixels
     * @param out where to write
     * @param offset of the first value in {@code out}
     */
    void copySquare(int index, int x, int y, int side, float[] out, int offset);

    /** Colour channels of every picture as it is given: 1 only if all are grey, else 3. */
    default int channels() {
        return IntStream.range(0, size()).map(i -> facts(i).channels()).max().orElse(1);
    }

    /** The facts of all pictures, in order. */
    default List<ExemplarFacts> facts() {
        return IntStream.range(0, size()).mapToObj(this::facts).toList();
    }

    /**
     * Pictures in memory; their textures are called after their names.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Exemplars of(List<Exemplar> exemplars) {
        return new ExemplarList(exemplars);
    }

    /** One picture in memory. */
    static Exemplars of(Exemplar exemplar) {
        return of(List.of(exemplar));
    }
}
