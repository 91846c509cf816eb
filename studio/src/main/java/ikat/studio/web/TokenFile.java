package ikat.studio.web;

import ikat.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Tokens in files, where lists of processes do not show them. */
public final class TokenFile {

    private static final int BYTES = 16;
    private static final int MOST_BYTES = 4096;
    private static final String NAME = "token";
    private static final String OWNER_ONLY = "rw-------";

    private TokenFile() {}

    /**
     * The token in a file, without the blanks around it.
     *
     * @throws IOException if the file cannot be read or is too long for a token
     */
    public static String read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is too long for a token");
        }
        return Files.readString(file).strip();
    }

    /**
     * The token that a folder keeps, so that it outlives the studio; a random one is put there
     * first, which only its owner can read.
     *
     * @throws IOException if the folder cannot be written
     */
    public static String keptIn(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.createDirectories(folder);
            AtomicFile.write(
                    file,
                    part -> {
                        Files.createFile(part, ownerOnly(part)); // at no moment for others
                        Files.writeString(part, HexFormat.of().formatHex(random) + "\n");
                    });
        }
        return read(file);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }
}
