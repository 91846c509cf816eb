package ikat.export;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Writes a picture piece by piece. The order of the pieces depends only on the picture, so writing
 * can be interrupted after any piece and resumed later.
 */
interface Assembly extends Closeable {

    /** Notified of each piece written. */
    @FunctionalInterface
    interface Listener {

        /**
         * @param pixels of full size that are done, including those of earlier attempts
         */
        void written(long pixels) throws IOException;
    }

    /** Starts from scratch, deleting the output of any earlier attempt. */
    void begin() throws IOException;

    /**
     * Restores the state written by {@link #save}; called instead of {@link #begin}.
     *
     * @return pixels of full size that are done
     * @throws IOException if the earlier output no longer exists, or the state is not one of this
     *     picture
     */
    long restore(DataInputStream saved) throws IOException;

    /**
     * Makes all missing pieces on several threads and writes them on the calling thread.
     *
     * @throws IOException if they cannot be written
     */
    void make(Listener listener) throws IOException;

    /** Saves the progress, after forcing the output to disk. Called between two pieces. */
    void save(DataOutputStream state) throws IOException;

    /** Moves the finished picture to its target. */
    void finish() throws IOException;

    /** Deletes the output written so far. */
    void discard() throws IOException;
}
