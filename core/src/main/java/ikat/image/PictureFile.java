package ikat.image;

import java.nio.file.Path;

/**
 * A picture file that has been read once.
 *
 * @param path of the file
 * @param facts what was found in it
 */
public record PictureFile(Path path, ExemplarFacts facts) {}
