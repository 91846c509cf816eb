package ikat.service.film;

import ikat.film.Camera;
import ikat.film.Film;
import ikat.film.FilmRenderer;
import ikat.film.Timeline;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.NoiseSpec;
import ikat.model.Provenance;
import ikat.model.Stage;
import ikat.model.TextureModel;
import ikat.model.Weight;
import ikat.model.Weights;
import ikat.texture.GlobalField;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Smooth colours that pan by, as a film to write. */
final class MovingPicture {

    private MovingPicture() {}

    static FilmRenderer film(
            int width, int height, int count, double rate, Timeline.Course course) {
        Film film = Film.of(width, height, new Timeline(count, rate, course), GlobalField.NONE);
        Film moving =
                course == Timeline.Course.LOOP
                        ? film.withCamera(new Camera(0, 0, 0, 0, 1, 2))
                        : film.withCamera(new Camera(0, 0, 40, 10, 1, 1));
        return FilmRenderer.of(model(), moving, field -> new Colours());
    }

    /** Writes a film without a command. */
    static void write(FilmRenderer film, FilmFile file) throws IOException {
        file.write(film, () -> false, done -> {});
    }

    static double difference(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 255) - (b[i] & 255));
        }
        return sum / a.length;
    }

    private static TextureModel model() {
        ModelSpec spec =
                new ModelSpec(
                        new NoiseSpec(1, 0, 0),
                        List.of(new Stage(1, 3, 3, 2, false, Activation.TANH)),
                        ColourAxes.identity(3),
                        0);
        Map<String, Weight> weights = new LinkedHashMap<>();
        Weights.shapesOf(spec)
                .forEach(
                        (name, shape) -> {
                            float[] values =
                                    new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
                            weights.put(name, new Weight(shape, values));
                        });
        Provenance provenance =
                new Provenance(
                        List.of(), "test", "none", "17", 0, 0, Duration.ZERO, Instant.EPOCH, null);
        return new TextureModel(spec, Weights.of(weights), Map.of(), provenance);
    }

    private record Colours() implements PixelSource {

        @Override
        public int channels() {
            return 3;
        }

        @Override
        public byte[] render(PixelRegion region) {
            byte[] pixels = new byte[region.width() * region.height() * 3];
            for (int i = 0; i < pixels.length; i++) {
                double x = region.left() + i / 3 % region.width();
                double y = region.top() + i / 3 / region.width();
                double wave = Math.sin(0.05 * x + 0.01 * (1 + i % 3) * y + 2 * (i % 3));
                pixels[i] = (byte) Math.round(128 + 100 * wave);
            }
            return pixels;
        }
    }
}
