package ikat.quilt;

import ikat.image.Pixels;
import ikat.texture.CounterRandom;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Chooses where in the exemplar each patch is taken from: of many places that are drawn by the seed
 * and the patch's own, the one that resembles the repetition most, but is not the same place. A
 * pure function of the patch's place. Thread-safe.
 */
final class PatchChoice {

    private static final int DRAWN = 900;
    private static final int COARSE = 4; // pixels between those that are compared at first
    private static final int FINE = 2;
    private static final double LICENCE = 0.5; // how much worse a place may be that is taken
    private static final double FLOOR = 40; // of the squared difference that counts as none
    private static final int KEPT = 1 << 14;

    private final Pixels exemplar;
    private final Patches patches;
    private final Repetition repetition;
    private final long seed;
    private final Map<Patch, Place> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Patch, Place> eldest) {
                    return size() > KEPT;
                }
            };

    /** A patch by its column and row. */
    private record Patch(long i, long j) {}

    /** The upper left pixel of a patch in the exemplar. */
    record Place(int left, int top) {}

    PatchChoice(Pixels exemplar, Patches patches, long seed) {
        this.exemplar = exemplar;
        this.patches = patches;
        this.repetition = Repetition.of(exemplar);
        this.seed = seed;
    }

    /** Where a patch is taken from. */
    Place of(long i, long j) {
        Patch patch = new Patch(i, j);
        synchronized (known) {
            Place place = known.get(patch);
            if (place != null) {
                return place;
            }
        }
        Place place = choose(i, j);
        synchronized (known) {
            known.put(patch, place);
        }
        return place;
    }

    private Place choose(long i, long j) {
        long key = CounterRandom.key(CounterRandom.key(seed, i), j);
        int columns = exemplar.width() - patches.side() + 1;
        int rows = exemplar.height() - patches.side() + 1;
        Place best = new Place(0, 0);
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < DRAWN; n++) {
            Place place =
                    new Place(
                            (int) (CounterRandom.unit(key, 3L * n) * columns),
                            (int) (CounterRandom.unit(key, 3L * n + 1) * rows));
            double worse = 1 + LICENCE * CounterRandom.unit(key, 3L * n + 2);
            if (!isSame(place, i, j)) {
                double most = least / worse - FLOOR;
                double difference = worse * (FLOOR + difference(place, i, j, COARSE, most));
                if (difference < least) {
                    least = difference;
                    best = place;
                }
            }
        }
        return refined(best, i, j);
    }

    /** Whether a place is what the repetition itself shows there, or nearly. */
    private boolean isSame(Place place, long i, long j) {
        int near = patches.pitch() / 2;
        return Math.abs(place.left() - repetition.column(patches.begin(i))) < near
                && Math.abs(place.top() - repetition.row(patches.begin(j))) < near;
    }

    /** The best of the places around one. */
    private Place refined(Place place, long i, long j) {
        Place best = place;
        double least = difference(place, i, j, FINE, Double.POSITIVE_INFINITY);
        for (int radius = 2; radius >= 1; radius--) {
            Place middle = best;
            for (int n = 0; n < 9; n++) {
                Place near =
                        new Place(
                                middle.left() + (n % 3 - 1) * radius,
                                middle.top() + (n / 3 - 1) * radius);
                if (isInside(near)) {
                    double difference = difference(near, i, j, FINE, least);
                    if (difference < least) {
                        least = difference;
                        best = near;
                    }
                }
            }
        }
        return best;
    }

    private boolean isInside(Place place) {
        return place.left() >= 0
                && place.top() >= 0
                && place.left() <= exemplar.width() - patches.side()
                && place.top() <= exemplar.height() - patches.side();
    }

    /**
     * The mean squared difference between what stands at a place of the exemplar and the
     * repetition.
     *
     * @param most above which the exact value does not matter
     */
    private double difference(Place place, long i, long j, int step, double most) {
        int side = patches.side();
        int channels = exemplar.channels();
        byte[] bytes = exemplar.bytes();
        int across = (side + step - 1) / step;
        long enough = (long) Math.min(Long.MAX_VALUE, most * across * across * channels);
        long sum = 0;
        for (int y = 0; y < side && sum <= enough; y += step) {
            int row = repetition.row(patches.begin(j) + y);
            int column = repetition.column(patches.begin(i));
            int from = exemplar.at(place.left(), place.top() + y);
            for (int x = 0; x < side; x += step) {
                int other = exemplar.at(column, row);
                for (int c = 0; c < channels; c++) {
                    int d = (bytes[from + c] & 0xff) - (bytes[other + c] & 0xff);
                    sum += d * d;
                }
                from += step * channels;
                column = (column + step) % repetition.across();
            }
        }
        return (double) sum / ((long) across * across * channels);
    }
}
