package ikat.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.noise.Fields;
import ikat.texture.Brushed.Layer;
import ikat.texture.Stroke.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrushedTest {

    private static final List<GlobalVector> PALETTE = List.of(Fields.B, Fields.C);

    @ParameterizedTest
    @ValueSource(longs = {0, -1000, 1L << 36, -(1L << 36)})
    void aStrokeIsItsTextureWithASoftRimAnywhere(long at) {
        Brushed field = field(layer(1, 100, 0.5, at, -at, at + 300, -at));
        assertThat(weights(field, at + 150, -at)).containsExactly(0, 0, 1);
        assertThat(weights(field, at + 150, -at + 47)).containsExactly(0, 0, 1);
        assertThat(weights(field, at + 150, -at + 75)[2]).isCloseTo(0.5, within(0.1));
        assertThat(weights(field, at + 150, -at + 117)).containsExactly(1, 0, 0);
        assertThat(weights(field, at - 117, -at)).containsExactly(1, 0, 0);
    }

    @Test
    void aHardBrushEndsWithinTwoSamples() {
        Brushed field = field(layer(0, 40, 0, 0, 0));
        assertThat(weights(field, 27, 0)).containsExactly(0, 1, 0);
        assertThat(weights(field, 56, 0)).containsExactly(1, 0, 0);
    }

    @Test
    void theSmallestBrushIsSeenWhereverItStands() {
        for (int x = 0; x < 16; x++) {
            double[] weights = weights(field(layer(0, 4, 0, x, 3)), x, 3);
            assertThat(weights[1]).isGreaterThan(0.2);
        }
    }

    @Test
    void weightsSumToOneAndAreContinuousAcrossChunks() {
        Brushed field = scribble();
        double[] before = weights(field, -600, 0);
        for (int x = -599; x < 600; x++) {
            double[] here = weights(field, x, x / 3);
            assertThat(Arrays.stream(here).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(here).min().orElseThrow()).isNotNegative();
            assertThat(Math.abs(here[1] - before[1])).isLessThan(0.4);
            before = here;
        }
    }

    @Test
    void laterStrokesLieOverEarlierOnes() {
        Layer first = layer(0, 50, 0.2, 0, 0);
        Layer second = layer(1, 50, 0.2, 0, 0);
        assertThat(weights(field(first, second), 0, 0)).containsExactly(0, 0, 1);
        assertThat(weights(field(second, first), 0, 0)).containsExactly(0, 1, 0);
    }

    @Test
    void halfCoveredPlacesKeepWhatLiesBelow() {
        Layer below = layer(0, 400, 0, 0, 0);
        Layer above = layer(1, 100, 1, 0, 0);
        double[] weights = weights(field(below, above), 50, 0);
        assertThat(weights[0]).isZero();
        assertThat(weights[1]).isCloseTo(0.5, within(0.05));
        assertThat(weights[2]).isCloseTo(0.5, within(0.05));
    }

    @Test
    void withoutTheLastStrokeThePlaneIsAsItWasBefore() {
        Layer first = layer(0, 90, 0.4, -20, 5, 130, 60);
        Layer second = layer(1, 60, 0.9, 100, 40, 10, 200);
        Brushed before = field(first);
        Brushed painted = field(first, second);
        Brushed undone = field(first);
        boolean changed = false;
        for (int i = 0; i < 400; i++) {
            double[] was = weights(before, i, i / 2);
            changed |= !Arrays.equals(was, weights(painted, i, i / 2));
            assertThat(weights(undone, i, i / 2)).containsExactly(was);
        }
        assertThat(changed).isTrue();
    }

    @Test
    void aFieldIsTheSameInWhateverOrderItIsLookedAt() {
        Brushed one = scribble();
        Brushed other = scribble();
        int[] places = IntStream.range(-300, 300).toArray();
        List<double[]> forwards = new ArrayList<>();
        for (int place : places) {
            forwards.add(weights(one, place, 2 * place));
        }
        for (int i = places.length - 1; i >= 0; i--) {
            assertThat(weights(other, places[i], 2 * places[i])).containsExactly(forwards.get(i));
        }
    }

    @Test
    void manyThreadsSeeTheSameField() {
        Brushed field = scribble();
        List<double[]> together =
                IntStream.range(0, 4000)
                        .parallel()
                        .mapToObj(i -> weights(field, 37L * i % 900, 53L * i % 700))
                        .toList();
        Brushed alone = scribble();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i))
                    .containsExactly(weights(alone, 37L * i % 900, 53L * i % 700));
        }
    }

    @Test
    void aPlaneFarFromAllStrokesCostsNothing() {
        Brushed field = scribble();
        for (long x = 1 << 20; x < 1 << 25; x += 1000) {
            weights(field, x, -x);
        }
        assertThat(field.kept()).isZero();
    }

    @Test
    void whatIsKeptIsBounded() {
        Brushed field = field(layer(0, 1e6, 0, 0, 0));
        for (long x = 0; x < 4000; x++) {
            weights(field, x * 256, 0);
        }
        assertThat(field.kept()).isBetween(1, 1000);
    }

    @Test
    void aLayerOfAMissingTextureIsRefused() {
        assertThatThrownBy(() -> field(layer(2, 10, 0, 0, 0)))
                .hasMessage("texture is 2, but must be from 0 to 1");
    }

    @Test
    void strokesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> layer(0, 0, 0, 1, 1)).hasMessageContaining("radius is 0.0");
        assertThatThrownBy(() -> layer(0, 9, 2, 1, 1)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> layer(0, 9, 0)).hasMessageContaining("no points");
        assertThatThrownBy(() -> layer(0, 9, 0, Double.NaN, 1)).hasMessageContaining("numbers");
    }

    private static Brushed scribble() {
        return field(
                layer(0, 70, 0.3, -300, -100, 250, 90, 300, 600),
                layer(1, 20, 1, 0, 0, 500, 10, -200, 400),
                layer(0, 9, 0, 40, 40, 41, 300));
    }

    private static Brushed field(Layer... layers) {
        return new Brushed(Fields.A, PALETTE, List.of(layers));
    }

    private static Layer layer(int texture, double radius, double softness, double... places) {
        return new Layer(texture, stroke(radius, softness, places));
    }

    static Stroke stroke(double radius, double softness, double... places) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < places.length; i += 2) {
            points.add(new Point(places[i], places[i + 1]));
        }
        return new Stroke(radius, softness, points);
    }

    private static double[] weights(GlobalField field, long x, long y) {
        double[] weights = new double[field.textures().size()];
        field.weigh(x, y, weights);
        return weights;
    }
}
