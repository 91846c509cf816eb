package ikat.export;

/** Told how far a picture is; what it throws ends the writing. Called on the writing thread. */
public interface ExportListener {

    /** Hears nothing. */
    ExportListener SILENT =
            new ExportListener() {
                @Override
                public void resumed(long pixels) {}

                @Override
                public void written(long pixels) {}
            };

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
