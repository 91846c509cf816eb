package ikat.lab.gram;

import ikat.image.Exemplar;
import ikat.lab.method.Effort;
import java.time.Duration;
import java.util.SplittableRandom;

/** Small pictures to make more of in tests. */
public final class Pictures {

    private Pictures() {}

    /** A weave of two periods with a little grain. */
    public static Exemplar weave(int channels, int side) {
        float[] pixels = new float[channels * side * side];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < side * side; i++) {
            double x = i % side;
            double y = i / side;
            double weave = Math.sin(2 * Math.PI * x / 12) * Math.cos(2 * Math.PI * y / 16);
            for (int c = 0; c < channels; c++) {
                double grain = random.nextDouble(-0.1, 0.1);
                pixels[c * side * side + i] = (float) ((0.7 - 0.3 * c) * weave + grain);
            }
        }
        return Exemplar.made("weave.png", channels, side, side, pixels);
    }

    public static Effort effort(Duration time) {
        return new Effort(time, 2, () -> false);
    }
}
