package ikat.model;

import ikat.text.Checks;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Header of a safetensors file: the layout of its data.
 *
 * @param entries the tensors in the order of their data
 * @param metadata text by name
 */
record SafetensorsHeader(List<TensorEntry> entries, Map<String, String> metadata) {

    /** Name that the format reserves for the metadata. */
    static final String METADATA = "__metadata__";

    /** Maximum length of a header to read or write, in bytes. */
    static final int LONGEST = 16 << 20;

    /** Maximum number of tensors to read or write. */
    static final int MOST_TENSORS = 4096;

    SafetensorsHeader {
        entries =
                entries.stream()
                        .sorted(
                                Comparator.comparingLong(TensorEntry::begin)
                                        .thenComparingLong(TensorEntry::end))
                        .toList();
    }

    /** Throws IllegalArgumentException unless the tensors cover the data without gap or overlap. */
    void checkLayout(long dataBytes) {
        long at = 0;
        for (TensorEntry entry : entries) {
            if (entry.begin() != at) {
                throw new IllegalArgumentException(
                        ("the tensor %s begins at byte %s of the data, but must begin at %s,"
                                        + " where the one before ends")
                                .formatted(Excerpt.of(entry.name()), entry.begin(), at));
            }
            at = entry.end();
        }
        if (at != dataBytes) {
            throw new IllegalArgumentException(
                    "the tensors need %s bytes of data, but the file has %s%s"
                            .formatted(
                                    at,
                                    dataBytes,
                                    at > dataBytes ? "; it is cut" : "; something was appended"));
        }
    }

    /** Throws IllegalArgumentException if the file holds more values than allowed. */
    void checkCount(long most) {
        long count = entries.stream().mapToLong(TensorEntry::count).sum();
        Checks.range("number of values", count, 0, most);
    }
}
