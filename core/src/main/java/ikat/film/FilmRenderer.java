package ikat.film;

import ikat.film.Film.Moment;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import java.util.function.Function;

/**
 * Makes the frames of a film, any of them at any time. In a loop, the frame after the last is the
 * first bit for bit; on a plane that repeats, so does every frame. Use by one thread at a time.
 */
public final class FilmRenderer implements AutoCloseable {

    private final TextureModel model;
    private final Film film;
    private final Function<NoiseField, PixelSource> planes;
    private final Runnable end;
    private final Boundary boundary;

    private FilmRenderer(
            TextureModel model, Film film, Function<NoiseField, PixelSource> planes, Runnable end) {
        this.model = model;
        this.film = film;
        this.planes = planes;
        this.end = end;
        this.boundary = film.repeat().boundary(model.spec().cellPixels());
    }

    /** Opens a model on the fastest engine with all of the machine's processors. */
    public static FilmRenderer open(TextureModel model, Film film) {
        int threads = Runtime.getRuntime().availableProcessors();
        return of(model, film, Engines.fastest(model, threads));
    }

    /** Renders with an engine of the model, which is closed with the renderer. */
    public static FilmRenderer of(TextureModel model, Film film, Generator generator) {
        return new FilmRenderer(
                model, film, field -> new TextureRenderer(generator, field), generator::close);
    }

    /**
     * Renders planes that come from elsewhere.
     *
     * @param planes gives the pixels of a field of noise
     * @throws IllegalArgumentException if the plane repeats after no whole number of cells
     */
    public static FilmRenderer of(
            TextureModel model, Film film, Function<NoiseField, PixelSource> planes) {
        return new FilmRenderer(model, film, planes, () -> {});
    }

    /** The film that is rendered. */
    public Film film() {
        return film;
    }

    /**
     * Makes a frame.
     *
     * @param index from 0 to the last frame; in a loop any later one too, which is one of the first
     *     round
     * @return red, green and blue, also of a grey model
     */
    public byte[] frame(long index) {
        int frames = film.timeline().frames();
        if (index < 0 || (index >= frames && !film.timeline().loops())) {
            throw new IllegalArgumentException(
                    "the frame is " + index + ", but must be from 0 to " + (frames - 1));
        }
        Moment moment = film.at(index);
        NoiseField field =
                new NoiseField(model, film.seed(), moment.field(), boundary, moment.motion());
        return new Lens(
                        planes.apply(field),
                        film.repeat(),
                        moment.view(),
                        film.width(),
                        film.height())
                .take()
                .bytes();
    }

    @Override
    public void close() {
        end.run();
    }
}
