package ikat.export;

/**
 * Receives the progress of an export, on the writing thread. An exception it throws ends the
 * export. All methods do nothing by default.
 */
public interface ExportListener {

    /** A listener that does nothing. */
    ExportListener SILENT = new ExportListener() {};

    /**
     * Called when an earlier export of the same picture is resumed.
     *
     * @param pixels already done
     */
    default void resumed(long pixels) {}

    /**
     * Called after each piece is written.
     *
     * @param pixels done, including those of earlier attempts
     */
    default void written(long pixels) {}
}
