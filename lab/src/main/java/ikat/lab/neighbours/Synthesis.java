package ikat.lab.neighbours;

import ikat.io.Workers;
import ikat.lab.neighbours.PatchNeighbours.Scales;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One picture, from noise at the coarsest size to full size. */
final class Synthesis {

    private static final int ROUNDS = 10;

    /** Passes of the first search at a size; one more improves its result in each later round. */
    private static final int FIRST_PASSES = 2;

    /**
     * What is added to a patch's least distance, per value: the less, the more is it used (section
     * 3.2 of the paper). There 0.005 for values from 0 to 1; here they are from -1 to 1.
     */
    private static final float COMPLETENESS = 0.02f;

    private final Scales scales;
    private final int width;
    private final int height;
    private final long seed;
    private final Workers workers;
    private @Nullable NeighbourField towards; // from the guess to the exemplar
    private @Nullable NeighbourField back; // from the exemplar to the guess

    Synthesis(Scales scales, int width, int height, long seed, Workers workers) {
        this.scales = scales;
        this.width = width;
        this.height = height;
        this.seed = seed;
        this.workers = workers;
    }

    Raster made() {
        int level = scales.count() - 1;
        Raster exemplar = scales.picture(level);
        Raster guess = refined(noise(exemplar, columns(level), rows(level)), exemplar, level);
        while (level > 0) {
            Raster coarser = exemplar;
            level--;
            exemplar = scales.picture(level);
            Raster blurred = Resizing.of(coarser, exemplar.width(), exemplar.height());
            guess = refined(Resizing.of(guess, columns(level), rows(level)), blurred, level);
        }
        return guess;
    }

    private int columns(int level) {
        return Scales.length(width, scales.picture(level).width(), scales.picture(0).width());
    }

    private int rows(int level) {
        return Scales.length(height, scales.picture(level).height(), scales.picture(0).height());
    }

    /** Normal noise with each channel's mean and deviation. */
    private Raster noise(Raster exemplar, int columns, int rows) {
        int channels = exemplar.channels();
        double[] mean = new double[channels];
        double[] square = new double[channels];
        int area = exemplar.width() * exemplar.height();
        for (int i = 0; i < area * channels; i++) {
            double value = exemplar.values()[i];
            mean[i % channels] += value / area;
            square[i % channels] += value * value / area;
        }
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[columns * rows * channels];
        for (int i = 0; i < values.length; i++) {
            int c = i % channels;
            double deviation = Math.sqrt(Math.max(0, square[c] - mean[c] * mean[c]));
            values[i] = (float) (mean[c] + deviation * random.nextGaussian());
        }
        return new Raster(columns, rows, channels, values);
    }

    /**
     * Replaces the patches of a guess by those of the exemplar, round by round.
     *
     * @param blurred the exemplar, as blurred as the guess
     */
    private Raster refined(Raster guess, Raster blurred, int level) {
        Raster exemplar = scales.picture(level);
        NeighbourField there =
                towards == null
                        ? NeighbourField.random(guess, exemplar, seed)
                        : towards.resized(guess, exemplar);
        NeighbourField home =
                back == null
                        ? NeighbourField.random(exemplar, guess, seed + 1)
                        : back.resized(exemplar, guess);
        Raster made = guess;
        for (int round = 0; round < ROUNDS; round++) {
            Raster keys = round == 0 ? blurred : exemplar;
            long salt = seed + ((long) level * ROUNDS + round << 32);
            int passes = round == 0 ? FIRST_PASSES : 1;
            home.search(keys, made, null, passes, salt, workers);
            float[] norms = home.norms(COMPLETENESS * keys.patchValues());
            there.search(made, keys, norms, passes, ~salt, workers);
            home.learnFrom(there);
            made = averaged(made, there, exemplar);
        }
        towards = there;
        back = home;
        return made;
    }

    /** Each pixel is the mean of those that the patches over it have there. */
    private Raster averaged(Raster guess, NeighbourField field, Raster exemplar) {
        float[] values = new float[guess.values().length];
        workers.each(guess.height(), y -> averageRow(y, guess, field.nearest(), exemplar, values));
        return new Raster(guess.width(), guess.height(), guess.channels(), values);
    }

    private static void averageRow(
            int y, Raster guess, int[] nearest, Raster exemplar, float[] values) {
        int channels = guess.channels();
        int columns = guess.columns();
        int top = Math.max(0, y - Raster.PATCH + 1);
        int bottom = Math.min(guess.rows() - 1, y);
        for (int x = 0; x < guess.width(); x++) {
            int left = Math.max(0, x - Raster.PATCH + 1);
            int right = Math.min(columns - 1, x);
            int to = (y * guess.width() + x) * channels;
            for (int row = top; row <= bottom; row++) {
                for (int column = left; column <= right; column++) {
                    int key = nearest[row * columns + column];
                    int keyY = key / exemplar.columns() + y - row;
                    int keyX = key % exemplar.columns() + x - column;
                    int from = (keyY * exemplar.width() + keyX) * channels;
                    for (int c = 0; c < channels; c++) {
                        values[to + c] += exemplar.values()[from + c];
                    }
                }
            }
            float count = (bottom - top + 1) * (right - left + 1);
            for (int c = 0; c < channels; c++) {
                values[to + c] /= count;
            }
        }
    }
}
