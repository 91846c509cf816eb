package ikat.score;

import ikat.analysis.ColourDirections;
import ikat.image.Exemplar;
import ikat.signal.Plane;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Features of crops by counting: how often each of a vocabulary of small patches occurs in them,
 * and how far patches are from the vocabulary (Varma and Zisserman 2009). The vocabulary is learned
 * from the exemplar.
 */
final class PatchWords {

    private static final int PATCH = 5;
    private static final int NUMBERS = 3 * PATCH * PATCH;
    private static final int WORDS = 64;
    private static final int SAMPLES = 6_000;
    private static final int ROUNDS = 8;
    private static final long SEED = 11;

    private final int side;
    private final float[][] words;

    /**
     * @param exemplar in three channels
     * @param side of a crop
     */
    PatchWords(Exemplar exemplar, int side) {
        this.side = side;
        List<Plane> planes = planes(exemplar);
        Random random = new Random(SEED);
        float[][] samples = new float[SAMPLES][NUMBERS];
        for (float[] sample : samples) {
            int left = random.nextInt(planes.get(0).width() - PATCH + 1);
            int top = random.nextInt(planes.get(0).height() - PATCH + 1);
            Plane.copyPatch(planes, left, top, PATCH, sample);
        }
        words = clustered(samples, random);
    }

    /**
     * The features of a picture.
     *
     * @param picture in three channels
     */
    CropFeatures of(Exemplar picture) {
        CropFeatures features = new CropFeatures(picture.width(), picture.height(), side);
        List<Plane> planes = planes(picture);
        int block = features.block();
        int columns = picture.width() / block;
        int blocks = columns * (picture.height() / block);
        double[][] shares = new double[words.length + 1][blocks];
        IntStream.range(0, blocks)
                .parallel()
                .forEach(b -> count(planes, b % columns, b / columns, block, b, shares));
        for (int word = 0; word < words.length; word++) {
            features.addBlocks(shares[word], 2); // Hellinger: counts vary with their roots
        }
        features.addBlocks(shares[words.length], 1);
        return features;
    }

    /** The share of each word, and the mean distance from them, in a block. */
    private void count(
            List<Plane> planes, int column, int row, int block, int index, double[][] shares) {
        float[] patch = new float[NUMBERS];
        int farthest = planes.get(0).width() - PATCH;
        int lowest = planes.get(0).height() - PATCH;
        for (int i = 0; i < block * block; i++) {
            int left = Math.min(column * block + i % block, farthest);
            int top = Math.min(row * block + i / block, lowest);
            Plane.copyPatch(planes, left, top, PATCH, patch);
            int word = nearest(words, patch);
            shares[word][index] += 1.0 / (block * block);
            double far = Math.sqrt(distance(words[word], patch));
            shares[words.length][index] += far / (block * block);
        }
    }

    private static List<Plane> planes(Exemplar picture) {
        return List.of(
                ColourDirections.opponents(picture, 0, 0, picture.width(), picture.height()));
    }

    /** Clusters by k-means (Lloyd 1982). */
    private static float[][] clustered(float[][] samples, Random random) {
        float[][] words = new float[WORDS][];
        for (int word = 0; word < WORDS; word++) {
            words[word] = samples[random.nextInt(samples.length)].clone();
        }
        for (int round = 0; round < ROUNDS; round++) {
            float[][] before = words;
            int[] nearest =
                    IntStream.range(0, samples.length)
                            .parallel()
                            .map(i -> nearest(before, samples[i]))
                            .toArray();
            words = means(samples, nearest, before);
        }
        return words;
    }

    private static float[][] means(float[][] samples, int[] nearest, float[][] before) {
        float[][] means = new float[WORDS][NUMBERS];
        int[] counts = new int[WORDS];
        for (int i = 0; i < samples.length; i++) {
            counts[nearest[i]]++;
            for (int d = 0; d < NUMBERS; d++) {
                means[nearest[i]][d] += samples[i][d];
            }
        }
        for (int word = 0; word < WORDS; word++) {
            for (int d = 0; d < NUMBERS && counts[word] > 0; d++) {
                means[word][d] /= counts[word];
            }
            means[word] = counts[word] == 0 ? before[word] : means[word];
        }
        return means;
    }

    private static int nearest(float[][] words, float[] patch) {
        int nearest = 0;
        float least = Float.POSITIVE_INFINITY;
        for (int word = 0; word < words.length; word++) {
            float distance = distance(words[word], patch);
            if (distance < least) {
                least = distance;
                nearest = word;
            }
        }
        return nearest;
    }

    private static float distance(float[] a, float[] b) {
        float sum = 0;
        for (int d = 0; d < NUMBERS; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }
}
