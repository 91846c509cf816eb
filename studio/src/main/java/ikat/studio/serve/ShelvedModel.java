package ikat.studio.serve;

import java.nio.file.Path;

/**
 * A model's file.
 *
 * @param name of the file without its ending
 * @param version the first digits of the SHA-256 of the file
 * @param file where it is
 * @param own whether it lies in the studio's own folder, and not in the gallery
 */
public record ShelvedModel(String name, String version, Path file, boolean own) {

    /** What stands for this very file in an address, for ever: {@code NAME@VERSION}. */
    public String id() {
        return name + "@" + version;
    }
}
