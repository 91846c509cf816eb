package ikat.lab.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.io.Workers;
import ikat.lab.method.Pictures;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeighbourFieldTest {

    @Test
    void aDistanceIsTheDirectSumOrAtLeastItsLimit() {
        Raster one = noise(20, 17, 3, 1);
        Raster other = noise(14, 19, 3, 2);
        for (int patch = 0; patch < 14 * 11; patch += 13) {
            float direct = direct(one, patch, other, 50);
            assertThat(one.distance(patch, other, 50, Float.MAX_VALUE))
                    .isBetween(direct * 0.9999f, direct * 1.0001f);
            assertThat(one.distance(patch, other, 50, direct / 3))
                    .isBetween(direct / 3, direct * 1.0001f);
        }
    }

    @Test
    void fewPairsAreComparedExactly() {
        Raster queries = noise(16, 12, 1, 3);
        Raster keys = noise(15, 20, 1, 4);
        NeighbourField field = searched(queries, keys, null, 1, 2);
        for (int query = 0; query < 10 * 6; query++) {
            float least = Float.MAX_VALUE;
            for (int key = 0; key < 9 * 14; key++) {
                least = Math.min(least, queries.distance(query, keys, key, Float.MAX_VALUE));
            }
            assertThat(field.distances()[query]).isEqualTo(least);
        }
    }

    @Test
    void theSearchOfManyPairsComesNearTheExactOne() {
        Raster queries = Raster.of(Pictures.discs(3, 80, 70));
        Raster keys = Raster.of(Pictures.discs(3, 66, 61));
        double exact = 0;
        for (int query = 0; query < queries.columns() * queries.rows(); query++) {
            float least = Float.MAX_VALUE;
            for (int key = 0; key < keys.columns() * keys.rows(); key++) {
                least = Math.min(least, queries.distance(query, keys, key, least));
            }
            exact += least;
        }

        double found = 0;
        for (float distance : searched(queries, keys, null, 6, 2).distances()) {
            found += distance;
        }

        assertThat(found).isBetween(exact, 1.3 * exact);
    }

    @Test
    void theResultDoesNotDependOnTheThreads() {
        Raster queries = Raster.of(Pictures.discs(3, 90, 80));
        Raster keys = Raster.of(Pictures.discs(3, 80, 90));
        assertThat(searched(queries, keys, null, 2, 3).nearest())
                .isEqualTo(searched(queries, keys, null, 2, 1).nearest());
    }

    @Test
    void aKeyWithALargerNormIsTakenFromFartherAway() {
        Raster queries = flat(7, 0);
        Raster keys = new Raster(8, 7, 1, new float[56]);
        for (int i = 0; i < 56; i++) {
            keys.values()[i] = i % 8 == 7 ? 0.8f : 0.1f; // the second patch is farther away
        }

        assertThat(searched(queries, keys, new float[] {1, 1}, 1, 1).nearest()).containsExactly(0);
        assertThat(searched(queries, keys, new float[] {1, 20}, 1, 1).nearest()).containsExactly(1);
    }

    private static NeighbourField searched(
            Raster queries, Raster keys, float[] norms, int passes, int threads) {
        try (Workers workers = new Workers("test", threads)) {
            NeighbourField field = NeighbourField.random(queries, keys, 5);
            field.search(queries, keys, norms, passes, 6, workers);
            return field;
        }
    }

    private static Raster noise(int width, int height, int channels, long seed) {
        Random random = new Random(seed);
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Raster(width, height, channels, values);
    }

    private static Raster flat(int side, float value) {
        float[] values = new float[side * side];
        java.util.Arrays.fill(values, value);
        return new Raster(side, side, 1, values);
    }

    private static float direct(Raster one, int patch, Raster other, int otherPatch) {
        double sum = 0;
        for (int i = 0; i < 7 * 7 * 3; i++) {
            int dy = i / 21;
            int dx = i % 21;
            int from = (patch / one.columns() + dy) * one.width() * 3 + patch % one.columns() * 3;
            int to =
                    (otherPatch / other.columns() + dy) * other.width() * 3
                            + otherPatch % other.columns() * 3;
            sum += Math.pow(one.values()[from + dx] - other.values()[to + dx], 2);
        }
        return (float) sum;
    }
}
