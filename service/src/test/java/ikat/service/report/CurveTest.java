package ikat.service.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {

    @Test
    void anyLengthStaysWithinItsPoints() {
        Curve curve = new Curve(300, Curve.Kept.NONE);
        for (int i = 1; i <= 10_000; i++) {
            curve.add(i, i % 2);
        }
        assertThat(curve.points()).hasSizeBetween(150, 300);
        assertThat(curve.points()).allMatch(point -> Math.abs(point[1] - 0.5) < 1e-9);
        assertThat(curve.points().get(curve.points().size() - 1)[0]).isGreaterThan(9_900);
    }

    @Test
    void whatLiesBeyondIsForgotten() {
        Curve curve = new Curve(300, Curve.Kept.NONE);
        for (int i = 1; i <= 10; i++) {
            curve.add(i, i);
        }
        curve.cutAfter(6);
        assertThat(curve.points()).hasSize(6);
        assertThat(new Curve(300, curve.kept()).points()).hasSize(6);
    }
}
