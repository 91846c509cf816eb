package ikat.export;

import ikat.io.AtomicFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Resume file of an interrupted export, kept beside the picture: the identity of the picture, its
 * progress, and a checksum of both. A file whose checksum is wrong is refused. So are those of
 * versions without a checksum, since a damaged file could pass for one of them.
 */
final class Resume {

    private static final long MAGIC = 0x696b61740000_0003L; // "ikat", third version

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
        if (!isWhole()) {
            throw new IOException(
                    file + " is damaged, or of an earlier version; delete it to start over");
        }
        try (DataInputStream saved =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (saved.readLong() != MAGIC || !saved.readUTF().equals(identity)) {
                return 0;
            }
            return assembly.restore(saved);
        } catch (EOFException e) {
            throw new IOException(file + " is damaged; delete it to start over", e);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; delete " + file + " to start over", e);
        }
    }

    /** Whether the checksum at the end is that of the bytes before it. */
    private boolean isWhole() throws IOException {
        CRC32C sum = new CRC32C();
        try (InputStream all = Files.newInputStream(file);
                CheckedInputStream checked = new CheckedInputStream(all, sum)) {
            long before = Files.size(file) - Long.BYTES;
            checked.skip(Math.max(0, before));
            byte[] end = all.readNBytes(Long.BYTES);
            return before >= 0
                    && end.length == Long.BYTES
                    && ByteBuffer.wrap(end).getLong() == sum.getValue();
        }
    }

    /** The content of a resume file, with its checksum. */
    static byte[] sealed(byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return ByteBuffer.allocate(content.length + Long.BYTES)
                .put(content)
                .putLong(sum.getValue())
                .array();
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
        byte[] content = sealed(bytes.toByteArray());
        AtomicFile.write(file, temporary -> Files.write(temporary, content));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
