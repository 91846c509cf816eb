package ikat.service.film;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ikat.film.Timeline.Course;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plays films in a browser from a page of this machine. */
@Tag("browser")
class BrowserFilmTest {

    private static final String PAGE =
            """
            <!doctype html><title>film</title><video muted playsinline src="/film"></video>
            <script>
            const video = document.querySelector('video');
            const send = text => fetch('/result', {method: 'POST', body: text});
            video.onerror = () => send('error ' + video.error.message);
            video.onended = () => {
                const quality = video.getVideoPlaybackQuality();
                send([video.duration, video.videoWidth, video.videoHeight,
                    quality.totalVideoFrames, quality.corruptedVideoFrames || 0].join(' '));
            };
            video.play().catch(e => send('error ' + e));
            </script>
            """;

    @TempDir private Path folder;

    private final CompletableFuture<String> result = new CompletableFuture<>();

    @ParameterizedTest
    @CsvSource({"mp4, video/mp4, 25, 60", "webm, video/webm, 25, 60", "mp4, video/mp4, 24, 36"})
    void aBrowserPlaysAFilmToItsEnd(String ending, String type, double rate, int frames)
            throws Exception {
        Optional<Path> browser = Browser.find();
        assumeTrue(browser.isPresent(), "there is no Chromium on the PATH");
        Path film = folder.resolve("film." + ending);
        MovingPicture.write(
                MovingPicture.film(160, 96, frames, rate, Course.LOOP), FilmFile.of(film));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, film, type));
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

        String[] seen;
        try (Browser open =
                Browser.open(
                        browser.get(), Files.createDirectory(folder.resolve("profile")), address)) {
            assertThat(open).isNotNull();
            seen = result.get(60, TimeUnit.SECONDS).split(" ");
        } finally {
            server.stop(0);
        }

        assertThat(seen[0]).isNotEqualTo("error");
        assertThat(Double.parseDouble(seen[0])).isCloseTo(frames / rate, within(0.0015));
        assertThat(seen[1]).isEqualTo("160");
        assertThat(seen[2]).isEqualTo("96");
        assertThat(seen[3]).isEqualTo(Integer.toString(frames));
        assertThat(seen[4]).isEqualTo("0");
    }

    private void answer(HttpExchange exchange, Path film, String type) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> send(exchange, "text/html; charset=utf-8", PAGE.getBytes(UTF_8));
                case "/film" -> send(exchange, type, Files.readAllBytes(film));
                case "/result" -> {
                    result.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    send(exchange, "text/plain", new byte[] {'o', 'k'});
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] content)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }
}
