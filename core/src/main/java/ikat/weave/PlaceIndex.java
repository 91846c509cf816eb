package ikat.weave;

import ikat.model.Weave.Source;
import ikat.model.Weight;
import java.util.Arrays;

/**
 * Finds the place of an exemplar whose neighbourhood looks most like a query. Places are grouped
 * into clusters of similar keys; a search looks into the few clusters whose centres are nearest.
 *
 * <p>To the squared distance of a place the bias of its cluster is added. The biases are the dual
 * weights of a semi-discrete optimal transport, with which queries use each cluster as often as the
 * exemplar has it, where the nearest neighbours alone would leave out what is rare (Houdard et al.,
 * GOTEX, arXiv 2007.03408). Immutable but for the biases while they are learned.
 */
final class PlaceIndex {

    /** Clusters that a search looks into. */
    private static final int SEARCHED = 4;

    private final int components;
    private final int columns;
    private final float[][] centres; // [components][clusters]
    private final float[] biases;
    private final int[] starts; // of each cluster among the places, and their number
    private final int[] places; // row x columns + column, cluster by cluster
    private final float[][] keys; // [components][places]

    /**
     * @param level at which places are searched for
     * @param source whose clusters group the places
     */
    PlaceIndex(ExemplarLevel level, Source source) {
        components = source.components();
        columns = level.columns();
        int clusters = source.clusters().shape()[0];
        centres = new float[components][clusters];
        biases = new float[clusters];
        float[] values = source.clusters().values();
        for (int k = 0; k < clusters; k++) {
            for (int c = 0; c < components; c++) {
                centres[c][k] = values[k * (components + 1) + c];
            }
            biases[k] = values[k * (components + 1) + components];
        }
        int all = level.columns() * level.rows();
        float[] allKeys = keys(level, source.keys());
        int[] cluster = new int[all];
        starts = new int[clusters + 1];
        float[] distances = new float[clusters];
        for (int place = nextThere(level, 0); place < all; place = nextThere(level, place + 1)) {
            cluster[place] = nearest(allKeys, place * components, distances);
            starts[cluster[place] + 1]++;
        }
        for (int k = 0; k < clusters; k++) {
            starts[k + 1] += starts[k];
        }
        int there = starts[clusters];
        places = new int[there];
        keys = new float[components][there];
        int[] free = starts.clone();
        for (int place = nextThere(level, 0); place < all; place = nextThere(level, place + 1)) {
            int to = free[cluster[place]]++;
            places[to] = place;
            for (int c = 0; c < components; c++) {
                keys[c][to] = allKeys[place * components + c];
            }
        }
    }

    private static int nextThere(ExemplarLevel level, int place) {
        return level.hidden().nextClearBit(place);
    }

    /** The keys of all places of a level, {@code [rows, columns, components]}. */
    static float[] keys(ExemplarLevel level, Weight affine) {
        int components = affine.shape()[0];
        float[] keys = new float[level.columns() * level.rows() * components];
        float[] neighbourhood = new float[affine.shape()[1] - 1];
        for (int y = 0; y < level.rows(); y++) {
            for (int x = 0; x < level.columns(); x++) {
                level.neighbourhood(x, y, neighbourhood);
                apply(affine, neighbourhood, keys, (y * level.columns() + x) * components);
            }
        }
        return keys;
    }

    /** Applies an affine map {@code [D, N + 1]} to N values. */
    static void apply(Weight affine, float[] values, float[] out, int to) {
        float[] matrix = affine.values();
        int row = 0;
        for (int d = 0; d < affine.shape()[0]; d++, row += values.length + 1) {
            float first = 0;
            float second = 0;
            float third = 0;
            float fourth = matrix[row + values.length];
            int i = 0;
            for (; i + 3 < values.length; i += 4) {
                first += matrix[row + i] * values[i];
                second += matrix[row + i + 1] * values[i + 1];
                third += matrix[row + i + 2] * values[i + 2];
                fourth += matrix[row + i + 3] * values[i + 3];
            }
            for (; i < values.length; i++) {
                first += matrix[row + i] * values[i];
            }
            out[to + d] = first + second + (third + fourth);
        }
    }

    private int nearest(float[] key, int at, float[] distances) {
        centreDistances(key, at, distances);
        int nearest = 0;
        for (int k = 1; k < distances.length; k++) {
            if (distances[k] < distances[nearest]) {
                nearest = k;
            }
        }
        return nearest;
    }

    private void centreDistances(float[] key, int at, float[] distances) {
        Arrays.fill(distances, 0);
        for (int c = 0; c < components; c++) {
            addSquares(centres[c], 0, distances.length, key[at + c], distances);
        }
    }

    /** Plain enough for the virtual machine to use vector instructions. */
    private static void addSquares(float[] column, int from, int to, float value, float[] sums) {
        for (int i = from; i < to; i++) {
            float difference = column[i] - value;
            sums[i] += difference * difference;
        }
    }

    /** Searches with the scratch space of one thread. */
    final class Search {

        private final float[] clusterDistances = new float[biases.length];
        private final float[] distances = new float[places.length];
        private final int[] nearest = new int[SEARCHED];
        private int found;
        private int foundCluster;
        private float foundDistance;

        /**
         * Finds the best place for a query.
         *
         * @param queries of which one begins at {@code at}
         */
        void find(float[] queries, int at) {
            centreDistances(queries, at, clusterDistances);
            for (int k = 0; k < biases.length; k++) {
                clusterDistances[k] += biases[k];
            }
            foundDistance = Float.MAX_VALUE;
            int count = 0;
            for (int k = 0; k < biases.length; k++) {
                if (count < SEARCHED
                        || clusterDistances[k] < clusterDistances[nearest[count - 1]]) {
                    count = Math.min(SEARCHED, count + 1);
                    insert(k, count - 1);
                }
            }
            for (int i = 0; i < count; i++) {
                look(queries, at, nearest[i]);
            }
        }

        /** Inserts a cluster into the nearest ones, sorted by distance, in place of the last. */
        private void insert(int cluster, int last) {
            int i = last;
            for (; i > 0 && clusterDistances[nearest[i - 1]] > clusterDistances[cluster]; i--) {
                nearest[i] = nearest[i - 1];
            }
            nearest[i] = cluster;
        }

        private void look(float[] queries, int at, int cluster) {
            int from = starts[cluster];
            int to = starts[cluster + 1];
            Arrays.fill(distances, from, to, biases[cluster]);
            for (int c = 0; c < components; c++) {
                addSquares(keys[c], from, to, queries[at + c], distances);
            }
            for (int i = from; i < to; i++) {
                if (distances[i] < foundDistance) {
                    foundDistance = distances[i];
                    found = places[i];
                    foundCluster = cluster;
                }
            }
        }

        int column() {
            return found % columns;
        }

        int row() {
            return found / columns;
        }

        int cluster() {
            return foundCluster;
        }

        /** The squared distance of the place that was found, and its bias. */
        float distance() {
            return foundDistance;
        }

        /** The squared distance alone. */
        float unbiased() {
            return foundDistance - biases[foundCluster];
        }
    }

    /** The biases, for learning. */
    float[] biases() {
        return biases;
    }

    /** The share of the exemplar's places that belong to a cluster. */
    double share(int cluster) {
        return (starts[cluster + 1] - starts[cluster]) / (double) places.length;
    }
}
