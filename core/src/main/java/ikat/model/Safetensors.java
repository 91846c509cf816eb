package ikat.model;

import ikat.io.AtomicFile;
import ikat.text.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The content of a safetensors file: named tensors and text. Any program that knows the format
 * opens what is written here; F32, F16 and BF16 are read, F32 is written. Holds any float, NaN
 * included.
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
     * Reads a file with at most 2^28 values. What the header claims is checked before memory is
     * taken, so that no file makes Java take more than a few times its size.
     *
     * @throws ModelFormatException if the file is damaged, hostile or something else
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    public static Safetensors read(Path file) throws IOException {
        return SafetensorsReader.read(file, MOST_VALUES);
    }

    /**
     * Writes a file; it appears whole or not at all ({@link AtomicFile}).
     *
     * @throws IOException one sentence that names the file and the reason
     */
    public void write(Path file) throws IOException {
        SafetensorsWriter.write(this, Set.of(), file);
    }
}
