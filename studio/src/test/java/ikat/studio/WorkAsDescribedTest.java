package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.Pictures;
import ikat.studio.RunningStudio.Answer;
import ikat.studio.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers about what is made first, against the description of the interface. */
class WorkAsDescribedTest {

    private static final String RENDER = "/api/renders/{id}";

    @TempDir private static Path folder;
    private static RunningStudio studio;
    private static DescribedAnswers described;

    @BeforeAll
    static void start() {
        studio = RunningStudio.in(folder);
        described = new DescribedAnswers(studio.get("/api/openapi.json").json());
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    private static Answer post(String path, String body) {
        String json = body.replace('\'', '"');
        described.checkSent("post", path, Json.MAPPER.readTree(json));
        Answer answer = studio.post(path, json);
        described.check("post", path, answer);
        return answer;
    }

    private static String id(Answer answer) {
        return answer.json().get("id").asString();
    }

    private static Answer upload(String path, String... fields) throws IOException {
        byte[] picture = Files.readAllBytes(Pictures.stripes(folder.resolve("picture.png")));
        Answer answer = studio.upload(path, picture, fields);
        described.check("post", path, answer);
        return answer;
    }

    @Test
    void maps() {
        Answer made =
                post(
                        "/api/maps",
                        "{'model':'cloth','seed':7,'base':'bark','textures':['moss'],'strokes':["
                                + "{'texture':0,'radius':8.5,'softness':0.5,'points':[[3,4]]},"
                                + "{'reroll':true,'radius':9,'points':[[30,4],[40,4]]}]}");
        assertThat(made.status()).isEqualTo(200);
        Answer kept = studio.get("/api/maps/" + id(made));
        assertThat(kept.json().get("strokes")).hasSize(2);
        described.check("get", "/api/maps/{map}", kept);
        described.check("get", "/api/maps/{map}", studio.get("/api/maps/" + "0".repeat(24)));
        assertThat(post("/api/maps", "{'model':'none'}").status()).isEqualTo(404);
        String tooMuch = "{'model':'" + "x".repeat(3 << 20) + "'}";
        assertThat(post("/api/maps", tooMuch).status()).isEqualTo(413);
    }

    @Test
    void aBodyThatIsNullIsRefused() {
        for (String path : new String[] {"/api/maps", "/api/renders"}) {
            Answer answer = studio.post(path, "null");
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.detail()).isEqualTo("the JSON is null, but must be an object");
        }
    }

    @Test
    void renders() throws InterruptedException {
        Answer made =
                post(
                        "/api/renders",
                        "{'model':'cloth','texture':'bark','width':40,'height':30,'format':'tif'}");
        assertThat(made.status()).isEqualTo(201);
        String address = "/api/renders/" + id(made);
        RunningStudio.await(() -> studio.get(address).text().contains("\"done\""));
        described.check("get", RENDER, studio.get(address));
        described.check("get", "/api/renders", studio.get("/api/renders"));
        described.check("get", RENDER + "/file", studio.get(address + "/file"));
        described.check(
                "get", RENDER + "/file", studio.get(address + "/file", "Range", "bytes=2-5"));
        described.check(
                "get", RENDER + "/file", studio.get(address + "/file", "Range", "bytes=9999999-"));
        described.check("get", RENDER + "/events", studio.get(address + "/events"));
        described.check("post", RENDER + "/stop", studio.post(address + "/stop", ""));
        described.check("delete", RENDER, studio.send(address, request -> request.DELETE()));
        Answer gone = studio.get(address);
        assertThat(gone.status()).isEqualTo(404);
        described.check("get", RENDER, gone);
    }

    @Test
    void aRenderThatRepeats() throws InterruptedException {
        Answer made =
                post(
                        "/api/renders",
                        "{'model':'cloth','texture':'bark','width':64,'height':64,'wrap':'xy'}");
        assertThat(made.status()).isEqualTo(201);
        String address = "/api/renders/" + id(made);
        RunningStudio.await(() -> studio.get(address).text().contains("\"done\""));
        described.check("get", RENDER, studio.get(address));
        described.check("get", RENDER + "/certificate", studio.get(address + "/certificate"));
    }

    @Test
    void aTrainingThatIsPlanned() throws IOException {
        Answer made = upload("/api/trainings", "pictures", "pictures");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String path = "/api/trainings/{id}";
        String address = "/api/trainings/" + id(made);
        described.check("get", path, studio.get(address));
        described.check("get", "/api/trainings", studio.get("/api/trainings"));
        described.check(
                "get", path + "/pictures/{picture}.jpg", studio.get(address + "/pictures/1.jpg"));
        described.check("get", path + "/preview.png", studio.get(address + "/preview.png"));
        described.check("get", path + "/report", studio.get(address + "/report"));
        Answer early = studio.post(address + "/pause", "");
        assertThat(early.status()).isEqualTo(409);
        described.check("post", path + "/pause", early);
        described.check("delete", path, studio.send(address, request -> request.DELETE()));
    }

    @Test
    void scores() throws IOException {
        assertThat(upload("/api/scores", "exemplar", "picture").status()).isEqualTo(200);
        assertThat(upload("/api/scores", "exemplar").status()).isEqualTo(400);
    }
}
