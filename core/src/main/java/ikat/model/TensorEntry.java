package ikat.model;

import java.util.Arrays;

/**
 * Header entry of one tensor in a safetensors file.
 *
 * @param name its name
 * @param dtype its number format
 * @param shape its shape, at most 8 dimensions of 0 or more
 * @param begin first byte of its values, counted from the end of the header
 * @param end first byte after its values
 */
@SuppressWarnings("ArrayRecordComponent") // lives only while a file is read
record TensorEntry(String name, Dtype dtype, int[] shape, long begin, long end) {

    TensorEntry {
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
                                    Excerpt.of(name), end - begin, dtype, Arrays.toString(shape)));
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
