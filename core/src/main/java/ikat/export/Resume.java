package ikat.export;

import ikat.io.AtomicFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an interrupted writing leaves beside its picture so that it can be gone on with: how far it
 * was, and of which picture.
 */
final class Resume {

    private static final long MAGIC = 0x696b61740000_0001L; // "ikat", first version

    private final Path file;
    private final String identity;

    /**
     * @param file beside the picture
     * @param identity of everything that the picture's bytes depend on
     */
    Resume(Path file, String identity) {
        this.file = file;
        this.identity = identity;
    }

    /**
     * Goes on with an earlier try, if there is one of the very same picture.
     *
     * @return pixels that are done, 0 if there is none or it cannot be read
     */
    long restore(Assembly assembly) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (DataInputStream saved =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (saved.readLong() != MAGIC || !saved.readUTF().equals(identity)) {
                return 0;
            }
            return assembly.restore(saved);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; delete " + file + " to begin anew", e);
        }
    }

    void save(Assembly assembly) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream state = new DataOutputStream(bytes);
        state.writeLong(MAGIC);
        state.writeUTF(identity);
        assembly.save(state);
        AtomicFile.write(file, temporary -> Files.write(temporary, bytes.toByteArray()));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
