package ikat.service.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.film.FilmRenderer;
import ikat.film.Timeline.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmFileTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.mp4, MP4",
        "a.MP4, MP4",
        "a.b.webm, WEBM",
        "a.gif, GIF",
        "a-%05d.png, PNG",
        "a%d.png, PNG",
        "pictures, PNG",
        "new/pictures, PNG"
    })
    void theNameTellsTheFormat(String name, FilmFormat format) {
        assertThat(FilmFile.of(Path.of(name)).format()).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a.avi     | a film must end in .mp4
                    a.png     | include a placeholder for their number
                    a-%05d.gif | must end in .png
                    a-%s.png  | include a placeholder for their number
                    """)
    void aNameWithoutAFormatIsRefused(String name, String why) {
        assertThatThrownBy(() -> FilmFile.of(Path.of(name)))
                .hasMessageContaining("--output is " + name)
                .hasMessageContaining(why);
    }

    @Test
    void aFileWithoutAnEndingIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("plain"));

        assertThatThrownBy(() -> FilmFile.of(file)).hasMessageContaining("--output is");
    }

    @Test
    void numberedPicturesAppearInTheirFolder() throws IOException {
        FilmRenderer film = MovingPicture.film(9, 5, 3, 25, Course.ONCE);
        Path fresh = folder.resolve("fresh");
        Files.createFile(folder.resolve("x-01.png"));

        MovingPicture.write(film, FilmFile.of(fresh));
        MovingPicture.write(film, FilmFile.of(folder.resolve("x-%02d.png")));

        assertThat(names(fresh))
                .containsExactlyInAnyOrder("frame-00000.png", "frame-00001.png", "frame-00002.png");
        assertThat(names(folder))
                .containsExactlyInAnyOrder("fresh", "x-00.png", "x-01.png", "x-02.png");
        int colour = ImageIO.read(folder.resolve("x-01.png").toFile()).getRGB(4, 3);
        byte[] frame = film.frame(1);
        assertThat(colour >> 16 & 255).isEqualTo(frame[3 * (3 * 9 + 4)] & 255);
        assertThat(colour & 255).isEqualTo(frame[3 * (3 * 9 + 4) + 2] & 255);
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
