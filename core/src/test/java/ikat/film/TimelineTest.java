package ikat.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.film.Timeline.Course;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void aLoopTurnsWholeTimes() {
        Timeline loop = new Timeline(7, 3, Course.LOOP);

        assertThat(loop.turns(0.9, 7)).isZero();
        assertThat(loop.turns(0.9, 1)).isEqualTo(2 / 7.0);
        assertThat(loop.turns(0.9, 8)).isEqualTo(loop.turns(0.9, 1));
        assertThat(loop.turns(0.001, 1)).isEqualTo(1 / 7.0);
        assertThat(loop.turns(-0.001, 1)).isEqualTo(6 / 7.0);
        assertThat(loop.turns(0, 3)).isZero();
    }

    @Test
    void aFilmThatEndsTurnsAsFastAsAsked() {
        Timeline once = new Timeline(7, 4, Course.ONCE);

        assertThat(once.turns(0.9, 2)).isCloseTo(0.45, within(1e-12));
        assertThat(once.progress(0)).isZero();
        assertThat(once.progress(6)).isEqualTo(1);
    }

    @Test
    void whatIsNoTimelineIsRefused() {
        assertThatThrownBy(() -> new Timeline(0, 25, Course.ONCE)).hasMessageContaining("0 frames");
        assertThatThrownBy(() -> new Timeline(5, 0, Course.ONCE)).hasMessageContaining("rate is 0");
        assertThatThrownBy(() -> new Timeline(5, Double.NaN, Course.ONCE))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Timeline(1, 25, Course.LOOP))
                .hasMessageContaining("at least 2");
    }
}
