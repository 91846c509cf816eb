package ikat.model;

import ikat.text.Checks;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor of a model. The arrays are not copied; treat them as immutable.
 *
 * @param shape sizes of the dimensions, outermost first, each at least 0; empty for a single value
 * @param values in row-major order, as many as the product of the shape; any float, including NaN
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes of floats: a copy per access is too much
public record Weight(int[] shape, float[] values) {

    /** Throws IllegalArgumentException if the number of values does not match the shape. */
    public Weight {
        long count = 1;
        for (int size : shape) {
            Checks.range("a size in a shape", size, 0, Integer.MAX_VALUE);
            count = Math.multiplyExact(Math.min(count, Integer.MAX_VALUE + 1L), size);
        }
        if (count != values.length) {
            throw new IllegalArgumentException(
                    "shape %s has %s values, but must have the product of its sizes"
                            .formatted(Arrays.toString(shape), values.length));
        }
    }

    /**
     * Tensors of one shape along a new outermost dimension; a single one is left as it is.
     *
     * @param parts at least one
     */
    public static Weight stacked(List<Weight> parts) {
        Weight first = parts.get(0);
        if (parts.size() == 1) {
            return first;
        }
        int[] shape = new int[first.shape.length + 1];
        shape[0] = parts.size();
        System.arraycopy(first.shape, 0, shape, 1, first.shape.length);
        float[] values = new float[parts.size() * first.values.length];
        for (int i = 0; i < parts.size(); i++) {
            float[] part = parts.get(i).values;
            System.arraycopy(part, 0, values, i * part.length, part.length);
        }
        return new Weight(shape, values);
    }

    /** The bytes of a file, each as a value from 0 to 255. */
    static Weight ofBytes(byte[] file) {
        float[] values = new float[file.length];
        for (int i = 0; i < file.length; i++) {
            values[i] = file[i] & 0xff;
        }
        return new Weight(new int[] {file.length}, values);
    }

    /**
     * The values as the bytes of a file.
     *
     * @throws IllegalArgumentException if one is none; the message is the end of a sentence
     */
    byte[] toBytes() {
        byte[] file = new byte[values.length];
        for (int i = 0; i < file.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 255)) {
                throw new IllegalArgumentException(
                        "holds %s, but its values must be bytes, 0 to 255".formatted(values[i]));
            }
            file[i] = (byte) values[i];
        }
        return file;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weight weight
                && Arrays.equals(shape, weight.shape)
                && Arrays.equals(values, weight.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Weight" + Arrays.toString(shape);
    }
}
