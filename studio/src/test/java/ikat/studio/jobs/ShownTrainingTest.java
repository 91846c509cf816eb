package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.io.Sha256;
import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import ikat.studio.Studio;
import ikat.studio.jobs.JobClient.Answer;
import ikat.studio.jobs.JobClient.Sent;
import ikat.studio.web.StudioSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is shown of a training while it goes on, its name, and its length. */
class ShownTrainingTest {

    @TempDir Path folder;
    private final SlowTrainer trainer = new SlowTrainer();
    private Studio studio;
    private JobClient client;
    private String path;

    @BeforeEach
    void plan() throws Exception {
        FakeWorkshop workshop = new FakeWorkshop();
        workshop.trainer = trainer;
        byte[] stripes = Files.readAllBytes(Pictures.stripes(folder.resolve("picture.png")));
        studio =
                Studio.start(
                        StudioSettings.local(folder.resolve("studio"), Optional.empty()), workshop);
        client = new JobClient(studio);
        plan(new Sent("pictures", "stripes.png", stripes));
    }

    private void plan(Sent... pictures) throws Exception {
        Answer planned = client.upload("/api/trainings", "{\"seconds\":30}", pictures);
        path = "/api/trainings/" + planned.id();
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private BufferedImage tile(String place) throws Exception {
        HttpResponse<byte[]> answer = client.raw(path + "/tiles/" + place);
        assertThat(answer.statusCode()).as(place).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static int[] colours(BufferedImage picture) {
        int width = picture.getWidth();
        return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    }

    private void done() throws Exception {
        client.post(path + "/start");
        trainer.steps.release(10);
        client.awaitState(path, "done");
    }

    @Test
    void aPlaneStandsInBeforeAnythingIsLearned() throws Exception {
        assertThat(client.get(path).json().get("learned").isNull()).isTrue();

        BufferedImage whole = tile("12/0/0.png?size=128&seed=7");
        BufferedImage part = tile("12/1/1.png?size=64&seed=7");

        assertThat(colours(whole.getSubimage(64, 64, 64, 64))).isEqualTo(colours(part));
        for (int zoom = 4; zoom < 12; zoom++) {
            assertThat(tile(zoom + "/-1/2.png?size=64").getWidth()).isEqualTo(64);
        }
    }

    @Test
    void aStateThatLooksWorseThanTheStandInIsNotShown() throws Exception {
        int[] standIn = colours(tile("12/0/0.png?size=64"));
        client.post(path + "/start");
        trainer.steps.release(2);
        JsonNode looked = client.await(path, json -> !json.get("looks").isNull());

        assertThat(looked.at("/looks/learned").asDouble())
                .isGreaterThan(looked.at("/looks/sewn").asDouble());
        assertThat(looked.get("learned").isNull()).isTrue();
        assertThat(colours(tile("12/0/0.png?size=64"))).isEqualTo(standIn);

        trainer.steps.release(8);
        assertThat(client.awaitState(path, "done").get("looks").isNull()).isTrue();
    }

    @Test
    void ofSeveralPicturesTheNewestStateIsShownAndThenTheModel() throws Exception {
        byte[] stripes = Files.readAllBytes(folder.resolve("picture.png"));
        plan(
                new Sent("pictures", "stripes.png", stripes),
                new Sent("pictures", "more.png", stripes));
        int[] standIn = colours(tile("12/0/0.png?size=64"));
        client.post(path + "/start");
        trainer.steps.release(2);
        client.await(path, json -> !json.get("learned").isNull());

        assertThat(colours(tile("12/0/0.png?size=64"))).isNotEqualTo(standIn);

        trainer.steps.release(8);
        JsonNode done = client.awaitState(path, "done");
        assertThat(done.get("tiles").isNull()).isTrue();
        HttpResponse<byte[]> gone = client.raw(path + "/tiles/12/0/0.png");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(new String(gone.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("its model has the tiles: stripes");
    }

    @Test
    void placesThatAreNoneAreRefused() throws Exception {
        for (String place : new String[] {"13/0/0.png", "12/0/0.gif", "12/x/0.png", "12/0/0"}) {
            assertThat(client.get(path + "/tiles/" + place).status()).as(place).isEqualTo(400);
        }
    }

    @Test
    void aTrainingThatIsDoneIsTrainedLongerAndItsModelReplaced() throws Exception {
        done();
        Path model = folder.resolve("studio/stripes.safetensors");
        Files.setLastModifiedTime(model, java.nio.file.attribute.FileTime.fromMillis(1000));

        Answer longer = client.send("POST", path + "/longer", "{\"seconds\": 60}");

        assertThat(longer.status()).isEqualTo(200);
        assertThat(longer.json().get("expectedSeconds").asDouble()).isEqualTo(90);
        JsonNode again = client.awaitState(path, "done");
        assertThat(again.get("model").asString()).isEqualTo("stripes");
        assertThat(again.get("plan").toString()).contains("1m30s");
        assertThat(trainer.begins).containsExactly(0L, 10L);
        assertThat(client.get("/api/models").json().get("models")).hasSize(1);
        assertThat(Files.getLastModifiedTime(model).toMillis()).isGreaterThan(1000);
    }

    @Test
    void aFileThatIsNotItsOwnModelIsNeverReplaced() throws Exception {
        done();
        Path model = folder.resolve("studio/stripes.safetensors");
        Files.writeString(model, "mine");
        String mine = Sha256.of(model);

        client.send("POST", path + "/longer", "{}");

        client.await(path, json -> json.get("model").asString("").equals("stripes-2"));
        assertThat(Sha256.of(model)).isEqualTo(mine);
    }

    @Test
    void aRunningTrainingGoesOnForLongerWithoutAPause() throws Exception {
        client.post(path + "/start");
        trainer.steps.release(3);
        client.await(path, json -> json.get("progress").path("step").asInt() == 3);

        client.send("POST", path + "/longer", "{\"seconds\": 10}");

        for (int i = 0; i < 500 && trainer.begins.size() < 2; i++) {
            Thread.sleep(20);
        }
        assertThat(trainer.begins).containsExactly(0L, 3L);
        assertThat(client.get(path).json().get("state").asString()).isEqualTo("running");
        assertThat(client.get(path).json().get("expectedSeconds").asDouble()).isEqualTo(40);
        trainer.steps.release(7);
        client.awaitState(path, "done");
    }

    @Test
    void lengthsOutOfRangeAreRefused() throws Exception {
        for (String seconds : new String[] {"0", "-3", "86401", "\"long\""}) {
            String body = "{\"seconds\": " + seconds + "}";
            assertThat(client.send("POST", path + "/longer", body).status()).isEqualTo(400);
        }
    }

    @Test
    void theModelHasTheNameThatTheTrainingWasGiven() throws Exception {
        Answer named = client.send("PATCH", path, "{\"name\": \"my stripes\"}");
        assertThat(named.json().get("name").asString()).isEqualTo("my-stripes");
        for (String name : new String[] {"\"\"", "\" \"", "null", "\"" + "a".repeat(201) + "\""}) {
            Answer refused = client.send("PATCH", path, "{\"name\": " + name + "}");
            assertThat(refused.status()).as(name).isEqualTo(400);
        }
        done();
        assertThat(client.get(path).json().get("model").asString()).isEqualTo("my-stripes");
    }
}
