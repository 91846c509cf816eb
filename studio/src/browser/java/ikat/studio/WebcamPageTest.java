package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
class WebcamPageTest {

    /** Brick is the darkest of the textures, text the brightest. */
    static final String TWO_TEXTURES = "/webcam?path=brick,text&smoothing=0&mirrored=0&drift=0";

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    /**
     * How the brightness of the feed and the share of the brighter texture go together, over
     * blocks: Pearson's correlation.
     */
    static final String CORRELATE =
            """
            () => {
              const blocks = 8;
              const means = (canvas) => {
                const small = new OffscreenCanvas(blocks, blocks).getContext('2d');
                const { width, height } = canvas;
                const data = canvas.getContext('2d').getImageData(0, 0, width, height).data;
                const sums = new Array(blocks * blocks).fill(0);
                for (let i = 0; i < data.length; i += 4) {
                  const x = (i / 4) % width;
                  const y = Math.floor(i / 4 / width);
                  const block = Math.floor((y * blocks) / height) * blocks + Math.floor((x * blocks) / width);
                  sums[block] += data[i] + data[i + 1] + data[i + 2];
                }
                return sums;
              };
              const feed = means(document.querySelector('canvas.preview'));
              const made = means(window.ikat.live.canvas);
              const mean = (list) => list.reduce((a, b) => a + b) / list.length;
              const centred = (list) => list.map((v) => v - mean(list));
              const [a, b] = [centred(feed), centred(made)];
              const dot = (p, q) => p.reduce((sum, v, i) => sum + v * q[i], 0);
              return {
                correlation: dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)),
                brighterToTheRight: a.reduce((sum, v, i) => sum + v * ((i % blocks) - (blocks - 1) / 2), 0),
              };
            }
            """;

    @TempDir private static Path folder;

    @Test
    void theFeedSteersTheTextures() throws Exception {
        Path feed = feed(folder.resolve("feed.y4m"));
        try (StudioBrowser browser =
                StudioBrowser.open(folder, "--use-file-for-fake-video-capture=" + feed)) {
            Page page = browser.page(TWO_TEXTURES);
            page.getByRole(AriaRole.BUTTON, named("Start the camera")).click();
            page.waitForFunction("() => window.ikat?.live?.stats.frames > 5");
            page.waitForCondition(() -> correlation(page) > 0.9);

            page.getByLabel("Mirrored").check();
            awaitFrames(page, 5); // of the mirrored feed
            page.waitForCondition(() -> correlation(page) > 0.9);

            page.getByRole(AriaRole.BUTTON, named("Stop the camera")).click();
            page.getByRole(AriaRole.BUTTON, named("Start the camera")).waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void withoutACameraAPictureWillDo() throws Exception {
        try (StudioBrowser browser = StudioBrowser.open(folder)) {
            Page page = browser.page(TWO_TEXTURES);
            page.evaluate(
                    "() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new"
                            + " DOMException('no', 'NotAllowedError')); }");
            page.getByRole(AriaRole.BUTTON, named("Start the camera")).click();
            page.getByRole(AriaRole.ALERT).waitFor();

            page.locator("input[type=file]")
                    .setInputFiles(Path.of("..", "samples", "honeycomb.png"));
            page.waitForFunction("() => window.ikat?.live?.stats.frames > 3");
            page.locator("canvas.preview").waitFor();
            assertThat(page.locator("canvas.preview").isVisible()).isTrue();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Waits for as many more frames. */
    static void awaitFrames(Page page, int frames) {
        page.evaluate(
                """
                async (frames) => {
                  const goal = window.ikat.live.stats.frames + frames;
                  while (window.ikat.live.stats.frames < goal) await new Promise((done) => requestAnimationFrame(done));
                }
                """,
                frames);
    }

    private static double correlation(Page page) {
        return PlanePictures.number((Map<?, ?>) page.evaluate(CORRELATE), "correlation");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /**
     * A film for the camera: its left half dark, its right half bright, as textures meet sharply.
     */
    private static Path feed(Path file) throws IOException {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        film.writeBytes(
                ("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F20:1 Ip A1:1 C420jpeg\n")
                        .getBytes(StandardCharsets.US_ASCII));
        byte[] frame = new byte[WIDTH * HEIGHT * 3 / 2];
        for (int i = 0; i < frame.length; i++) {
            boolean luma = i < WIDTH * HEIGHT;
            frame[i] = (byte) (!luma ? 128 : i % WIDTH < WIDTH / 2 ? 16 : 235);
        }
        for (int i = 0; i < 20; i++) {
            film.writeBytes("FRAME\n".getBytes(StandardCharsets.US_ASCII));
            film.writeBytes(frame);
        }
        return Files.write(file, film.toByteArray());
    }
}
