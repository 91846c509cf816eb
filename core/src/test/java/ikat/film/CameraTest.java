package ikat.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.film.Timeline.Course;
import ikat.texture.GlobalField;
import org.junit.jupiter.api.Test;

class CameraTest {

    private static final Timeline LOOP = new Timeline(10, 5, Course.LOOP);

    @Test
    void aPanMovesEvenlyBetweenPixels() {
        Film film = film(new Timeline(10, 4, Course.ONCE)).withCamera(pan(1, -0.5));

        assertThat(film.at(0).view()).isEqualTo(new View(32 << 16, 16 << 16, 1));
        assertThat(film.at(1).view().x()).isEqualTo((32 << 16) + (1 << 14));
        assertThat(film.at(6).view().y()).isEqualTo((16 << 16) - (3 << 14));
    }

    @Test
    void aLoopPansOverWholePeriods() {
        Film film = film(LOOP).withRepeat(new Repeat(64, 32)).withCamera(pan(50, -1));

        assertThat(film.at(5).view().x() - film.at(0).view().x()).isZero();
        assertThat(film.at(1).view().x() - film.at(0).view().x())
                .isEqualTo(Math.round(12.8 * 65536));
        assertThat(film.at(10).view()).isEqualTo(film.at(0).view());
        assertThat(film.camera().within(LOOP, film.repeat()))
                .isEqualTo(new Camera(0, 0, 64, -16, 1, 1));
    }

    @Test
    void aLoopZoomsThereAndBack() {
        Film film = film(LOOP).withCamera(new Camera(0, 0, 0, 0, 0.5, 4));

        assertThat(film.at(0).view().zoom()).isEqualTo(0.5);
        assertThat(film.at(5).view().zoom()).isEqualTo(4);
        assertThat(film.at(10).view().zoom()).isEqualTo(0.5);
        assertThat(film.at(4).view().zoom()).isBetween(0.5, 4.0);
    }

    @Test
    void aFilmThatEndsZoomsEvenly() {
        Film film = film(new Timeline(3, 5, Course.ONCE)).withCamera(new Camera(0, 0, 0, 0, 1, 4));

        assertThat(film.at(1).view().zoom()).isEqualTo(2);
        assertThat(film.at(2).view().zoom()).isEqualTo(4);
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

    private static Camera pan(double x, double y) {
        return new Camera(0, 0, x, y, 1, 1);
    }

    private static Film film(Timeline timeline) {
        return Film.of(64, 32, timeline, GlobalField.NONE);
    }
}
