package ikat.image;

/**
 * Windows of pictures that limit how many of a large set are needed in memory at a time:
 * consecutive steps draw from the same window. The windows run through the whole set in an order
 * that is reshuffled in each round, so that every picture is used equally often. A pure function of
 * seed and step.
 */
final class PictureWindows {

    /** Pictures per window. */
    static final int PICTURES = 64;

    /** Steps per window. */
    static final int STEPS = 50;

    private record Window(long number, int[] pictures) {}

    private final int size;
    private final long seed;
    private volatile Window last = new Window(-1, new int[0]);

    /**
     * Creates windows over a set.
     *
     * @param size number of pictures in the set, at least 1
     */
    PictureWindows(int size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    /**
     * Index of the picture chosen by a random number at a step.
     *
     * @param step at least 0
     */
    int picture(long step, long random) {
        if (size <= PICTURES) {
            return RandomWords.below(size, random);
        }
        long number = step / STEPS;
        Window window = last;
        if (window.number() != number) {
            window = new Window(number, window(number));
            last = window;
        }
        return window.pictures()[RandomWords.below(PICTURES, random)];
    }

    private int[] window(long number) {
        int[] pictures = new int[PICTURES];
        long first = number * PICTURES;
        int[] order = order(first / size);
        for (int i = 0; i < PICTURES; i++) {
            int place = (int) ((first + i) % size);
            if (place == 0 && i > 0) {
                order = order((first + i) / size);
            }
            pictures[i] = order[place];
        }
        return pictures;
    }

    /** The order of all pictures in one round, shuffled (Fisher–Yates). */
    private int[] order(long round) {
        int[] order = new int[size];
        long state = RandomWords.mix(RandomWords.mix(seed ^ 0x77696E646F77L) + round);
        for (int i = 0; i < size; i++) {
            int j = RandomWords.below(i + 1, RandomWords.mix(state + i));
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
