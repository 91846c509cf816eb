package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import ikat.studio.Studio;
import ikat.studio.jobs.JobClient.Answer;
import ikat.studio.jobs.JobClient.Sent;
import ikat.studio.web.StudioSettings;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TrainingJobsTest {

    @TempDir Path folder;
    private final FakeWorkshop workshop = new FakeWorkshop();
    private final SlowTrainer trainer = new SlowTrainer();
    private byte[] stripes;
    private Studio studio;
    private JobClient client;

    @BeforeEach
    void open() throws Exception {
        stripes = Files.readAllBytes(Pictures.stripes(folder.resolve("picture.png")));
        workshop.trainer = trainer;
        reopen();
    }

    private void reopen() {
        studio =
                Studio.start(
                        StudioSettings.local(folder.resolve("studio"), Optional.empty()), workshop);
        client = new JobClient(studio);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private Answer plan(String settings) throws Exception {
        return client.upload(
                "/api/trainings", settings, new Sent("pictures", "stripes.png", stripes));
    }

    private String started() throws Exception {
        String path = "/api/trainings/" + plan("{}").id();
        assertThat(client.post(path + "/start").status()).isEqualTo(200);
        return path;
    }

    @Test
    void pictureBecomesPlanBecomesModel() throws Exception {
        Answer planned = plan("{\"name\":\"my stripes\",\"seconds\":30}");
        assertThat(planned.status()).isEqualTo(201);
        assertThat(planned.json().get("state").asString()).isEqualTo("planned");
        assertThat(planned.json().get("pictures").get(0).get("verdict").asString())
                .isIn("good", "hard");
        assertThat(planned.json().get("plan").toString()).contains("\"time\"", "30s", "given");
        assertThat(planned.json().get("expectedSeconds").asDouble()).isEqualTo(30);
        String path = "/api/trainings/" + planned.id();
        assertThat(client.get("/api/models").json().get("models")).isEmpty();

        client.post(path + "/start");
        trainer.steps.release(10);
        JsonNode done = client.awaitState(path, "done");

        assertThat(done.get("model").asString()).isEqualTo("my-stripes");
        assertThat(done.get("losses")).hasSize(10);
        assertThat(done.get("bestScore").asDouble()).isEqualTo(0.2);
        assertThat(planned.json().get("score").isNull()).isTrue();
        assertThat(done.get("score").get("overall").asDouble()).as("of the model").isOne();
        assertThat(client.get("/api/models").json().get("models").get(0).get("name").asString())
                .isEqualTo("my-stripes");
        Path job = folder.resolve("studio/jobs/" + planned.id());
        assertThat(job.resolve("checkpoint")).as("to be trained longer").exists();
    }

    @Test
    void modelIsNeverWrittenOverAnother() throws Exception {
        Files.createDirectories(folder.resolve("studio"));
        Path taken = folder.resolve("studio/stripes.safetensors");
        Files.writeString(taken, "mine");
        String path = started();
        trainer.steps.release(10);
        assertThat(client.awaitState(path, "done").get("model").asString()).isEqualTo("stripes-2");
        assertThat(taken).hasContent("mine");
    }

    @Test
    void picturePreviewAndReportCanBeHad() throws Exception {
        String path = started();
        assertThat(client.get(path + "/preview.png").status()).isEqualTo(404);
        HttpResponse<byte[]> crop = client.raw(path + "/pictures/0.jpg");
        assertThat(crop.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(client.get(path + "/pictures/1.jpg").status()).isEqualTo(404);
        trainer.steps.release(2);
        client.await(path, json -> !json.get("preview").isNull());
        HttpResponse<byte[]> preview = client.raw(path + "/preview.png");
        assertThat(preview.headers().firstValue("ETag")).isPresent();
        assertThat(preview.headers().firstValue("Cache-Control")).hasValue("no-cache");
        trainer.steps.release(8);
        client.awaitState(path, "done");
        HttpResponse<byte[]> report = client.raw(path + "/report");
        assertThat(new String(report.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("stripes");
        assertThat(report.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox;");
    }

    @Test
    void pausedTrainingGoesOnFromItsCheckpoint() throws Exception {
        String path = started();
        trainer.steps.release(4);
        client.await(path, json -> json.get("progress").path("step").asInt() == 4);
        client.post(path + "/pause");
        client.awaitState(path, "paused");
        client.post(path + "/resume");
        trainer.steps.release(6);
        JsonNode done = client.awaitState(path, "done");
        assertThat(trainer.begins).containsExactly(0L, 4L);
        assertThat(done.get("losses")).hasSize(10);
    }

    @Test
    void stoppedTrainingKeepsWhatItLearned() throws Exception {
        String path = started();
        trainer.steps.release(3);
        client.await(path, json -> json.get("progress").path("step").asInt() == 3);
        client.post(path + "/stop");
        assertThat(client.awaitState(path, "done").get("model").asString()).isEqualTo("stripes");
    }

    @Test
    void pausedTrainingCanBeStoppedToo() throws Exception {
        String path = started();
        trainer.steps.release(3);
        client.await(path, json -> json.get("progress").path("step").asInt() == 3);
        client.post(path + "/pause");
        client.awaitState(path, "paused");
        client.post(path + "/stop");
        assertThat(client.awaitState(path, "done").get("model").asString()).isEqualTo("stripes");
        assertThat(trainer.begins).containsExactly(0L, 3L);
    }

    @Test
    void trainingThatMadeNoStepLeavesNoModel() throws Exception {
        String path = started();
        client.awaitState(path, "running");
        client.post(path + "/stop");
        assertThat(client.awaitState(path, "stopped").get("model").isNull()).isTrue();
        assertThat(client.get("/api/models").json().get("models")).isEmpty();
    }

    @Test
    void restartGoesOnWithEverything() throws Exception {
        String paused = started();
        trainer.steps.release(2);
        client.await(paused, json -> json.get("progress").path("step").asInt() == 2);
        client.post(paused + "/pause");
        client.awaitState(paused, "paused");
        String running = started();
        trainer.steps.release(5);
        client.await(running, json -> json.get("progress").path("step").asInt() == 5);
        String queued = started();
        String planned = "/api/trainings/" + plan("{}").id();
        Path broken = folder.resolve("studio/jobs/0123456789ab");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("job.json"), "{\"kind\":");
        Path half = folder.resolve("studio/jobs/ba9876543210");
        Files.createDirectories(half.resolve("pictures"));

        studio.close();
        reopen();

        assertThat(client.get(planned).json().get("state").asString()).isEqualTo("planned");
        assertThat(client.get(paused).json().get("state").asString()).isEqualTo("paused");
        assertThat(client.get(paused).json().get("losses")).hasSize(2);
        assertThat(client.get(paused).json().get("scores")).hasSize(1);
        JsonNode on = client.awaitState(running, "running");
        assertThat(on.get("losses")).hasSize(5);
        assertThat(client.get(queued).json().get("position").asInt()).isEqualTo(1);
        assertThat(half).doesNotExist();
        assertThat(broken).exists();
        trainer.steps.release(15);
        client.awaitState(running, "done");
        client.awaitState(queued, "done");
        assertThat(trainer.begins).containsExactly(0L, 0L, 5L, 0L);
        assertThat(client.get("/api/trainings").json().get("trainings")).hasSize(4);
    }

    /** The process died while a training was at work, as job.json tells. */
    private void die(Path job, int tries) throws Exception {
        studio.close();
        String kept = Files.readString(job.resolve("job.json"));
        assertThat(kept).contains("\"RUNNING\"").contains("\"tries\":0");
        Files.writeString(
                job.resolve("job.json"), kept.replace("\"tries\":0", "\"tries\":" + tries));
        reopen();
    }

    @Test
    void trainingAtWhichTheProcessDiesIsTriedTwice() throws Exception {
        String path = started();
        Path job = folder.resolve("studio/jobs/" + path.substring(path.lastIndexOf('/') + 1));
        client.awaitState(path, "running");
        assertThat(Files.readString(job.resolve("job.json"))).contains("\"tries\":1");
        die(job, 1);
        client.awaitState(path, "running");
        assertThat(Files.readString(job.resolve("job.json"))).contains("\"tries\":2");
        die(job, 2);
        JsonNode failed = client.awaitState(path, "failed");
        assertThat(failed.get("failure").asString())
                .startsWith("the studio ended without notice twice");
        assertThat(client.post(path + "/resume").status()).isEqualTo(200);
        trainer.steps.release(10);
        client.awaitState(path, "done");
    }

    /** The studio ended after it had moved the model, and before it noted that the job is done. */
    @Test
    void modelIsNotPublishedTwice() throws Exception {
        String path = started();
        trainer.steps.release(10);
        client.awaitState(path, "done");
        studio.close();
        Path own = folder.resolve("studio/jobs/" + path.substring(path.lastIndexOf('/') + 1));
        String kept = Files.readString(own.resolve("job.json"));
        assertThat(kept).contains("\"DONE\"");
        Files.writeString(own.resolve("job.json"), kept.replace("\"DONE\"", "\"RUNNING\""));
        reopen();
        assertThat(client.awaitState(path, "done").get("model").asString()).isEqualTo("stripes");
        assertThat(client.get("/api/models").json().get("models")).hasSize(1);
        assertThat(trainer.begins).containsExactly(0L);
    }

    @Test
    void eventsArrive() throws Exception {
        String path = "/api/trainings/" + plan("{}").id();
        Thread later =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(200);
                                client.post(path + "/start");
                                trainer.steps.release(10);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
        later.start();
        String heard = client.events(path + "/events", text -> text.contains("\"state\":\"done\""));
        later.join();
        assertThat(heard)
                .contains("event: job", "event: progress", "event: preview", "event: score")
                .containsSubsequence(
                        "\"state\":\"planned\"",
                        "\"state\":\"queued\"",
                        "\"state\":\"running\"",
                        "\"state\":\"done\"");
    }

    @Test
    void actionsThatDoNotFitAreRefused() throws Exception {
        String path = "/api/trainings/" + plan("{}").id();
        for (String action : new String[] {"pause", "resume", "stop"}) {
            Answer answer = client.post(path + "/" + action);
            assertThat(answer.status()).as(action).isEqualTo(409);
            assertThat(answer.detail()).contains("this job is planned, so it cannot be ");
        }
        client.post(path + "/start");
        assertThat(client.post(path + "/start").status()).isEqualTo(409);
        assertThat(client.post("/api/trainings/nothing/start").status()).isEqualTo(404);
    }

    @Test
    void deletedTrainingEndsAndLeavesNothing() throws Exception {
        String path = started();
        trainer.steps.release(3);
        client.await(path, json -> json.get("progress").path("step").asInt() == 3);
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.get(path).status()).isEqualTo(404);
        Path own = folder.resolve("studio/jobs/" + path.substring(path.lastIndexOf('/') + 1));
        for (int i = 0; i < 200 && Files.exists(own); i++) {
            Thread.sleep(20);
        }
        assertThat(own).doesNotExist();
        assertThat(client.get("/api/models").json().get("models")).isEmpty();
    }

    @Test
    void failureIsToldAndTheNextJobHasItsTurn() throws Exception {
        String first = started();
        client.awaitState(first, "running");
        String second = started();
        Path own = folder.resolve("studio/jobs/" + first.substring(first.lastIndexOf('/') + 1));
        client.post(first + "/pause");
        client.awaitState(first, "paused");
        Files.writeString(own.resolve("checkpoint"), "no number");
        client.post(first + "/resume");
        trainer.steps.release(10);
        client.awaitState(second, "done");
        JsonNode failed = client.awaitState(first, "failed");
        assertThat(failed.get("failure").asString()).isNotEmpty().doesNotContain("Exception");
    }
}
