package ikat.image;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The training pictures, in a fixed order. Their pixels are held in memory or read from files on
 * demand. Thread-safe.
 *
 * <p>Methods that read pixels throw {@link java.io.UncheckedIOException} if a file has been deleted
 * or changed since its facts were read; the message of the cause is one sentence.
 */
public interface Exemplars {

    /** Number of pictures, at least 1. */
    int size();

    /**
     * The facts of a picture.
     *
     * @param index from 0 to {@link #size()} - 1
     */
    ExemplarFacts facts(int index);

    /**
     * A picture with {@link #channels()} channels: a grey picture among coloured ones has three
     * equal channels.
     *
     * @param index from 0 to {@link #size()} - 1
     */
    Exemplar get(int index);

    /**
     * Writes a square of a picture as {@code [channels, side, side]}, values in [-1, 1], without
     * converting the whole picture.
     *
     * @param index index of the picture
     * @param x left column of the square
     * @param y top row of the square, which lies inside the picture or, on a torus, goes on at the
     *     opposite edge
     * @param side side of the square in pixels
     * @param out destination
     * @param offset index of the first value in {@code out}
     */
    void copySquare(int index, int x, int y, int side, float[] out, int offset);

    /** Colour channels of every picture returned by {@link #get}: 1 if all are grey, else 3. */
    default int channels() {
        return IntStream.range(0, size()).map(i -> facts(i).channels()).max().orElse(1);
    }

    /** The facts of all pictures, in order. */
    default List<ExemplarFacts> facts() {
        return IntStream.range(0, size()).mapToObj(this::facts).toList();
    }

    /**
     * Exemplars held in memory; textures are named after the pictures.
     *
     * @throws IllegalArgumentException if the list is empty
     */
    static Exemplars of(List<Exemplar> exemplars) {
        return new ExemplarList(exemplars);
    }

    /** A single exemplar held in memory. */
    static Exemplars of(Exemplar exemplar) {
        return of(List.of(exemplar));
    }
}
