package ikat.image;

/** What the mean of pixels is. */
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
    VALUES,

    /** Of directions: their mean is made as long as a direction again. */
    NORMALS {
        @Override
        public void write(double[] means, Pixels picture, int at) {
            double half = picture.depth().one() / 2;
            double squares = 0;
            for (int c = 0; c < means.length; c++) {
                means[c] = means[c] / half - 1;
                squares += means[c] * means[c];
            }
            double length = Math.max(1e-6, Math.sqrt(squares));
            for (int c = 0; c < means.length; c++) {
                means[c] = (means[c] / length + 1) * half;
            }
            super.write(means, picture, at);
        }
    };

    /** What is summed for a value. */
    int sample(byte value) {
        return value & 0xff;
    }

    /** The value of a mean of samples. */
    byte value(long mean) {
        return (byte) mean;
    }

    /** Stores the means of the samples of a pixel's channels, at any depth. */
    public void write(double[] means, Pixels picture, int at) {
        for (int c = 0; c < means.length; c++) {
            picture.depth().put(picture.bytes(), at + c * picture.depth().bytes(), means[c]);
        }
    }
}
