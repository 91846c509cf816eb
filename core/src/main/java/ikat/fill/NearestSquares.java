package ikat.fill;

import ikat.io.Interrupts;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * For each square that touches what is missing, the most similar square that is whole: PatchMatch
 * (Barnes et al. 2009), where a square tries what its neighbours have found, and random places ever
 * nearer to its own.
 */
final class NearestSquares {

    /** The side of a square in pixels. */
    static final int SIDE = 7;

    private static final int REACH = SIDE / 2;
    private static final int NONE = -1;

    /** Squares with a distance of three times the usual one count for little. */
    private static final double USUAL = 0.75;

    /** By what trust falls from pixel to pixel (Wexler et al., section 3.3). */
    private static final float FALL = 1.3f;

    private static final float LEAST_TRUST = 1e-6f;

    private final Partial picture;
    private final int width;
    private final int height;
    private final int channels;
    private final int[] wholes; // the middles of whole squares
    private final int[] targets; // the middles of squares that touch what is missing
    private final boolean[] whole;
    private final float[] trust; // of the square around each pixel
    private final int[] places;
    private final float[] distances;
    private final SplittableRandom random;
    private boolean downwards = true;

    NearestSquares(Partial picture, long seed) {
        this.picture = picture;
        this.width = picture.width();
        this.height = picture.height();
        this.channels = picture.channels();
        this.whole = new boolean[width * height];
        int[] found = new int[width * height];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (picture.isWhole(i % width, i / width)) {
                whole[i] = true;
                found[count++] = i;
            }
        }
        this.wholes = Arrays.copyOf(found, count);
        this.targets = targets();
        this.places = new int[width * height];
        Arrays.fill(places, NONE);
        this.trust = trust();
        this.distances = new float[width * height];
        this.random = new SplittableRandom(seed);
    }

    /** Falls from what is there inwards. */
    private float[] trust() {
        float[] trust = new float[width * height];
        boolean[] reached = new boolean[width * height];
        for (int i = 0; i < reached.length; i++) {
            reached[i] = !picture.missing()[i];
            trust[i] = 1;
        }
        float level = 1;
        for (boolean changed = true; changed; ) {
            changed = false;
            level = Math.max(LEAST_TRUST, level / FALL);
            boolean[] next = reached.clone();
            for (int i = 0; i < reached.length; i++) {
                if (!reached[i] && isBeside(reached, i % width, i / width)) {
                    next[i] = true;
                    trust[i] = level;
                    changed = true;
                }
            }
            System.arraycopy(next, 0, reached, 0, next.length);
        }
        return trust;
    }

    private boolean isBeside(boolean[] reached, int x, int y) {
        return x > 0 && reached[y * width + x - 1]
                || x + 1 < width && reached[y * width + x + 1]
                || y > 0 && reached[(y - 1) * width + x]
                || y + 1 < height && reached[(y + 1) * width + x];
    }

    private int[] targets() {
        int[] found = new int[width * height];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (touches(i % width, i / width)) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean touches(int x, int y) {
        int bottom = Math.min(height - 1, y + REACH);
        int right = Math.min(width - 1, x + REACH);
        for (int row = Math.max(0, y - REACH); row <= bottom; row++) {
            for (int column = Math.max(0, x - REACH); column <= right; column++) {
                if (picture.missing()[row * width + column]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The middle of the square that was found for the square around each pixel. */
    int[] places() {
        return places;
    }

    /** Begins anywhere. */
    void scatter() {
        for (int target : targets) {
            places[target] = anywhere();
            distances[target] = distance(target, places[target], Float.MAX_VALUE);
        }
    }

    private int anywhere() {
        return wholes[random.nextInt(wholes.length)];
    }

    /** Begins with what was found at half the size. */
    void enlarge(int[] smaller, int smallerWidth) {
        for (int target : targets) {
            int x = target % width;
            int y = target / width;
            int known = smaller[y / 2 * smallerWidth + x / 2];
            int place = NONE;
            if (known != NONE) {
                int column = 2 * (known % smallerWidth) + x % 2;
                int row = 2 * (known / smallerWidth) + y % 2;
                place = column < width && row < height ? row * width + column : NONE;
            }
            places[target] = place != NONE && whole[place] ? place : anywhere();
        }
        measure();
    }

    private void measure() {
        for (int target : targets) {
            distances[target] = distance(target, places[target], Float.MAX_VALUE);
        }
    }

    /** Improves what was found, for what is shown now. */
    void improve() {
        measure();
        for (int pass = 0; pass < 3; pass++) {
            Interrupts.check();
            int step = downwards ? 1 : -1;
            for (int i = 0; i < targets.length; i++) {
                int target = targets[downwards ? i : targets.length - 1 - i];
                int x = target % width;
                int y = target / width;
                follow(target, x - step, y, step, 0);
                follow(target, x, y - step, 0, step);
                search(target);
            }
            downwards = !downwards;
        }
    }

    /** Tries what continues the square of a neighbour. */
    private void follow(int target, int x, int y, int dx, int dy) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return;
        }
        int theirs = places[y * width + x];
        if (theirs != NONE) {
            attempt(target, theirs % width + dx, theirs / width + dy);
        }
    }

    private void search(int target) {
        for (int radius = Math.max(width, height); radius >= 1; radius /= 2) {
            int place = places[target];
            attempt(
                    target,
                    place % width + random.nextInt(-radius, radius + 1),
                    place / width + random.nextInt(-radius, radius + 1));
        }
    }

    private void attempt(int target, int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height || !whole[y * width + x]) {
            return;
        }
        int place = y * width + x;
        float distance = distance(target, place, distances[target]);
        if (distance < distances[target]) {
            distances[target] = distance;
            places[target] = place;
        }
    }

    /** The squared difference of two squares, or any sum that reaches the bound. */
    private float distance(int target, int place, float bound) {
        float[] values = picture.values();
        int x = target % width;
        int y = target / width;
        float sum = 0;
        for (int dy = -REACH; dy <= REACH && sum < bound; dy++) {
            int row = Math.max(0, Math.min(height - 1, y + dy)) * width;
            int theirs = (place + dy * width - REACH) * channels;
            for (int dx = -REACH; dx <= REACH; dx++) {
                int own = (row + Math.max(0, Math.min(width - 1, x + dx))) * channels;
                for (int c = 0; c < channels; c++) {
                    float difference = values[own + c] - values[theirs++];
                    sum += difference * difference;
                }
            }
        }
        return sum;
    }

    /**
     * Lets each missing pixel show the mean of what the squares that cover it have there.
     *
     * @param share of the usual distance that counts
     */
    void vote(double share) {
        double usual = share * usualDistance();
        float[] shown = picture.values().clone();
        for (int target : targets) {
            if (!picture.missing()[target]) {
                continue;
            }
            double[] sums = new double[channels];
            double weights = 0;
            int x = target % width;
            int y = target / width;
            for (int dy = -REACH; dy <= REACH; dy++) {
                for (int dx = -REACH; dx <= REACH; dx++) {
                    int other = around(x - dx, y - dy);
                    if (other == NONE) {
                        continue;
                    }
                    double fit = Math.exp(-distances[other] / (2 * usual)) + 1e-9;
                    double weight = trust[other] * fit;
                    int from = (places[other] + dy * width + dx) * channels;
                    for (int c = 0; c < channels; c++) {
                        sums[c] += weight * picture.values()[from + c];
                    }
                    weights += weight;
                }
            }
            for (int c = 0; c < channels; c++) {
                shown[target * channels + c] = (float) (sums[c] / weights);
            }
        }
        System.arraycopy(shown, 0, picture.values(), 0, shown.length);
    }

    /** The middle of a square that has a place, or NONE. */
    private int around(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < width && y < height;
        return inside && places[y * width + x] != NONE ? y * width + x : NONE;
    }

    private double usualDistance() {
        float[] sorted = new float[targets.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = distances[targets[i]];
        }
        Arrays.sort(sorted);
        return sorted.length == 0 ? 1 : Math.max(1, sorted[(int) (USUAL * (sorted.length - 1))]);
    }
}
