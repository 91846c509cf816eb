package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ikat.service.film.TestFilm;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the webcam page opens, and that it saves. */
@Tag("browser")
class WebcamFilesTest {

    private static final int LOOKS = 20;

    /** Plays a film to its end: how large it is, and how long. */
    private static final String PLAY =
            """
            async ([type, text]) => {
              const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
              const film = Object.assign(document.createElement('video'), { muted: true });
              const next = (name) => new Promise((done, fail) => {
                film.addEventListener(name, done, { once: true });
                film.addEventListener('error', () => fail(film.error), { once: true });
              });
              film.src = URL.createObjectURL(new Blob([bytes], { type }));
              await next('loadeddata');
              film.playbackRate = 4;
              await Promise.all([film.play(), next('ended')]);
              return { width: film.videoWidth, height: film.videoHeight, seconds: film.currentTime };
            }
            """;

    @TempDir private static Path folder;

    @Test
    void aFilmSteersTheTextures() throws Exception {
        Path film = TestFilm.turning(folder.resolve("turning.webm"));
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page(WebcamPageTest.TWO_TEXTURES);
            page.getByRole(AriaRole.BUTTON, named("Start the camera")).waitFor();
            DroppedFile.drop(page, ".stage", film, "video/webm");
            page.getByRole(AriaRole.BUTTON, named("Close the file")).waitFor();
            page.waitForFunction("() => window.ikat?.live?.stats.frames > 5");

            List<Double> followed = new ArrayList<>();
            Set<Boolean> ways = new HashSet<>();
            for (int i = 0; i < LOOKS; i++) {
                StudioBrowser.awaitFrames(page, 4);
                Map<?, ?> seen = (Map<?, ?>) page.evaluate(WebcamPageTest.CORRELATE);
                followed.add(PlanePictures.number(seen, "correlation"));
                ways.add(PlanePictures.number(seen, "brighterToTheRight") > 0);
            }

            followed.sort(null);
            assertThat(followed.get(LOOKS / 4)).as("of %s", followed).isGreaterThan(0.9);
            assertThat(ways).as("both halves of the film were seen").containsOnly(true, false);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void whatIsShownIsSavedAsAPictureAndAsAFilm() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page("/webcam?size=256");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Save picture")).isDisabled())
                    .as("nothing is there to be saved before something is seen")
                    .isTrue();
            page.getByRole(AriaRole.BUTTON, named("Start the camera")).click();
            page.waitForFunction("() => window.ikat?.live?.stats.frames > 5");

            Download picture = save(page, "Save picture");
            assertThat(picture.suggestedFilename()).endsWith(".png");
            BufferedImage seen = ImageIO.read(picture.path().toFile());
            assertThat(seen.getWidth()).isEqualTo(256);
            assertThat(seen.getHeight()).isEqualTo(256);
            assertThat(colours(seen)).isGreaterThan(1000);

            Download film = save(page, "Film 5 seconds");
            String ending = film.suggestedFilename().replaceFirst(".*\\.", "");
            assertThat(ending).isIn("webm", "mp4");
            Map<?, ?> played = play(page, "video/" + ending, film.path());
            assertThat(PlanePictures.number(played, "width")).isEqualTo(256);
            assertThat(PlanePictures.number(played, "height")).isEqualTo(256);
            assertThat(PlanePictures.number(played, "seconds")).isBetween(4.0, 6.5);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Download save(Page page, String button) {
        return page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, named(button)).click());
    }

    private static Map<?, ?> play(Page page, String type, Path film) throws IOException {
        String text = Base64.getEncoder().encodeToString(Files.readAllBytes(film));
        return (Map<?, ?>) page.evaluate(PLAY, List.of(type, text));
    }

    private static int colours(BufferedImage picture) {
        Set<Integer> found = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                found.add(picture.getRGB(x, y));
            }
        }
        return found.size();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
