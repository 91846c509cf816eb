package ikat.service.film;

import ikat.film.FilmRenderer;
import ikat.image.Pixels;

/**
 * The frames of a film and their frame rate.
 *
 * @param renderer renders the frames
 * @param rate to show them at
 */
record FilmFrames(FilmRenderer renderer, FrameRate rate) {

    int count() {
        return renderer.film().timeline().frames();
    }

    int width() {
        return renderer.film().width();
    }

    int height() {
        return renderer.film().height();
    }

    boolean loop() {
        return renderer.film().timeline().course() == ikat.film.Timeline.Course.LOOP;
    }

    /** A frame of 3 channels. */
    Pixels frame(int index) {
        return new Pixels(renderer.frame(index), width(), height(), 3);
    }
}
