package ikat.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.film.Timeline.Course;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Models;
import ikat.render.TextureRenderer;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilmRendererTest {

    private static final TextureModel MODEL = Models.manifold();
    private static final int WIDTH = 40;
    private static final int HEIGHT = 24;
    private static final Timeline LOOP = new Timeline(12, 6, Course.LOOP);
    private static final Walk WALK =
            Walk.through(
                    List.of(
                            GlobalVector.of(-0.9f, 0.3f),
                            GlobalVector.of(0.2f, -0.8f),
                            GlobalVector.of(0.7f, 0.9f)));

    static Stream<Film> loops() {
        Film still = Film.of(WIDTH, HEIGHT, LOOP, WALK.stations().get(0)).withSeed(4);
        Repeat repeat = new Repeat(WIDTH, HEIGHT);
        Film panned = still.withRepeat(repeat).withCamera(new Camera(3, 5, 11, -2, 1, 1));
        return Stream.of(
                still.withWalk(WALK),
                still.withPace(new Pace(0.4, 0)),
                still.withPace(new Pace(0, -0.4)),
                still.withCamera(new Camera(0, 0, 0, 0, 0.5, 3)),
                panned,
                panned.withPace(new Pace(0.7, 0.2)).withWalk(WALK),
                panned.withCamera(new Camera(3, 5, 11, -2, 1, 2)).withWalk(WALK));
    }

    @ParameterizedTest
    @MethodSource("loops")
    void theFrameAfterTheLastIsTheFirst(Film film) {
        List<byte[]> frames = frames(film, 13);

        assertThat(frames.get(12)).isEqualTo(frames.get(0));
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < 12; i++) {
            double step = difference(frames.get(i), frames.get(i + 1));
            least = Math.min(least, step);
            most = Math.max(most, step);
        }
        assertThat(most).isPositive();
        double closing = difference(frames.get(11), frames.get(12));
        assertThat(closing).isBetween(least, most);
        assertThat(closing).isLessThan(3 * difference(frames.get(0), frames.get(1)) + 1);
    }

    @ParameterizedTest
    @MethodSource("loops")
    void aFrameAloneIsTheFrameInTheFilm(Film film) {
        List<byte[]> frames = frames(film, 12);

        try (FilmRenderer alone = open(film)) {
            assertThat(alone.frame(7)).isEqualTo(frames.get(7));
            assertThat(alone.frame(2)).isEqualTo(frames.get(2));
        }
    }

    @Test
    void everyFrameOfARepeatingPlaneRepeats() {
        Film film =
                Film.of(2 * WIDTH, 2 * HEIGHT, LOOP, GlobalField.NONE)
                        .withWalk(WALK)
                        .withPace(new Pace(0.3, 0.6))
                        .withRepeat(new Repeat(WIDTH, HEIGHT))
                        .withCamera(new Camera(7, 0, 13, 3, 1, 1));
        for (byte[] frame : frames(film, 5)) {
            int row = 2 * WIDTH * 3;
            for (int y = 0; y < HEIGHT; y++) {
                assertThat(Arrays.copyOfRange(frame, y * row, (y + 1) * row))
                        .isEqualTo(
                                Arrays.copyOfRange(
                                        frame, (y + HEIGHT) * row, (y + HEIGHT + 1) * row));
                assertThat(Arrays.copyOfRange(frame, y * row, y * row + row / 2))
                        .isEqualTo(Arrays.copyOfRange(frame, y * row + row / 2, (y + 1) * row));
            }
        }
    }

    @Test
    void aPanShowsTheSamePlaneFarther() {
        Film film =
                Film.of(WIDTH, HEIGHT, new Timeline(5, 4, Course.ONCE), WALK.stations().get(0))
                        .withCamera(new Camera(0, 0, 8, 4, 1, 1));
        byte[] frame = frames(film, 4).get(3);
        NoiseField field =
                new NoiseField(MODEL, 0, WALK.stations().get(0), ikat.noise.Boundary.ENDLESS);

        try (TextureRenderer plane = new TextureRenderer(Engines.named("java", MODEL, 1), field)) {
            assertThat(frame).isEqualTo(plane.render(new PixelRegion(6, 3, WIDTH, HEIGHT)));
        }
    }

    @Test
    void greyModelsMakeGreyFrames() {
        Film film = Film.of(8, 8, new Timeline(1, 25, Course.ONCE), GlobalField.NONE);
        try (FilmRenderer renderer =
                FilmRenderer.of(Models.grey(), film, Engines.named("java", Models.grey(), 1))) {
            byte[] frame = renderer.frame(0);

            assertThat(frame).hasSize(8 * 8 * 3);
            for (int i = 0; i < frame.length; i += 3) {
                assertThat(frame[i]).isEqualTo(frame[i + 1]).isEqualTo(frame[i + 2]);
            }
        }
    }

    @Test
    void whatIsNoFrameIsRefused() {
        Film film = Film.of(8, 8, new Timeline(3, 25, Course.ONCE), WALK.stations().get(0));
        try (FilmRenderer renderer = open(film)) {
            assertThatThrownBy(() -> renderer.frame(3)).hasMessageContaining("from 0 to 2");
            assertThatThrownBy(() -> renderer.frame(-1)).hasMessageContaining("frame is -1");
        }
        assertThatThrownBy(() -> open(film.withRepeat(new Repeat(WIDTH + 1, 0))))
                .hasMessageContaining("multiples of the model's cells of 8 pixels");
        assertThatThrownBy(() -> Film.of(0, 8, new Timeline(3, 25, Course.ONCE), GlobalField.NONE))
                .hasMessageContaining("0x8");
    }

    private static List<byte[]> frames(Film film, int count) {
        List<byte[]> frames = new ArrayList<>();
        try (FilmRenderer renderer = open(film)) {
            for (int i = 0; i < count; i++) {
                frames.add(renderer.frame(i));
            }
        }
        return frames;
    }

    private static FilmRenderer open(Film film) {
        return FilmRenderer.of(MODEL, film, Engines.named("java", MODEL, 1));
    }

    private static double difference(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 255) - (b[i] & 255));
        }
        return sum / a.length;
    }
}
