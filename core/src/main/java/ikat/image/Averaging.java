package ikat.image;

/** What the mean of 8-bit samples is. */
public enum Averaging {

    /** Of colours: the light that they stand for is averaged. */
    LIGHT {
        @Override
        int sample(byte value) {
            return Light.of(value);
        }

        @Override
        byte value(long mean) {
            return Light.value(mean);
        }
    },

    /** Of data: the values themselves are averaged. */
    VALUES {
        @Override
        int sample(byte value) {
            return value & 0xff;
        }

        @Override
        byte value(long mean) {
            return (byte) mean;
        }
    };

    /** What is summed for a value. */
    abstract int sample(byte value);

    /** The value of a mean of samples. */
    abstract byte value(long mean);
}
