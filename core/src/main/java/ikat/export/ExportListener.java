package ikat.export;

/** Told how far a picture is; what it throws ends the writing. Called on the writing thread. */
public interface ExportListener {

    /**
     * An earlier try of the same picture is gone on with.
     *
     * @param pixels that are done already
     */
    void resumed(long pixels);

    /**
     * Called after each piece.
     *
     * @param pixels that are done, those of an earlier try included
     */
    void written(long pixels);
}
