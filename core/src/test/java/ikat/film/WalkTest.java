package ikat.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.film.Timeline.Course;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final GlobalVector A = GlobalVector.of(-1);
    private static final GlobalVector B = GlobalVector.of(0);
    private static final GlobalVector C = GlobalVector.of(1);

    private final Walk walk = Walk.through(List.of(A, B, C));

    @Test
    void aWalkThatEndsGoesFromTheFirstStationToTheLast() {
        Timeline once = new Timeline(9, 25, Course.ONCE);

        assertThat(walk.at(once, 0)).isEqualTo(new GlobalField.Constant(A));
        assertThat(walk.at(once, 4)).isEqualTo(new GlobalField.Constant(B));
        assertThat(walk.at(once, 8)).isEqualTo(new GlobalField.Constant(C));
        assertThat(shares(walk.at(once, 2))).containsExactly(0.5, 0.5);
        assertThat(shares(walk.at(once, 1))).containsExactly(0.84375, 0.15625);
    }

    @Test
    void aLoopGoesFromTheLastStationBackToTheFirst() {
        Timeline loop = new Timeline(6, 25, Course.LOOP);

        assertThat(walk.at(loop, 4)).isEqualTo(new GlobalField.Constant(C));
        assertThat(walk.at(loop, 5).textures()).containsExactly(C, A);
        assertThat(walk.at(loop, 6)).isEqualTo(walk.at(loop, 0));
    }

    @Test
    void aSingleStationIsStayedAt() {
        Walk stay = Walk.stay(new GlobalField.Constant(B));

        assertThat(stay.at(new Timeline(9, 25, Course.ONCE), 5)).isEqualTo(stay.stations().get(0));
        assertThat(stay.at(new Timeline(9, 25, Course.LOOP), 5)).isEqualTo(stay.stations().get(0));
        assertThatThrownBy(() -> new Walk(List.of())).hasMessageContaining("at least one");
    }

    private static double[] shares(GlobalField field) {
        double[] shares = new double[field.textures().size()];
        field.weigh(5, 7, shares);
        return shares;
    }
}
