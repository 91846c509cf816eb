package ikat.service.train;

import ikat.service.train.TrainingPictures.Studied;
import java.nio.file.Path;

/** Receives the events of reading pictures. All methods do nothing by default. */
public interface ScanListener {

    /** Ignores all events. */
    ScanListener NONE = new ScanListener() {};

    /**
     * Another picture has been read, or left out.
     *
     * @param read how many so far
     * @param all how many there are
     */
    default void progressed(int read, int all) {}

    /** A picture was looked at closely; of many pictures, only some are. */
    default void studied(Studied picture, int all) {}

    /**
     * A picture that was found in a folder is not learned.
     *
     * @param reason the rest of a sentence that begins with the file, such as {@code is 20x20 px,
     *     smaller than a patch of 160 px}
     */
    default void leftOut(Path picture, String reason) {}

    /**
     * A folder could not be read, or not to its end.
     *
     * @param reason in words that follow the folder's name
     */
    default void unreadable(Path folder, String reason) {}

    /** Something was found or changed; one sentence. */
    default void noted(String sentence) {}

    /** All pictures have been read. */
    default void finished(TrainingPictures pictures) {}
}
