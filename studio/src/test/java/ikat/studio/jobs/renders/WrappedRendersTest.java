package ikat.studio.jobs.renders;

import static ikat.studio.serve.MapStudio.detail;
import static ikat.studio.serve.MapStudio.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Renders that repeat, and their certificates. */
class WrappedRendersTest extends RenderOrders {

    @ParameterizedTest
    @CsvSource({"png", "jpg"})
    void aPictureThatRepeatsIsTheTileAndHasItsCertificate(String format) throws Exception {
        String size = "'width':256,'height':128,'wrap':'xy','format':'" + format + "'";
        String id = ask(order("'texture':'bark'," + size));
        JsonNode done = await(id, "done");
        assertThat(done.get("name").asString()).isEqualTo("named-256x128-xy." + format);
        Path got = folder.resolve("got." + format);
        Files.write(got, studio.get("/api/renders/" + id + "/file").body());
        String tile = "/api/models/named/wrap.%s?texture=bark&seed=9&width=256&height=128";
        Path wanted = folder.resolve("wanted." + format);
        Files.write(wanted, studio.get(tile.formatted(format)).body());
        if (format.equals("png")) {
            assertThat(Arrays.equals(pixels(got), pixels(wanted))).isTrue();
        }
        String address = done.get("certificate").asString();
        HttpRequest asBrowsers =
                HttpRequest.newBuilder(studio.at(address))
                        .header("Accept-Encoding", "gzip")
                        .build();
        JsonNode told = json(studio.send(asBrowsers));
        assertThat(told.get("picture").asString()).isEqualTo("named-256x128-xy." + format);
        assertThat(told.get("x").get("repeatsExactly").asBoolean()).isTrue();
        assertThat(told.get("y").get("repeatsExactly").asBoolean()).isTrue();
        assertThat(told.get("x")).isEqualTo(json(studio.get(tile.formatted("json"))).get("x"));
    }

    @Test
    void whatDoesNotRepeatHasNoCertificate() throws Exception {
        String id = ask(SMALL);
        assertThat(await(id, "done").get("certificate").isNull()).isTrue();
        HttpResponse<byte[]> none = studio.get("/api/renders/" + id + "/certificate");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(detail(none)).contains("does not repeat");
    }

    @Test
    void theLevelsOfATileRepeatToo() throws Exception {
        String pyramid = "'texture':'bark','wrap':'xy','format':'dzi-zip',";
        HttpResponse<byte[]> odd =
                studio.post("/api/renders", order(pyramid + "'width':4104,'height':4104"));
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(detail(odd)).contains("for the levels of this file to wrap, too");
        String id = ask(order(pyramid + "'width':1024,'height':1024"));
        await(id, "done");
    }
}
