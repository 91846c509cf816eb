package ikat.lab.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.lab.compare.FakeMethod;
import ikat.lab.method.Effort;
import ikat.lab.method.TextureMethod;
import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import ikat.studio.Studio;
import ikat.studio.jobs.JobClient;
import ikat.studio.jobs.JobClient.Answer;
import ikat.studio.jobs.JobClient.Sent;
import ikat.studio.web.StudioSettings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ComparisonJobsTest {

    @TempDir Path folder;
    private final FakeWorkshop workshop = new FakeWorkshop();
    private byte[] stripes;
    private Studio studio;
    private JobClient client;

    @BeforeEach
    void open() throws Exception {
        stripes = Files.readAllBytes(Pictures.stripes(folder.resolve("picture.png")));
        List<TextureMethod> methods =
                List.of(
                        new FakeMethod("good", effort -> {}),
                        new FakeMethod(
                                "choosy",
                                effort -> {
                                    throw new IllegalArgumentException("this is too plain");
                                }),
                        new FakeMethod("patient", ComparisonJobsTest::waitForEver));
        studio =
                Studio.start(
                        StudioSettings.local(folder.resolve("studio"), Optional.empty()),
                        workshop,
                        List.of(new ComparisonRoutes.Provider(vgg -> methods)));
        client = new JobClient(studio);
    }

    private static void waitForEver(Effort effort) {
        while (true) {
            effort.check();
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private Answer compare(String settings) throws Exception {
        return client.upload(
                "/api/comparisons", settings, new Sent("picture", "stripes.png", stripes));
    }

    @Test
    void methodsAreListed() throws Exception {
        JsonNode methods = client.get("/api/comparisons/methods").json().get("methods");
        assertThat(methods.findValuesAsString("name")).containsExactly("good", "choosy", "patient");
        assertThat(methods.get(0).get("lacking").asString()).isEmpty();
    }

    @Test
    void comparisonYieldsReport() throws Exception {
        Answer made = compare("{\"methods\":[\"good\",\"choosy\"],\"size\":128}");
        assertThat(made.status()).isEqualTo(201);
        String path = "/api/comparisons/" + made.id();
        JsonNode done = client.awaitState(path, "done");
        assertThat(done.get("methods").findValuesAsString("state"))
                .containsExactly("done", "failed");
        assertThat(done.get("methods").get(0).get("score").asDouble()).isEqualTo(1);
        assertThat(done.get("methods").get(1).get("sentence").asString())
                .isEqualTo("this is too plain");
        HttpResponse<byte[]> report = client.raw(path + "/report");
        assertThat(new String(report.body(), StandardCharsets.UTF_8))
                .contains("More of stripes.png", "Method &lt;good&gt;");
        assertThat(report.headers().allValues("Content-Security-Policy").get(0))
                .startsWith("sandbox; default-src 'none'");
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.get("/api/comparisons").json().get("comparisons")).isEmpty();
    }

    @Test
    void stoppedComparisonKeepsWhatIsDone() throws Exception {
        String path = "/api/comparisons/" + compare("{\"methods\":[\"good\",\"patient\"]}").id();
        client.await(
                path,
                json ->
                        json.get("methods").get(1).get("state").asString().equals("running")
                                && !json.get("report").isNull());
        assertThat(client.post(path + "/stop").status()).isEqualTo(200);
        client.awaitState(path, "stopped");
        assertThat(new String(client.raw(path + "/report").body(), StandardCharsets.UTF_8))
                .contains("Stopped before these were done: patient");
        assertThat(client.post(path + "/stop").status()).isEqualTo(409);
    }

    @Test
    void wrongChoicesAreRefused() throws Exception {
        assertThat(compare("{\"methods\":[\"magic\"]}").detail())
                .isEqualTo("there is no method magic; there are good, choosy, patient");
        assertThat(compare("{\"size\":9999}").detail()).contains("must be from 64 to 1024");
        assertThat(compare("{\"sise\":99}").status()).isEqualTo(400);
        assertThat(folder.resolve("studio/jobs")).doesNotExist();
    }

    @Test
    void picturesAreScored() throws Exception {
        Answer score =
                client.upload(
                        "/api/scores",
                        "{}",
                        new Sent("exemplar", "a.png", stripes),
                        new Sent("picture", "b.png", stripes));
        assertThat(score.status()).as(score.json().toString()).isEqualTo(200);
        assertThat(score.json().get("overall").asDouble()).isEqualTo(1);
        assertThat(score.json().get("scored").get(0).asString()).isEqualTo("b.png");
        workshop.scoring =
                exemplar -> {
                    throw new IllegalArgumentException("a.png is too small to be scored");
                };
        Answer small =
                client.upload(
                        "/api/scores",
                        "{}",
                        new Sent("exemplar", "a.png", stripes),
                        new Sent("picture", "b.png", stripes));
        assertThat(small.status()).isEqualTo(400);
        assertThat(small.detail()).isEqualTo("a.png is too small to be scored");
    }
}
