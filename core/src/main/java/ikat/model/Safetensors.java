package ikat.model;

import ikat.io.AtomicFile;
import ikat.text.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The content of a safetensors file: named tensors and text. Files written here can be opened by
 * any program that supports the format; F32, F16, BF16 and U8 are read, F32 is written. Any float
 * is allowed, including NaN.
 *
 * @param tensors by name, in the order of their data, at most 4096
 * @param metadata text by name
 */
public record Safetensors(Map<String, Weight> tensors, Map<String, String> metadata) {

    /** More than any model or checkpoint needs: 1 GiB of floats. */
    private static final long MOST_VALUES = 1L << 28;

    public Safetensors {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        Checks.range("number of tensors", tensors.size(), 0, SafetensorsHeader.MOST_TENSORS);
        if (tensors.containsKey(SafetensorsHeader.METADATA)) {
            throw new IllegalArgumentException(
                    "a tensor is named " + SafetensorsHeader.METADATA + ", which is reserved");
        }
    }

    /**
     * Reads a file with at most 2^28 values. The header is checked before memory is allocated, so
     * that no file makes Java allocate more than a few times its size.
     *
     * @throws ModelFormatException if the file is damaged, malicious or not a safetensors file
     * @throws java.nio.file.NoSuchFileException if the file does not exist
     */
    public static Safetensors read(Path file) throws IOException {
        return SafetensorsReader.read(file, MOST_VALUES);
    }

    /**
     * Writes a file atomically (see {@link AtomicFile}).
     *
     * @throws IOException if writing fails; the message is one sentence with the file and the
     *     reason
     */
    public void write(Path file) throws IOException {
        SafetensorsWriter.write(this, Map.of(), file);
    }
}
