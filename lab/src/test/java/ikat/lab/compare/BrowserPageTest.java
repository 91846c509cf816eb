package ikat.lab.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ikat.cli.Cli;
import ikat.cli.terminal.Terminal;
import ikat.lab.method.TextureMethod;
import ikat.score.Finding;
import ikat.score.Ratio;
import ikat.score.Score;
import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import ikat.service.film.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows the page of a comparison in a browser, in frames as wide as phones and screens. */
@Tag("browser")
class BrowserPageTest {

    private static final String FRAMES =
            """
            <!doctype html><title>frames</title><body></body><script>
            const widths = [360, 390, 1280, 1920];
            const answers = widths.map(width => new Promise(done => {
                const frame = document.createElement('iframe');
                frame.style.width = width + 'px';
                frame.style.height = '900px';
                frame.style.border = '0';
                frame.onload = () => {
                    const page = frame.contentDocument;
                    const images = [...page.images];
                    const root = page.documentElement;
                    done([width, root.scrollWidth <= root.clientWidth,
                        images.every(i => i.naturalWidth === i.width), images.length].join(' '));
                };
                frame.src = '/page';
                document.body.append(frame);
            }));
            Promise.all(answers).then(all =>
                fetch('/result', {method: 'POST', body: all.join('\\n')}));
            </script>
            """;

    @TempDir private Path folder;

    private final CompletableFuture<String> result = new CompletableFuture<>();

    @Test
    void nothingIsWiderThanTheScreenAndPicturesAreNotScaled() throws Exception {
        Optional<Path> browser = Browser.find();
        assumeTrue(browser.isPresent(), "there is no Chromium on the PATH");
        Path page = page();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, page));
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

        String seen;
        try (Browser open =
                Browser.open(
                        browser.get(), Files.createDirectory(folder.resolve("profile")), address)) {
            assertThat(open).isNotNull();
            seen = result.get(60, TimeUnit.SECONDS);
        } finally {
            server.stop(0);
        }

        assertThat(seen.lines())
                .containsExactly(
                        "360 true true 3",
                        "390 true true 3",
                        "1280 true true 3",
                        "1920 true true 3");
    }

    private Path page() throws IOException {
        FakeWorkshop workshop = new FakeWorkshop();
        List<TextureMethod> methods =
                List.of(
                        new FakeMethod("one", effort -> {}),
                        new FakeMethod("another-name", effort -> {}),
                        new FakeMethod(
                                "failing",
                                effort -> {
                                    throw new IllegalArgumentException("unthinkable".repeat(9));
                                }));
        Finding finding = new Finding("mesh", "checkerboard", 0.3, 0.1, true, "Train longer.");
        Ratio ratio = new Ratio("patches", "patches (sliced Wasserstein)", 1.5, true);
        workshop.scoring =
                exemplar ->
                        (candidates, wraps) ->
                                new Score(1.5, List.of(ratio), List.of(finding), List.of());
        Path file = folder.resolve("page.html");
        Cli.Outcome outcome =
                new Cli(
                                workshop,
                                Terminal.plain(),
                                List.of(() -> List.of(new CompareCommand(vgg -> methods))))
                        .run(
                                "compare",
                                Pictures.stripes(folder.resolve("a-rather-long-name.png")),
                                "-o",
                                file,
                                "--size",
                                "500x300");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return file;
    }

    private void answer(HttpExchange exchange, Path page) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> send(exchange, FRAMES.getBytes(UTF_8));
                case "/page" -> send(exchange, Files.readAllBytes(page));
                case "/result" -> {
                    result.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    send(exchange, new byte[] {'o', 'k'});
                }
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }
}
