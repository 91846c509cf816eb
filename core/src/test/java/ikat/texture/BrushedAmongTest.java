package ikat.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.texture.Stroke.Point;
import ikat.texture.StrokeShares.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of three paints the first and the last are of the model, the second is another's. */
class BrushedAmongTest {

    private static final Layer OTHERS = dab(1, 100, 0);
    private static final Layer LAST = dab(2, 40, 0.5);
    private static final Layer LAST_ALONE = dab(1, 40, 0.5);

    private static Layer dab(int paint, double radius, double softness) {
        return new Layer(paint, new Stroke(radius, softness, List.of(new Point(0, 0))));
    }

    private static double[] weights(List<Layer> all, List<Layer> alone, long x) {
        BrushedAmong field =
                new BrushedAmong(
                        List.of(GlobalVector.EMPTY, GlobalVector.EMPTY),
                        new int[] {0, 2},
                        new StrokeShares(3, all),
                        new StrokeShares(2, alone));
        double[] weights = new double[2];
        field.weigh(x, 0, weights);
        return weights;
    }

    @Test
    void atARimOverAnotherModelTheTextureStandsAlone() {
        double[] between = weights(List.of(OTHERS, LAST), List.of(LAST_ALONE), 32);
        assertThat(between).containsExactly(0, 1);
    }

    @Test
    void atARimOverItsOwnGroundItMixes() {
        double[] between = weights(List.of(LAST), List.of(LAST_ALONE), 32);
        assertThat(between[1]).isBetween(0.1, 0.9);
        assertThat(between[0] + between[1]).isEqualTo(1, within(1e-9));
    }

    @Test
    void belowAnotherModelLiesWhatItCovers() {
        assertThat(weights(List.of(LAST, OTHERS), List.of(LAST_ALONE), 0)).containsExactly(0, 1);
        assertThat(weights(List.of(OTHERS, LAST), List.of(LAST_ALONE), 80)).containsExactly(1, 0);
    }

    @Test
    void itDoesNotClose() {
        assertThatThrownBy(
                        () ->
                                new BrushedAmong(
                                                List.of(GlobalVector.EMPTY),
                                                new int[] {0},
                                                new StrokeShares(2, List.of(dab(1, 9, 0))),
                                                new StrokeShares(1, List.of()))
                                        .repeating(512, 512))
                .hasMessageContaining("cannot close");
    }

    @Test
    void eachTextureHasAPaint() {
        assertThatThrownBy(
                        () ->
                                new BrushedAmong(
                                        List.of(GlobalVector.EMPTY),
                                        new int[] {0, 1},
                                        new StrokeShares(2, List.of()),
                                        new StrokeShares(1, List.of())))
                .hasMessageContaining("1 textures, but 2 and 1 paints");
    }
}
