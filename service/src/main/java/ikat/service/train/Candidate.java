package ikat.service.train;

import java.nio.file.Path;

/**
 * A file that may hold a picture to learn from.
 *
 * @param path of the file
 * @param origin how it came here
 */
record Candidate(Path path, Origin origin) {

    /** How a file was chosen. */
    enum Origin {
        /** By its own name: it must do. */
        NAMED,
        /** In a folder: it is left out if it will not do. */
        FOUND
    }
}
