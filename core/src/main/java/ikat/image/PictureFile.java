package ikat.image;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A picture file and its metadata.
 *
 * @param path path of the file
 * @param facts metadata of the picture when it was read
 * @param intake what is done to the picture after it has been read
 */
public record PictureFile(Path path, ExemplarFacts facts, UnaryOperator<Exemplar> intake) {

    /** A picture that is taken as it is. */
    public PictureFile(Path path, ExemplarFacts facts) {
        this(path, facts, UnaryOperator.identity());
    }
}
