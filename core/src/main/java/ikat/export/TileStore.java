package ikat.export;

import ikat.export.Levels.Place;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Where packed tiles go; used by one thread. */
interface TileStore extends Closeable {

    /** Begins anew; what an earlier try left is deleted. */
    void begin() throws IOException;

    /** Keeps a tile; a second time takes the place of the first. */
    void put(Place place, byte[] packed) throws IOException;

    /** Keeps what is needed to go on, after making sure that the tiles before last. */
    void save(DataOutputStream state) throws IOException;

    /** Takes up what {@link #save} kept. */
    void restore(DataInputStream saved) throws IOException;

    /** Gives the finished picture its place. */
    void finish() throws IOException;

    /** Deletes what has been written. */
    void discard() throws IOException;
}
