package ikat.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.film.Camera.View;
import ikat.film.Timeline.Course;
import ikat.texture.GlobalField;
import org.junit.jupiter.api.Test;

class CameraTest {

    private static final Timeline LOOP = new Timeline(10, 5, Course.LOOP);

    @Test
    void aPanMovesEvenlyBetweenPixels() {
        Film film = film(new Timeline(10, 4, Course.ONCE)).withCamera(pan(1, -0.5));

        assertThat(view(film, 0)).isEqualTo(new View(32 << 16, 16 << 16, 1));
        assertThat(view(film, 1).x()).isEqualTo((32 << 16) + (1 << 14));
        assertThat(view(film, 6).y()).isEqualTo((16 << 16) - (3 << 14));
    }

    @Test
    void aLoopPansOverWholePeriods() {
        Film film = film(LOOP).withRepeat(new Repeat(64, 32)).withCamera(pan(50, -1));

        assertThat(view(film, 5).x() - view(film, 0).x()).isZero();
        assertThat(view(film, 1).x() - view(film, 0).x()).isEqualTo(Math.round(12.8 * 65536));
        assertThat(view(film, 10)).isEqualTo(view(film, 0));
        assertThat(film.camera().within(LOOP, film.repeat()))
                .isEqualTo(new Camera(0, 0, 64, -16, 1, 1));
    }

    @Test
    void aLoopZoomsThereAndBack() {
        Film film = film(LOOP).withCamera(new Camera(0, 0, 0, 0, 0.5, 4));

        assertThat(view(film, 0).zoom()).isEqualTo(0.5);
        assertThat(view(film, 5).zoom()).isEqualTo(4);
        assertThat(view(film, 10).zoom()).isEqualTo(0.5);
        assertThat(view(film, 4).zoom()).isBetween(0.5, 4.0);
    }

    @Test
    void aFilmThatEndsZoomsEvenly() {
        Film film = film(new Timeline(3, 5, Course.ONCE)).withCamera(new Camera(0, 0, 0, 0, 1, 4));

        assertThat(view(film, 1).zoom()).isEqualTo(2);
        assertThat(view(film, 2).zoom()).isEqualTo(4);
    }

    @Test
    void aPanCannotLoopOnAPlaneThatNeverRepeats() {
        assertThatThrownBy(() -> film(LOOP).withCamera(pan(0, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("along y cannot loop");
        assertThatThrownBy(() -> film(LOOP).withRepeat(new Repeat(64, 0)).withCamera(pan(1, 3)))
                .hasMessageContaining("along y");
    }

    @Test
    void whatIsNoCameraIsRefused() {
        assertThatThrownBy(() -> new Camera(0, 0, 0, 0, 0, 1)).hasMessageContaining("zoom is 0");
        assertThatThrownBy(() -> pan(Double.NaN, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Camera(1L << 50, 0, 0, 0, 1, 1)).hasMessageContaining("±");
    }

    private static View view(Film film, long frame) {
        return film.camera().at(film, frame);
    }

    private static Camera pan(double x, double y) {
        return new Camera(0, 0, x, y, 1, 1);
    }

    private static Film film(Timeline timeline) {
        return Film.of(64, 32, timeline, GlobalField.NONE);
    }
}
