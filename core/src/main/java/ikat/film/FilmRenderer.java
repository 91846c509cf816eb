package ikat.film;

import ikat.film.Camera.View;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.Motion;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.render.TextureRenderer;
import ikat.texture.GlobalField;
import ikat.texture.Rerolls;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Renders the frames of a film, in any order. In a loop, the frame after the last is identical to
 * the first, bit for bit; on a repeating plane, every frame repeats exactly too. Not thread-safe.
 */
public final class FilmRenderer implements AutoCloseable {

    private final TextureModel model;
    private final Film film;
    private final Function<NoiseField, PixelSource> planes;
    private final Runnable end;
    private final Boundary boundary;
    private @Nullable Last last;

    private FilmRenderer(
            TextureModel model, Film film, Function<NoiseField, PixelSource> planes, Runnable end) {
        this.model = model;
        this.film = film;
        this.planes = planes;
        this.end = end;
        this.boundary = film.repeat().boundary(model.spec().cellPixels());
    }

    /** Opens a model on the fastest engine, with all of the machine's processors. */
    public static FilmRenderer open(TextureModel model, Film film) {
        int threads = Runtime.getRuntime().availableProcessors();
        return of(model, film, Engines.fastest(model, threads));
    }

    /** Creates a renderer on an engine of the model, which is closed with the renderer. */
    public static FilmRenderer of(TextureModel model, Film film, Generator generator) {
        return new FilmRenderer(
                model, film, field -> new TextureRenderer(generator, field), generator::close);
    }

    /**
     * Creates a renderer on custom planes.
     *
     * @param planes provides the pixels for a field of noise
     * @throws IllegalArgumentException if the period of the plane is not a whole number of cells
     */
    public static FilmRenderer of(
            TextureModel model, Film film, Function<NoiseField, PixelSource> planes) {
        return new FilmRenderer(model, film, planes, () -> {});
    }

    /** The film being rendered. */
    public Film film() {
        return film;
    }

    /**
     * Renders a frame.
     *
     * @param index from 0 to the last frame; in a loop also beyond it, taken modulo the number of
     *     frames
     * @return interleaved red, green and blue, also for a grey model
     */
    public byte[] frame(long index) {
        int frames = film.timeline().frames();
        if (index < 0 || (index >= frames && !film.timeline().loops())) {
            throw new IllegalArgumentException(
                    "the frame is " + index + ", but must be from 0 to " + (frames - 1));
        }
        PixelSource plane = plane(index);
        View view = film.camera().at(film, index);
        return view.frame(plane, film.repeat(), film.width(), film.height()).inColour().bytes();
    }

    /** The plane of a frame: that of the frame before, if only the camera has moved. */
    private PixelSource plane(long index) {
        Moment moment =
                new Moment(
                        film.walk().at(film.timeline(), index),
                        film.pace().at(film.timeline(), index));
        if (last == null || !last.moment.equals(moment)) {
            NoiseField field =
                    new NoiseField(
                            model,
                            film.seed(),
                            moment.texture,
                            boundary,
                            moment.motion,
                            Rerolls.NONE);
            last = new Last(moment, planes.apply(field));
        }
        return last.plane;
    }

    private record Moment(GlobalField texture, Motion motion) {}

    private record Last(Moment moment, PixelSource plane) {}

    @Override
    public void close() {
        end.run();
    }
}
