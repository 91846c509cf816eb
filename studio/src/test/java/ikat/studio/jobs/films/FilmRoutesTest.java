package ikat.studio.jobs.films;

import static ikat.studio.serve.MapStudio.detail;
import static ikat.studio.serve.MapStudio.json;
import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.serve.MapStudio;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FilmRoutesTest {

    private static final String LOOP =
            "{'model':'named','textures':['bark','moss'],'weights':[3,1],'width':64,'height':64,"
                    + "'seconds':1,'rate':10,'drift':1,'reach':0.5,'phase':0.25,'format':'gif'}";

    @TempDir Path folder;
    private MapStudio studio;

    @BeforeEach
    void start() throws IOException {
        studio = new MapStudio(folder);
    }

    @AfterEach
    void end() {
        studio.close();
    }

    private HttpResponse<byte[]> order(String json) throws Exception {
        return studio.post("/api/films", json.replace('\'', '"'));
    }

    @Test
    void aLoopBecomesAFilmOfItsLength() throws Exception {
        HttpResponse<byte[]> answer = order(LOOP);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(201);
        String path = "/api/films/" + json(answer).get("id").asString();

        JsonNode film = json(studio.get(path));
        for (int i = 0; i < 1000 && !film.get("state").asString().equals("done"); i++) {
            assertThat(film.get("state").asString()).isIn("queued", "running");
            Thread.sleep(10);
            film = json(studio.get(path));
        }

        assertThat(film.get("name").asString()).isEqualTo("named-loop.gif");
        assertThat(film.get("share").asDouble()).isOne();
        HttpResponse<byte[]> file = studio.get(film.get("file").asString());
        assertThat(file.headers().firstValue("Content-Type")).hasValue("image/gif");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("named-loop.gif");
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(file.body()))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(10);
            assertThat(pixels(reader.read(3))).isNotEqualTo(pixels(reader.read(0)));
        }
        assertThat(json(studio.get("/api/films")).get("films")).hasSize(1);
        assertThat(json(studio.get("/api/renders")).get("renders")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'width':64|'width':65|width is 65, but must be even",
                "'width':64|'width':2048|width is 2048",
                "'seconds':1|'seconds':600|seconds is 600",
                "'rate':10|'rate':500|rate is 500",
                "'drift':1|'drift':0|nothing moves in the loop",
                "[3,1]|[3]|there are 1 weights",
                "[3,1]|[0,0]|all 0",
                "'moss'|'sea'|sea",
                "gif|avi|format is avi",
                "'named'|'none'|there is no model none"
            },
            quoteCharacter = '"')
    void whatCannotBeAFilmIsRefusedAtOnce(String part, String other, String reason)
            throws Exception {
        HttpResponse<byte[]> answer = order(LOOP.replace(part, other));
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(detail(answer)).contains(reason);
        assertThat(json(studio.get("/api/films")).get("films")).isEmpty();
    }

    private static int[] pixels(BufferedImage frame) {
        int width = frame.getWidth();
        return frame.getRGB(0, 0, width, frame.getHeight(), null, 0, width);
    }
}
