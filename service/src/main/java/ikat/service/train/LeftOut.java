package ikat.service.train;

import java.nio.file.Path;

/**
 * A picture that is not learned.
 *
 * @param path of its file
 * @param reason the rest of a sentence that begins with the file, such as {@code is 20x20 px,
 *     smaller than a patch of 160 px}
 */
public record LeftOut(Path path, String reason) {}
