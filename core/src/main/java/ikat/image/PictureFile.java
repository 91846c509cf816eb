package ikat.image;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A picture file and its metadata.
 *
 * @param path path of the file
 * @param facts metadata of the picture when it was read
 * @param reader reads the picture again
 */
public record PictureFile(Path path, ExemplarFacts facts, Reader reader) {

    /** Reads a picture as it is learned. */
    public interface Reader {
        /**
         * Reads a file.
         *
         * @throws IOException if this is impossible; the message is one sentence
         */
        Exemplar read(Path path) throws IOException;
    }

    /** A picture that is taken as it is. */
    public PictureFile(Path path, ExemplarFacts facts) {
        this(path, facts, ImageFiles::read);
    }
}
