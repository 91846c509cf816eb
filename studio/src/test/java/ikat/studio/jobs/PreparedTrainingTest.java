package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ikat.image.Domain;
import ikat.service.FakeWorkshop;
import ikat.studio.Studio;
import ikat.studio.jobs.JobClient.Answer;
import ikat.studio.jobs.JobClient.Sent;
import ikat.studio.web.StudioSettings;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How pictures are prepared before they are learned, with masks and maps. */
class PreparedTrainingTest {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 240;

    @TempDir Path folder;
    private final FakeWorkshop workshop = new FakeWorkshop();
    private final SlowTrainer trainer = new SlowTrainer();
    private Studio studio;
    private JobClient client;

    @BeforeEach
    void open() {
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

    private static byte[] png(BufferedImage image) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Grain of 5 pixels, darker towards the right by a factor at most. */
    private static byte[] wall(double darkest) throws Exception {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        int[] grains = random.ints(WIDTH * HEIGHT, 112, 224).toArray();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double light = 1 - (1 - darkest) * x / WIDTH;
                int level = (int) (light * grains[x / 5 + y / 5 * WIDTH]);
                image.setRGB(x, y, new Color(level, level * 3 / 4, level / 2).getRGB());
            }
        }
        return png(image);
    }

    /** White in the left part, black elsewhere. */
    private static byte[] half(int width, int height, int white) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < white; x++) {
                image.setRGB(x, y, 0xffffff);
            }
        }
        return png(image);
    }

    private Answer plan(String settings, Sent... more) throws Exception {
        Sent wall = new Sent("pictures", "wall.png", wall(1));
        return client.upload(
                "/api/trainings",
                settings,
                Stream.concat(Stream.of(wall), Stream.of(more)).toArray(Sent[]::new));
    }

    private BufferedImage picture(String path) throws Exception {
        HttpResponse<byte[]> answer = client.raw(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private List<String> files(String id) throws Exception {
        Path pictures = folder.resolve("studio/jobs/" + id + "/pictures");
        try (Stream<Path> all = Files.list(pictures)) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void previewIsThePictureAsItWouldBeLearned() throws Exception {
        String path = "/api/trainings/" + plan("{}").id() + "/pictures/0";
        BufferedImage whole = picture(path + "/whole.jpg");
        assertThat(List.of(whole.getWidth(), whole.getHeight())).containsExactly(WIDTH, HEIGHT);
        BufferedImage crop = picture(path + "/prepared.jpg?crop=30,20,100,90");
        assertThat(List.of(crop.getWidth(), crop.getHeight())).containsExactly(100, 90);
        Color there = new Color(whole.getRGB(80, 60));
        Color here = new Color(crop.getRGB(50, 40));
        assertThat(here.getRed()).isCloseTo(there.getRed(), offset(40));
        BufferedImage corners =
                picture(path + "/prepared.jpg?corners=50,40,250,40,250,200,50,200&scale=0.5");
        assertThat(List.of(corners.getWidth(), corners.getHeight())).containsExactly(100, 80);
        assertThat(picture(path + "/prepared.jpg?turn=20").getWidth()).isLessThan(WIDTH);
    }

    @Test
    void previewIsNeverLargerThan1024() throws Exception {
        String path = "/api/trainings/" + plan("{}").id() + "/pictures/0";
        BufferedImage large = picture(path + "/prepared.jpg?scale=8");
        assertThat(large.getWidth()).isEqualTo(600);
    }

    @Test
    void previewThatCannotBeSaysWhy() throws Exception {
        String path = "/api/trainings/" + plan("{}").id() + "/pictures/";
        Answer outside = client.get(path + "0/prepared.jpg?crop=0,0,999,10");
        assertThat(outside.status()).isEqualTo(400);
        assertThat(outside.detail()).contains("crop is 0,0,999,10, but must lie within");
        Answer both = client.get(path + "0/prepared.jpg?turn=5&straighten=yes");
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.detail()).contains("only one of corners, turn and straighten");
        assertThat(client.get(path + "0/prepared.jpg?turn=90").status()).isEqualTo(400);
        assertThat(client.get(path + "1/prepared.jpg").status()).isEqualTo(404);
        assertThat(client.get(path + "x/whole.jpg").status()).isEqualTo(404);
        assertThat(client.get(path + "0/mask.png").status()).isEqualTo(404);
    }

    @Test
    void fallingLightIsAdvisedToBeMadeEvenAndThenIs() throws Exception {
        Answer planned =
                client.upload("/api/trainings", "{}", new Sent("pictures", "wall.png", wall(0.35)));
        JsonNode picture = planned.json().get("pictures").get(0);
        int radius = picture.get("flatten").asInt();
        assertThat(picture.get("sentences").toString()).contains("--flatten " + radius);
        Answer even =
                client.upload(
                        "/api/trainings/" + planned.id() + "/prepare",
                        "{\"prepare\":{\"wall.png\":{\"flatten\":%d}}}".formatted(radius));
        assertThat(even.status()).isEqualTo(200);
        JsonNode now = even.json().get("pictures").get(0);
        assertThat(now.get("flatten").isNull()).isTrue();
        assertThat(now.get("sentences").toString()).doesNotContain("--flatten");
        assertThat(now.get("prepare").get("flatten").asInt()).isEqualTo(radius);
        assertThat(now.get("image").asString()).endsWith("?look=2");
    }

    @Test
    void maskIsLearnedByAndSurvivesARestart() throws Exception {
        Answer planned =
                plan(
                        "{\"prepare\":{\"wall.png\":{\"mask\":\"m.png\",\"crop\":[0,0,280,240]}}}",
                        new Sent("masks", "m.png", half(WIDTH, HEIGHT, 100)));
        assertThat(planned.status()).as(planned.detail()).isEqualTo(201);
        assertThat(planned.json().get("plan").toString()).contains("\"mask\"", "m.png");
        assertThat(files(planned.id())).containsExactly("m.png", "wall.png");
        String path = "/api/trainings/" + planned.id();
        BufferedImage shown = picture(path + "/pictures/0/prepared.jpg");
        assertThat(new Color(shown.getRGB(20, 50)).getRed()).isBetween(0x50, 0xa8);
        assertThat(picture(path + "/pictures/0/mask.png").getRGB(5, 5) & 0xff).isEqualTo(255);
        client.post(path + "/start");
        trainer.steps.release(4);
        client.await(path, json -> json.get("progress").path("step").asInt() == 4);
        studio.close();
        reopen();
        client.awaitState(path, "running");
        trainer.steps.release(6);
        client.awaitState(path, "done");
        assertThat(trainer.begins).containsExactly(0L, 4L);
        assertThat(trainer.domains).hasSize(2).allSatisfy(PreparedTrainingTest::isMasked);
        client.delete(path);
        assertThat(folder.resolve("studio/jobs/" + planned.id())).doesNotExist();
    }

    private static void isMasked(Domain domain) {
        assertThat(domain.width()).isEqualTo(280);
        assertThat(domain.isHidden(99, 100)).isTrue();
        assertThat(domain.isHidden(101, 100)).isFalse();
    }

    @Test
    void maskOfAnotherSizeIsRefusedAndChangesNothing() throws Exception {
        Sent mask = new Sent("masks", "m.png", half(50, 60, 10));
        String settings = "{\"prepare\":{\"wall.png\":{\"mask\":\"m.png\"}}}";
        Answer refused = plan(settings, mask);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.detail())
                .isEqualTo("m.png has 50x60 pixels, but a mask of wall.png must have 300x240");
        String id = plan("{}").id();
        Answer later = client.upload("/api/trainings/" + id + "/prepare", settings, mask);
        assertThat(later.status()).isEqualTo(400);
        assertThat(files(id)).containsExactly("wall.png");
        assertThat(client.get("/api/trainings/" + id).json().get("state").asString())
                .isEqualTo("planned");
    }

    @Test
    void mapsAreRecognisedByTheirEndingsAndCanBeChanged() throws Exception {
        byte[] grey = half(WIDTH, HEIGHT, 150);
        Answer planned =
                plan(
                        "{}",
                        new Sent("pictures", "wall_roughness.png", grey),
                        new Sent("pictures", "wall_ao.png", grey));
        JsonNode pictures = planned.json().get("pictures");
        assertThat(pictures).hasSize(1);
        JsonNode maps = pictures.get(0).get("prepare").get("maps");
        assertThat(maps.get("roughness").asString()).isEqualTo("wall_roughness.png");
        assertThat(maps.get("occlusion").asString()).isEqualTo("wall_ao.png");
        assertThat(planned.json().get("plan").toString()).contains("wall_roughness.png");
        Answer changed =
                client.upload(
                        "/api/trainings/" + planned.id() + "/prepare",
                        "{\"prepare\":{\"wall.png\":{\"maps\":"
                                + "{\"height\":\"up.png\",\"occlusion\":\"wall_ao.png\"}}}}",
                        new Sent("maps", "up.png", grey));
        assertThat(changed.status()).as(changed.detail()).isEqualTo(200);
        assertThat(changed.json().get("pictures").get(0).get("prepare").get("maps").toString())
                .isEqualTo("{\"height\":\"up.png\",\"occlusion\":\"wall_ao.png\"}");
        assertThat(files(planned.id())).containsExactly("up.png", "wall.png", "wall_ao.png");
        Answer turned =
                client.upload(
                        "/api/trainings/" + planned.id() + "/prepare",
                        "{\"prepare\":{\"wall.png\":{\"turn\":5}}}");
        assertThat(turned.status()).isEqualTo(400);
        assertThat(turned.detail()).contains("maps lie on the picture as it is");
    }

    @Test
    void mapsOfOneTrainingAreNotThoseOfAnother() throws Exception {
        plan("{}", new Sent("pictures", "wall_height.png", half(WIDTH, HEIGHT, 150)));
        JsonNode other = plan("{}").json().get("pictures").get(0);
        assertThat(other.get("prepare").get("maps")).isEmpty();
    }

    @Test
    void damagedMapsOfADropAreLeftOut() throws Exception {
        Answer planned =
                client.upload(
                        "/api/trainings?unreadable=skip",
                        "{}",
                        new Sent("pictures", "wall.png", wall(1)),
                        new Sent("pictures", "wall_height.png", new byte[] {1, 2, 3}));
        assertThat(planned.status()).as(planned.detail()).isEqualTo(201);
        assertThat(planned.json().get("notes").toString()).contains("left out: wall_height.png");
        assertThat(planned.json().get("pictures").get(0).get("prepare").get("maps")).isEmpty();
    }

    @Test
    void transparentPixelsAreNotLearnedOrAreAMap() throws Exception {
        BufferedImage holed = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        holed.createGraphics()
                .drawImage(ImageIO.read(new ByteArrayInputStream(wall(1))), 0, 0, null);
        for (int i = 0; i < 60 * 60; i++) {
            holed.setRGB(20 + i % 60, 20 + i / 60, 0);
        }
        Answer planned =
                client.upload("/api/trainings", "{}", new Sent("pictures", "wall.png", png(holed)));
        JsonNode picture = planned.json().get("pictures").get(0);
        assertThat(picture.get("transparent").asBoolean()).isTrue();
        assertThat(picture.get("sentences").toString()).contains("transparent and not learned");
        String path = "/api/trainings/" + planned.id() + "/pictures/0/prepared.jpg?alpha=";
        assertThat(isGrey(picture(path + "mask"), 50, 50)).isTrue();
        assertThat(isGrey(picture(path + "mask"), 200, 100)).isFalse();
        assertThat(client.get(path + "none").status()).isEqualTo(400);
    }

    private static boolean isGrey(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return Math.abs(colour.getRed() - colour.getBlue()) < 12;
    }

    @Test
    void previewIsNotMadeAgainForWhoHasIt() throws Exception {
        String path = "/api/trainings/" + plan("{}").id() + "/pictures/0/";
        HttpResponse<byte[]> first = client.raw(path + "prepared.jpg?turn=3");
        HttpResponse<byte[]> other = client.raw(path + "prepared.jpg?turn=4");
        assertThat(first.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(other.headers().firstValue("ETag"));
        assertThat(client.raw(path + "whole.jpg").headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("immutable");
    }

    @Test
    void whatDoesNotFitIsRefused() throws Exception {
        assertThat(plan("{\"prepare\":{\"other.png\":{}}}").detail())
                .isEqualTo("prepare names the file other.png, which was not sent");
        assertThat(plan("{\"prepare\":{\"wall.png\":{\"width\":\"live\"}}}").detail())
                .startsWith("prepare has width, but may have crop, corners");
        assertThat(
                        plan("{\"prepare\":{\"wall.png\":{\"maps\":{\"color\":\"wall.png\"}}}}")
                                .detail())
                .startsWith("a map is color, but must be one of normal");
        Sent stray = new Sent("maps", "stray.png", half(WIDTH, HEIGHT, 9));
        assertThat(plan("{}", stray).detail()).contains("stray.png is the map of no picture");
        assertThat(plan("{\"prepare\":{\"wall.png\":{\"mask\":\"../job.json\"}}}").status())
                .isEqualTo(400);
    }

    @Test
    void maskOfEverythingIsRefusedInOneSentence() throws Exception {
        Answer refused =
                plan(
                        "{\"prepare\":{\"wall.png\":{\"mask\":\"m.png\"}}}",
                        new Sent("masks", "m.png", half(WIDTH, HEIGHT, WIDTH)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.detail()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void startedTrainingIsNotPreparedAnyMore() throws Exception {
        String path = "/api/trainings/" + plan("{}").id();
        client.post(path + "/start");
        Answer late =
                client.upload(path + "/prepare", "{\"prepare\":{\"wall.png\":{\"flatten\":9}}}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.detail()).endsWith("so its pictures cannot be prepared any more");
    }
}
