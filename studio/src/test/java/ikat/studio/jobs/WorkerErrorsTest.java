package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.FakeTrainer;
import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import ikat.studio.RunningStudio;
import ikat.studio.Studio;
import ikat.studio.jobs.JobClient.Sent;
import ikat.studio.web.StudioSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Errors of the Java machine end the work at which they happen, and nothing else. */
class WorkerErrorsTest {

    private static final String ORDER =
            "{\"model\":\"cloth\",\"texture\":\"bark\",\"width\":64,\"height\":64}";

    @TempDir private Path folder;

    @Test
    void anErrorEndsOneTraining() throws Exception {
        byte[] stripes = Files.readAllBytes(Pictures.stripes(folder.resolve("picture.png")));
        FakeWorkshop workshop = new FakeWorkshop();
        try (Studio studio =
                Studio.start(
                        StudioSettings.local(folder.resolve("studio"), Optional.empty()),
                        workshop)) {
            JobClient client = new JobClient(studio);
            for (Error error :
                    List.of(
                            new OutOfMemoryError("heap"),
                            new StackOverflowError(),
                            new InternalError("killed"))) {
                workshop.trainer =
                        (job, listener) -> {
                            throw error;
                        };
                JsonNode failed = train(client, stripes, "failed");
                assertThat(failed.get("failure").asString())
                        .contains(
                                error instanceof OutOfMemoryError
                                        ? "not enough memory"
                                        : "something unexpected went wrong");
            }
            workshop.trainer = new FakeTrainer();
            train(client, stripes, "done");
        }
    }

    private static JsonNode train(JobClient client, byte[] picture, String state) throws Exception {
        Sent sent = new Sent("pictures", "stripes.png", picture);
        String path = "/api/trainings/" + client.upload("/api/trainings", "{}", sent).id();
        client.post(path + "/start");
        return client.awaitState(path, state);
    }

    @Test
    void anErrorEndsOneTileAndOneExport() throws Exception {
        int row = 0;
        try (RunningStudio studio = RunningStudio.in(folder)) {
            for (Error error : List.of(new OutOfMemoryError("heap"), new InternalError("killed"))) {
                boolean memory = error instanceof OutOfMemoryError;
                studio.workshop().fail(error);
                for (int x = 0; x < 4; x++) { // more than there are threads
                    RunningStudio.Answer tile =
                            studio.get("/api/models/cloth/tiles/12/" + x + "/" + row + ".png");
                    assertThat(tile.status()).isEqualTo(memory ? 503 : 500);
                    assertThat(tile.detail()).contains(memory ? "memory" : "unexpected");
                }
                JsonNode failed = export(studio, "failed");
                assertThat(failed.get("failure").asString())
                        .contains(memory ? "not enough memory" : "unexpected");
                studio.workshop().fail(null);
                assertThat(studio.get("/api/models/cloth/tiles/12/0/" + row + ".png").status())
                        .isEqualTo(200);
                export(studio, "done");
                row++;
            }
        }
    }

    private static JsonNode export(RunningStudio studio, String state) throws Exception {
        String path =
                "/api/renders/" + studio.post("/api/renders", ORDER).json().get("id").asString();
        RunningStudio.await(() -> studio.get(path).json().get("state").asString().equals(state));
        return studio.get(path).json();
    }
}
