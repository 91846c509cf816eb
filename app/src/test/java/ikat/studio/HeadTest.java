package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

    @TempDir private static Path folder;
    private static RunningStudio studio;

    @BeforeAll
    static void start() {
        studio = RunningStudio.in(folder);
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    private static Answer head(String path, String... headers) {
        return studio.send(
                path,
                request -> {
                    var head = request.method("HEAD", BodyPublishers.noBody());
                    return headers.length == 0 ? head : head.headers(headers);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/main.js",
                "/health",
                "/api/models",
                "/api/models/cloth/thumbnail.jpg?size=64",
                "/api/models/cloth/tiles/12/0/0.webp?texture=bark&size=64",
                "/api/models/cloth/wrap.png?texture=bark&width=128&height=128",
                "/iiif/3/cloth~texture=bark/info.json",
                "/iiif/3/cloth~texture=bark/0,0,64,64/max/0/default.png",
                "/iiif/3/cloth/manifest.json",
                "/deepzoom/cloth~texture=bark.dzi",
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
        for (String name : new String[] {"Content-Type", "ETag", "Cache-Control"}) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
        if (!head.header("Content-Length").isEmpty()) {
            assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        }
    }

    @Test
    void whatIsStillRightIsNotModified() {
        String path = "/api/models/cloth/tiles/12/0/0.png?texture=bark&size=64";
        String etag = head(path).header("ETag");
        assertThat(etag).isNotEmpty();
        assertThat(head(path, "If-None-Match", etag).status()).isEqualTo(304);
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
