package ikat.studio.serve;

import java.nio.file.Path;

/**
 * A model's file.
 *
 * @param name of the file without its extension
 * @param version the first digits of the SHA-256 of the file
 * @param file its path
 * @param own whether it is in the studio's own folder rather than the gallery
 */
public record ShelvedModel(String name, String version, Path file, boolean own) {

    /** The permanent name of exactly this file in addresses: {@code NAME@VERSION}. */
    public String id() {
        return name + "@" + version;
    }
}
