package ikat.service.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.film.FilmRenderer;
import ikat.film.Timeline.Course;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoWriterTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"mp4, h264, 25", "mp4, h264, 23.976", "webm, vp9, 25", "mp4, h264, 0.5"})
    void whatIsReadBackIsWhatWasWritten(String ending, String codec, double rate)
            throws IOException {
        FilmRenderer film = MovingPicture.film(98, 50, 12, rate, Course.ONCE);
        Path file = folder.resolve("film." + ending);

        MovingPicture.write(film, FilmFile.of(file));

        DecodedVideo video = DecodedVideo.of(file);
        assertThat(video.codec()).isEqualTo(codec);
        assertThat(video.width()).isEqualTo(98);
        assertThat(video.height()).isEqualTo(50);
        assertThat(video.matrix()).isEqualTo(avutil.AVCOL_SPC_BT709);
        assertThat(video.seconds()).isCloseTo(12 / rate, within(0.0015));
        assertThat(video.frames()).hasSize(12);
        for (int i = 0; i < 12; i++) {
            assertThat(MovingPicture.difference(video.frames().get(i), film.frame(i)))
                    .isLessThan(4);
        }
    }

    @Test
    void theIndexStandsBeforeThePictures() throws IOException {
        Path file = folder.resolve("stream.mp4");

        MovingPicture.write(MovingPicture.film(64, 64, 5, 25, Course.LOOP), FilmFile.of(file));

        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isPositive().isLessThan(bytes.indexOf("mdat"));
    }

    @Test
    void aNameMayHaveAnyLetters() throws IOException {
        Path file = folder.resolve("a film: 100% moss.mp4");

        MovingPicture.write(MovingPicture.film(64, 64, 2, 25, Course.ONCE), FilmFile.of(file));

        assertThat(DecodedVideo.of(file).frames()).hasSize(2);
    }

    @Test
    void aFailureLeavesNothing() throws IOException {
        FilmRenderer film = MovingPicture.film(64, 64, 5, 25, Course.ONCE);
        for (String name : new String[] {"a.mp4", "a.gif", "a-%03d.png", "pictures"}) {
            FilmFile file = FilmFile.of(folder.resolve(name));
            assertThatThrownBy(() -> file.write(film, () -> false, VideoWriterTest::failAtTwo))
                    .hasMessageContaining("the lights went out");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static void failAtTwo(int done) {
        if (done == 2) {
            throw new UncheckedIOException(new IOException("the lights went out"));
        }
    }
}
