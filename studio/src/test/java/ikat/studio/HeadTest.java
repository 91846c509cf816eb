package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

    private static final Set<String> OF_TIME_AND_LENGTH =
            Set.of("date", "content-length", "transfer-encoding");

    @TempDir private static Path folder;
    private static RunningStudio studio;
    private static RunningStudio idle;

    @BeforeAll
    static void start() throws IOException {
        studio = RunningStudio.in(folder);
        idle = RunningStudio.in(Files.createDirectory(folder.resolve("idle")));
    }

    @AfterAll
    static void end() {
        studio.close();
        idle.close();
    }

    private static Answer head(String path, String... headers) {
        return head(studio, path, headers);
    }

    private static Answer head(RunningStudio asked, String path, String... headers) {
        return asked.send(
                path,
                request -> {
                    var head = request.method("HEAD", BodyPublishers.noBody());
                    return headers.length == 0 ? head : head.headers(headers);
                });
    }

    /** All headers but those that tell the time or the length. */
    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
        headers.keySet().removeAll(OF_TIME_AND_LENGTH);
        return headers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/plane",
                "/main.js",
                "/health",
                "/api/models",
                "/api/models/cloth/thumbnail.jpg?size=64",
                "/api/models/cloth/tiles/12/0/0.webp?texture=bark&size=64",
                "/api/models/cloth/wrap.png?texture=bark&width=128&height=128",
                "/api/models/cloth/wrap.json?texture=bark&width=128&height=128",
                "/iiif/3/cloth",
                "/iiif/3/cloth~texture=bark/info.json",
                "/iiif/3/cloth~texture=bark/0,0,64,64/max/0/default.png",
                "/iiif/3/cloth/manifest.json",
                "/iiif/3/collection.json",
                "/deepzoom/cloth~texture=bark.dzi",
                "/deepzoom/cloth~texture=bark_files/3/0_0.png",
                "/deepzoom/cloth~texture=bark_files/16/1_2.jpg",
                "/api/openapi.yaml",
                "/api/models/silk",
                "/api/models/cloth/tiles/99/0/0.png",
                "/nothing"
            })
    void headersAreThoseOfGet(String path) {
        Answer get = studio.get(path);
        Answer head = head(path);
        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.body()).isEmpty();
        assertThat(headers(head)).isEqualTo(headers(get));
        if (!head.header("Content-Length").isEmpty()) {
            assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/models/cloth/tiles/12/0/0.png?seed=8&size=64",
                "/api/models/cloth/tiles/9/0/0.png?seed=8&size=64",
                "/api/models/cloth/thumbnail.jpg?seed=8&size=64",
                "/api/models/cloth/wrap.png?seed=8&width=128&height=128",
                "/api/models/cloth/wrap.json?seed=8&width=128&height=128",
                "/iiif/3/cloth~seed=8/0,0,64,64/max/0/default.png",
                "/deepzoom/cloth~seed=8_files/3/0_0.png",
                "/deepzoom/cloth~seed=8_files/16/1_2.jpg"
            })
    void noPictureIsMadeForIt(String path) {
        Answer head = head(idle, path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head(idle, path, "If-None-Match", head.header("ETag")).status()).isEqualTo(304);
        assertThat(idle.workshop().begun()).isZero();
    }

    @Test
    void whatIsNoTextureHasNoPictureEither() {
        assertThat(head("/api/models/cloth/tiles/12/0/0.png?texture=silk").status()).isEqualTo(400);
    }

    @Test
    void aMapIsNotModified() {
        Answer made =
                studio.post(
                        "/api/maps",
                        "{\"model\":\"cloth\",\"base\":\"bark\",\"textures\":[],\"strokes\":[]}");
        String path = "/api/maps/" + made.json().get("id").asString();
        Answer head = head(path);
        assertThat(headers(head)).isEqualTo(headers(studio.get(path)));
        assertThat(head(path, "If-None-Match", head.header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void eventsEndAtOnce() {
        Answer head = head("/api/trainings/events");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).startsWith("text/event-stream");
    }

    @Test
    void onlyWhatCanBeReadHasOne() {
        assertThat(head("/api/scores").status()).isEqualTo(405);
    }

    @Test
    void aFileTellsItsLength() throws InterruptedException {
        Answer made =
                studio.post(
                        "/api/renders",
                        "{\"model\":\"cloth\",\"texture\":\"bark\",\"width\":40,\"height\":30}");
        String render = "/api/renders/" + made.json().get("id").asString();
        RunningStudio.await(() -> studio.get(render).text().contains("\"done\""));
        String length = studio.get(render + "/file").header("Content-Length");
        assertThat(head(render + "/file").header("Content-Length")).isEqualTo(length);
        Answer part = head(render + "/file", "Range", "bytes=0-9");
        assertThat(part.status()).isEqualTo(200);
        assertThat(part.header("Content-Length")).isEqualTo(length);
    }
}
