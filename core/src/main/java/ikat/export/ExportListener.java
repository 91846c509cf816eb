package ikat.export;

/**
 * Receives the progress of an export, on the writing thread. An exception it throws ends the
 * export.
 */
public interface ExportListener {

    /** A listener that does nothing. */
    ExportListener SILENT =
            new ExportListener() {
                @Override
                public void resumed(long pixels) {}

                @Override
                public void written(long pixels) {}
            };

    /**
     * Called when an earlier export of the same picture is resumed.
     *
     * @param pixels already done
     */
    void resumed(long pixels);

    /**
     * Called after each piece is written.
     *
     * @param pixels done, including those of earlier attempts
     */
    void written(long pixels);
}
