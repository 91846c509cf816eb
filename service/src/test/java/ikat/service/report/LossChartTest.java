package ikat.service.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossChartTest {

    private static String draw(List<RunHistory.Losses.Point> points) {
        Markup out = new Markup();
        new LossChart(
                        points,
                        new LossChart.Series("loss", "d", RunHistory.Losses.Point::discriminator))
                .draw(out);
        return out.page();
    }

    @Test
    void ticksAreRound() {
        assertThat(new LossChart.Axis(1050, 0, 400).ticks()).containsExactly(0.0, 500.0, 1000.0);
        assertThat(new LossChart.Axis(1.7, 0, 400).ticks()).containsExactly(0.0, 0.5, 1.0, 1.5);
        assertThat(new LossChart.Axis(1, 0, 400).ticks()).hasSizeBetween(3, 6);
        assertThat(new LossChart.Axis(99_999, 0, 400).ticks()).hasSizeBetween(3, 6);
    }

    @Test
    void ticksAreLabelledBriefly() {
        assertThat(LossChart.Axis.label(0)).isEqualTo("0");
        assertThat(LossChart.Axis.label(0.5)).isEqualTo("0.5");
        assertThat(LossChart.Axis.label(500)).isEqualTo("500");
        assertThat(LossChart.Axis.label(20_000)).isEqualTo("20k");
    }

    @Test
    void aSpikeDoesNotPressTheCurveFlat() {
        List<RunHistory.Losses.Point> points = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            points.add(new RunHistory.Losses.Point(i, i == 100 ? 1e6 : 1, 0, 0));
        }

        assertThat(draw(points)).contains(">0.5</text>").contains(">1</text>");
    }

    @Test
    void lossesThatAreNoNumbersLeaveAGap() {
        String svg =
                draw(
                        List.of(
                                new RunHistory.Losses.Point(1, 1, 0, 0),
                                new RunHistory.Losses.Point(2, Double.NaN, 0, 0),
                                new RunHistory.Losses.Point(3, 1, 0, 0)));

        assertThat(svg).doesNotContain("NaN").containsPattern("d=\"M[^\"L]*M[^\"L]*\"");
    }

    @Test
    void oneStepIsEnough() {
        assertThat(draw(List.of(new RunHistory.Losses.Point(1, 0, 0, 0)))).contains("<svg");
        assertThat(draw(List.of())).contains("<svg");
    }
}
