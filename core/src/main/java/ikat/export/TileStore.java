package ikat.export;

import ikat.export.Levels.Place;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Destination of packed tiles. Not thread-safe. */
interface TileStore extends Closeable {

    /** Starts from scratch, deleting the output of any earlier attempt. */
    void begin() throws IOException;

    /** Stores a tile, replacing any earlier one at the same place. */
    void put(Place place, byte[] packed) throws IOException;

    /** Saves the state needed to resume, after making sure that earlier tiles are on disk. */
    void save(DataOutputStream state) throws IOException;

    /** Restores the state written by {@link #save}. */
    void restore(DataInputStream saved) throws IOException;

    /**
     * Checks that a tile of an earlier start is whole.
     *
     * @throws IOException if it is not
     */
    default void check(Place place) throws IOException {}

    /** Moves the finished picture to its target. */
    void finish() throws IOException;

    /** Deletes the output written so far. */
    void discard() throws IOException;
}
