package ikat.service.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kind of a file, determined by its first bytes. */
public enum FileKind {
    /** A safetensors file, or one named as such. */
    MODEL,
    /** Anything else. */
    PICTURE;

    private static final long LONGEST_HEADER = 100_000_000;

    /**
     * Examines a file's first bytes: eight of a length, then an opening brace. A file named as a
     * model counts as one whatever its content, so that a damaged model is not called a damaged
     * picture.
     */
    public static FileKind of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return PICTURE;
        }
        if (file.toString().endsWith(".safetensors")) {
            return MODEL;
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(9);
        }
        if (start.length < 9 || start[8] != '{') {
            return PICTURE;
        }
        long header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return header > 0 && header <= LONGEST_HEADER ? MODEL : PICTURE;
    }
}
