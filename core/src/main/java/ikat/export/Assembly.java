package ikat.export;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A picture in the making, piece by piece in an order that depends on nothing but the picture: so
 * it can be left at any piece and gone on with later.
 */
interface Assembly extends Closeable {

    /** Told of each piece that is written. */
    @FunctionalInterface
    interface Listener {

        /**
         * @param pixels of full size that are done, those of an earlier try included
         */
        void written(long pixels) throws IOException;
    }

    /** Begins anew; what an earlier try left is deleted. */
    void begin() throws IOException;

    /**
     * Takes up what {@link #save} kept, instead of {@link #begin}.
     *
     * @return pixels of full size that are done
     * @throws IOException if what was written is not there any more
     */
    long restore(DataInputStream saved) throws IOException;

    /**
     * Makes all pieces that are missing, on several threads, and writes them on this one.
     *
     * @throws IOException if they cannot be written
     */
    void make(Listener listener) throws IOException;

    /** Keeps how far it is, after making sure that what is written lasts; between two pieces. */
    void save(DataOutputStream state) throws IOException;

    /** Gives the finished picture its place. */
    void finish() throws IOException;

    /** Deletes what has been written. */
    void discard() throws IOException;
}
