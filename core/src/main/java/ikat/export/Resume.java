package ikat.export;

import ikat.io.AtomicFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Resume file of an interrupted export, kept beside the picture: its progress and the identity of
 * the picture.
 */
final class Resume {

    private static final long MAGIC = 0x696b61740000_0002L; // "ikat", second version

    private final Path file;
    private final String identity;

    /**
     * @param file resume file beside the picture
     * @param identity identifies everything that the picture's bytes depend on
     */
    Resume(Path file, String identity) {
        this.file = file;
        this.identity = identity;
    }

    /**
     * Restores an earlier export of the same picture, if present.
     *
     * @return pixels already done, 0 if there is no resume file or it does not match the picture
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
        } catch (EOFException e) {
            throw new IOException(file + " is cut off; delete it to start over", e);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; delete " + file + " to start over", e);
        }
    }

    /** What {@link Assembly#restore} throws if a value cannot have been saved for this picture. */
    static IOException damaged() {
        return new IOException("what was kept of an earlier start is damaged");
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
