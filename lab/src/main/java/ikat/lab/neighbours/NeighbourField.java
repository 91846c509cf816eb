package ikat.lab.neighbours;

import ikat.io.Workers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * For each patch of one picture, the query, a patch of another, the key, that is near to it.
 *
 * <p>Few pairs are compared exactly. Many are searched as in PatchMatch (Barnes et al. 2009,
 * section 3): what is near to a query's neighbour is tried, shifted alike, and then random keys at
 * shrinking distances from the best so far. Rows of queries read only the previous pass of other
 * rows, so the result does not depend on the threads.
 */
final class NeighbourField {

    /** Values that are compared at most for an exact search. */
    private static final long EXACT = 400_000_000;

    private final Size queries;
    private final Size keys;
    private int[] nearest;
    private final float[] distances;
    private final float[] scores;

    /** Patches of a picture. */
    private record Size(int columns, int rows) {

        static Size of(Raster picture) {
            return new Size(picture.columns(), picture.rows());
        }

        int count() {
            return columns * rows;
        }
    }

    private NeighbourField(Size queries, Size keys) {
        this.queries = queries;
        this.keys = keys;
        nearest = new int[queries.count()];
        distances = new float[queries.count()];
        scores = new float[queries.count()];
    }

    /** Random keys. */
    static NeighbourField random(Raster queries, Raster keys, long seed) {
        NeighbourField field = new NeighbourField(Size.of(queries), Size.of(keys));
        for (int i = 0; i < field.nearest.length; i++) {
            field.nearest[i] = below(mix(seed + i), field.keys.count());
        }
        return field;
    }

    /** The same keys for pictures of other sizes. */
    NeighbourField resized(Raster otherQueries, Raster otherKeys) {
        NeighbourField field = new NeighbourField(Size.of(otherQueries), Size.of(otherKeys));
        for (int i = 0; i < field.nearest.length; i++) {
            int x = moved(i % field.queries.columns, field.queries.columns, queries.columns);
            int y = moved(i / field.queries.columns, field.queries.rows, queries.rows);
            int key = nearest[y * queries.columns + x];
            int column = moved(key % keys.columns, keys.columns, field.keys.columns);
            int row = moved(key / keys.columns, keys.rows, field.keys.rows);
            field.nearest[i] = row * field.keys.columns + column;
        }
        return field;
    }

    private static int moved(int at, int of, int to) {
        return Math.min(to - 1, (int) ((at + 0.5) * to / of));
    }

    /** The key of each query, numbered row by row. */
    int[] nearest() {
        return nearest;
    }

    /** The sum of squared differences between each query and its key. */
    float[] distances() {
        return distances;
    }

    /**
     * Finds better keys: those with the least distance divided by their norm.
     *
     * @param norms of the keys, or null where all are alike
     * @param passes over the queries, where the search is not exact
     */
    void search(
            Raster query,
            Raster key,
            float @Nullable [] norms,
            int passes,
            long seed,
            Workers workers) {
        Comparison comparison = new Comparison(query, key, norms);
        if ((long) queries.count() * keys.count() * query.patchValues() <= EXACT) {
            workers.each(queries.rows, y -> compareAll(y, comparison));
            return;
        }
        workers.each(queries.rows, y -> measure(y, comparison));
        for (int pass = 0; pass < passes; pass++) {
            int[] last = nearest;
            int[] next = last.clone();
            long salt = mix(seed + pass);
            boolean forwards = pass % 2 == 0;
            workers.each(queries.rows, y -> pass(y, comparison, last, next, salt, forwards));
            nearest = next;
        }
    }

    private record Comparison(Raster query, Raster key, float @Nullable [] norms) {

        float norm(int candidate) {
            return norms == null ? 1 : norms[candidate];
        }
    }

    private void measure(int row, Comparison comparison) {
        for (int i = row * queries.columns; i < (row + 1) * queries.columns; i++) {
            scores[i] = Float.MAX_VALUE;
            consider(i, nearest[i], comparison, nearest);
        }
    }

    private void compareAll(int row, Comparison comparison) {
        for (int i = row * queries.columns; i < (row + 1) * queries.columns; i++) {
            scores[i] = Float.MAX_VALUE;
            consider(i, nearest[i], comparison, nearest);
            for (int candidate = 0; candidate < keys.count(); candidate++) {
                consider(i, candidate, comparison, nearest);
            }
        }
    }

    private void pass(
            int row, Comparison comparison, int[] last, int[] next, long salt, boolean forwards) {
        int step = forwards ? 1 : -1;
        int x = forwards ? 0 : queries.columns - 1;
        for (int count = 0; count < queries.columns; count++, x += step) {
            int i = row * queries.columns + x;
            if (count > 0) {
                considerBeside(i, next[i - step], step, 0, comparison, next);
            }
            if (row > 0) {
                considerBeside(i, last[i - queries.columns], 0, 1, comparison, next);
            }
            if (row + 1 < queries.rows) {
                considerBeside(i, last[i + queries.columns], 0, -1, comparison, next);
            }
            wander(i, mix(salt + i), comparison, next);
        }
    }

    /** Considers random keys around the best, farther ones first. */
    private void wander(int query, long random, Comparison comparison, int[] found) {
        long state = random;
        for (int reach = Math.max(keys.columns, keys.rows); reach >= 1; reach /= 2) {
            state = mix(state);
            int dx = below(state, 2 * reach + 1) - reach;
            int dy = below(mix(state ^ reach), 2 * reach + 1) - reach;
            considerBeside(query, found[query], dx, dy, comparison, found);
        }
    }

    private void considerBeside(
            int query, int key, int dx, int dy, Comparison comparison, int[] found) {
        int x = key % keys.columns + dx;
        int y = key / keys.columns + dy;
        if (x >= 0 && x < keys.columns && y >= 0 && y < keys.rows) {
            consider(query, y * keys.columns + x, comparison, found);
        }
    }

    private void consider(int query, int candidate, Comparison comparison, int[] found) {
        float norm = comparison.norm(candidate);
        float limit = scores[query] * norm;
        float distance = comparison.query.distance(query, comparison.key, candidate, limit);
        if (distance < limit) {
            found[query] = candidate;
            distances[query] = distance;
            scores[query] = distance / norm;
        }
    }

    /** Takes over the pairs of a field from keys to queries where they are nearer. */
    void learnFrom(NeighbourField reverse) {
        for (int key = 0; key < reverse.nearest.length; key++) {
            int query = reverse.nearest[key];
            if (reverse.distances[key] < distances[query]) {
                distances[query] = reverse.distances[key];
                nearest[query] = key;
            }
        }
    }

    /** For each query, the least distance plus a constant. */
    float[] norms(float constant) {
        float[] norms = Arrays.copyOf(distances, distances.length);
        for (int i = 0; i < norms.length; i++) {
            norms[i] += constant;
        }
        return norms;
    }

    private static int below(long random, int bound) {
        return (int) ((random >>> 33) * bound >>> 31);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = value * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
