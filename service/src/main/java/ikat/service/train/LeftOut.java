package ikat.service.train;

import java.nio.file.Path;

/**
 * A picture that is not learned.
 *
 * @param path of its file
 * @param reason in words that follow the file's name, such as {@code is 20x20 px, smaller than a
 *     patch of 160 px}
 */
public record LeftOut(Path path, String reason) {

    /** The sentence about the file, with its whole path. */
    @Override
    public String toString() {
        return path + reason(" ");
    }

    /** The sentence about the file, with its name only. */
    public String named() {
        return path.getFileName() + reason(" ");
    }

    private String reason(String space) {
        return reason.startsWith(":") ? reason : space + reason;
    }
}
