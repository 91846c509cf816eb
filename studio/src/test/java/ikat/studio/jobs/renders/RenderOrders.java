package ikat.studio.jobs.renders;

import static ikat.studio.serve.MapStudio.json;
import static ikat.studio.serve.MapStudio.text;
import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.studio.jobs.Job;
import ikat.studio.serve.MapStudio;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Orders renders of a studio with the model of bark and moss. */
abstract class RenderOrders {

    static final String SMALL = order("'texture':'bark','x':-700,'y':33,'width':640,'height':300");

    @TempDir Path folder;
    MapStudio studio;

    @BeforeEach
    void start() throws IOException {
        studio = new MapStudio(folder);
    }

    @AfterEach
    void end() {
        studio.close();
    }

    static float[] pixels(Path file) throws IOException {
        Exemplar picture = ImageFiles.read(file);
        float[] pixels = new float[picture.width() * picture.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = picture.at(1, i % picture.width(), i / picture.width());
        }
        return pixels;
    }

    static String order(String parts) {
        return ("{'model':'named','seed':9," + parts + "}").replace('\'', '"');
    }

    final String ask(String order) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = studio.post("/api/renders", order);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    final JsonNode await(String id, String state) throws IOException, InterruptedException {
        for (int i = 0; i < 3000; i++) {
            JsonNode job = json(studio.get("/api/renders/" + id));
            if (Job.State.valueOf(job.get("state").asString().toUpperCase(Locale.ROOT)).isOver()) {
                assertThat(job.get("state").asString()).as(job.toString()).isEqualTo(state);
                return job;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the render " + id + " does not end");
    }
}
