package ikat.model;

import ikat.text.Checks;
import ikat.text.Excerpt;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Header of a safetensors file: the layout of its data.
 *
 * @param entries the tensors in the order of their data
 * @param metadata text by name
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {

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
                                Comparator.comparingLong(Entry::begin)
                                        .thenComparingLong(Entry::end))
                        .toList();
    }

    /** Throws IllegalArgumentException unless the tensors cover the data without gap or overlap. */
    void checkLayout(long dataBytes) {
        long at = 0;
        for (Entry entry : entries) {
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
        long count = entries.stream().mapToLong(Entry::count).sum();
        Checks.range("number of values", count, 0, most);
    }

    /**
     * Entry of one tensor.
     *
     * @param name its name
     * @param dtype its number format
     * @param shape its shape, at most 8 dimensions of 0 or more
     * @param begin first byte of its values, counted from the end of the header
     * @param end first byte after its values
     */
    @SuppressWarnings("ArrayRecordComponent") // lives only while a file is read
    record Entry(String name, Dtype dtype, int[] shape, long begin, long end) {

        Entry {
            if (begin < 0 || end < begin) {
                throw new IllegalArgumentException(
                        "data_offsets of %s are %s and %s, but must rise from 0 or more"
                                .formatted(Excerpt.of(name), begin, end));
            }
            long count = 1;
            for (int size : shape) {
                count = size == 0 ? 0 : saturatedProduct(count, size);
            }
            if (count > (end - begin) / dtype.bytes || count * dtype.bytes != end - begin) {
                throw new IllegalArgumentException(
                        ("the tensor %s has %s bytes, but its dtype %s and shape %s need another"
                                        + " number")
                                .formatted(
                                        Excerpt.of(name),
                                        end - begin,
                                        dtype,
                                        Arrays.toString(shape)));
            }
        }

        private static long saturatedProduct(long count, int size) {
            return count > Long.MAX_VALUE / size ? Long.MAX_VALUE : count * size;
        }

        /** The number of values. */
        long count() {
            return (end - begin) / dtype.bytes;
        }
    }
}
