package ikat.image;

import java.nio.file.Path;

/**
 * A picture file and its metadata.
 *
 * @param path path of the file
 * @param facts metadata of the picture when it was read
 */
public record PictureFile(Path path, ExemplarFacts facts) {}
