package ikat.studio.jobs.renders;

import static ikat.studio.serve.MapStudio.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that renders are given, and their small pictures. */
class RenderNamesTest extends RenderOrders {

    private HttpResponse<byte[]> rename(String id, String body) throws Exception {
        return studio.send(
                HttpRequest.newBuilder(studio.at("/api/renders/" + id))
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"dark bark,dark-bark.png", "wall.png,wall.png", "Rinde ä,Rinde-ä.png"})
    void aRenderIsDownloadedUnderTheNameItWasGiven(String given, String name) throws Exception {
        String id = ask(SMALL);
        await(id, "done");
        byte[] before = studio.get("/api/renders/" + id + "/file").body();

        HttpResponse<byte[]> answer = rename(id, "{\"name\":\"" + given + "\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("name").asString()).isEqualTo(name);
        HttpResponse<byte[]> file = studio.get("/api/renders/" + id + "/file");
        assertThat(file.body()).isEqualTo(before);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(name.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"\"}", "{\"name\":null}", "{\"name\":\"...\"}", "{}"})
    void aNameOfNothingIsRefused(String body) throws Exception {
        String id = ask(SMALL);
        assertThat(rename(id, body).statusCode()).isEqualTo(400);
        assertThat(json(studio.get("/api/renders/" + id)).get("name").asString())
                .isEqualTo("named-640x300.png");
    }

    @Test
    void aRenderHasASmallPictureOfItsWholeRegion() throws Exception {
        String id = ask(SMALL);
        String address = json(studio.get("/api/renders/" + id)).get("thumbnail").asString();

        HttpResponse<byte[]> answer = studio.get(address);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isEqualTo(160);
        assertThat(picture.getHeight()).isEqualTo(75);
    }
}
