package ikat.quilt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutPathTest {

    @Test
    void thePathFollowsWhatIsCheap() {
        float[] costs = {
            9, 9, 0, 9, //
            9, 9, 9, 0, //
            9, 9, 0, 9, //
            9, 0, 9, 9
        };
        assertThat(CutPath.cheapest(costs, 4, false)).containsExactly(2, 3, 2, 1);
    }

    @Test
    void aFixedPathBeginsAndEndsInTheMiddle() {
        float[] costs = {
            0, 5, 5, 5, //
            0, 5, 5, 5, //
            0, 5, 5, 5, //
            0, 5, 5, 5, //
            0, 5, 5, 5
        };
        assertThat(CutPath.cheapest(costs, 4, true)).containsExactly(2, 1, 0, 1, 2);
        assertThat(CutPath.cheapest(costs, 4, false)).containsExactly(0, 0, 0, 0, 0);
    }

    @Test
    void thePathMovesByAtMostOne() {
        float[] costs = {0, 9, 9, 9, 9, 9, 0, 9};
        int[] path = CutPath.cheapest(costs, 4, false);
        assertThat(Math.abs(path[1] - path[0])).isLessThanOrEqualTo(1);
    }
}
