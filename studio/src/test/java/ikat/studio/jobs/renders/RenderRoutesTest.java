package ikat.studio.jobs.renders;

import static ikat.studio.serve.MapStudio.detail;
import static ikat.studio.serve.MapStudio.json;
import static ikat.studio.serve.MapStudio.text;
import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.ImageFiles;
import ikat.image.OnDemandImage;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.studio.serve.MapStudio;
import ikat.studio.web.Limit;
import ikat.studio.web.Limits;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import ikat.weave.Detail;
import ikat.zoom.ZoomLevels;
import ikat.zoom.ZoomablePlane;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RenderRoutesTest extends RenderOrders {

    private static final int KEPT = Limits.USUAL.of(Limit.EXPORTS);

    private static final String HUGE =
            order("'texture':'bark','width':20000,'height':20000,'format':'%s'");

    @ParameterizedTest
    @CsvSource({"png", "jpg"})
    void theFileIsWhatADirectRenderingWouldBe(String format) throws Exception {
        assertDirect(format, 0);
    }

    @Test
    @Tag("slow")
    void theFileOfALevelIsWhatADirectRenderingWouldBe() throws Exception {
        assertDirect("png", 1);
    }

    private void assertDirect(String format, int level) throws Exception {
        String id =
                ask(SMALL.replace("}", ",\"format\":\"" + format + "\",\"level\":" + level + "}"));
        JsonNode done = await(id, "done");
        HttpResponse<byte[]> file = studio.get("/api/renders/" + id + "/file");
        assertThat(done.get("bytes").asLong()).isEqualTo(file.body().length);
        assertThat(done.get("share").asDouble()).isOne();
        Path got = Files.write(folder.resolve("got." + format), file.body());
        Path wanted = direct(folder.resolve("wanted." + format), level);
        assertThat(Arrays.equals(pixels(got), pixels(wanted))).isTrue();
    }

    private Path direct(Path file, int level) throws IOException {
        TextureModel model = TextureModel.read(folder.resolve("named.safetensors"));
        GlobalField bark = new GlobalField.Constant(Textures.of(model).named("bark"));
        try (ZoomLevels levels = ZoomLevels.ofAll(model, any -> Engines.named("java", any, 1));
                ZoomablePlane plane =
                        ZoomablePlane.of(
                                levels,
                                new NoiseField(model, 9, bark, Boundary.ENDLESS),
                                Detail.NETWORK);
                OnDemandImage image =
                        new OnDemandImage(
                                plane.level(level), new PixelRegion(-700, 33, 640, 300))) {
            ImageFiles.write(image, file);
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({"dzi-zip,zip,application/zip", "btf,btf,image/tiff"})
    void pyramidsAreFilesToo(String format, String ending, String type) throws Exception {
        String id = ask(SMALL.replace("}", ",\"format\":\"" + format + "\"}"));
        assertThat(await(id, "done").get("name").asString()).isEqualTo("named-640x300." + ending);
        HttpResponse<byte[]> file = studio.get("/api/renders/" + id + "/file");
        assertThat(file.headers().firstValue("Content-Type")).hasValue(type);
    }

    @Test
    void aDownloadHasANameAndCanBeTakenInParts() throws Exception {
        String id = ask(SMALL);
        await(id, "done");
        HttpResponse<byte[]> whole = studio.get("/api/renders/" + id + "/file");
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValue(
                        "attachment; filename=\"named-640x300.png\";"
                                + " filename*=UTF-8''named-640x300.png");
        HttpRequest part =
                HttpRequest.newBuilder(studio.at("/api/renders/" + id + "/file"))
                        .header("Range", "bytes=100-299")
                        .build();
        HttpResponse<byte[]> some = studio.send(part);
        assertThat(some.statusCode()).as(some.headers().map().toString()).isEqualTo(206);
        assertThat(some.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, 300));
    }

    @Test
    void aMapIsRenderedWithItsOwnSeed() throws Exception {
        String dab = "{\"reroll\":true,\"radius\":40,\"points\":[[60,60]]}";
        String map =
                studio.map(
                        "{\"model\":\"named\",\"seed\":9,\"base\":\"bark\",\"strokes\":["
                                + dab
                                + "]}");
        String id = ask(order("'map':'" + map + "','width':256,'height':256"));
        await(id, "done");
        Path got = folder.resolve("got.png");
        Files.write(got, studio.get("/api/renders/" + id + "/file").body());
        Path tile = folder.resolve("tile.png");
        Files.write(tile, studio.tile("named", 0, 0, "map=" + map));
        assertThat(Arrays.equals(pixels(got), pixels(tile))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"png", "jpg", "tif", "dzi-zip"})
    void aStoppedRenderLeavesNothing(String format) throws Exception {
        String id = ask(HUGE.formatted(format));
        String next = ask(SMALL);
        awaitBegun(id);
        assertThat(status(next)).isEqualTo("queued");
        assertThat(studio.get("/api/renders/" + next + "/file").statusCode()).isEqualTo(409);
        assertThat(studio.post("/api/renders/" + id + "/stop", "").statusCode()).isEqualTo(200);
        await(id, "stopped");
        await(next, "done");
        assertNoFile(id);
    }

    /** Of a render that came to nothing, its order is kept. */
    private void assertNoFile(String id) {
        assertThat(folder.resolve("renders").resolve(id)).isDirectoryNotContaining("glob:**/file");
    }

    @Test
    void whatWaitsStopsAtOnceAndADeletedRenderIsGone() throws Exception {
        String running = ask(HUGE.formatted("png"));
        String waiting = ask(SMALL);
        JsonNode stopped = json(studio.post("/api/renders/" + waiting + "/stop", ""));
        assertThat(stopped.get("state").asString()).isEqualTo("stopped");
        awaitBegun(running);
        HttpRequest delete =
                HttpRequest.newBuilder(studio.at("/api/renders/" + running)).DELETE().build();
        assertThat(studio.send(delete).statusCode()).isEqualTo(204);
        assertThat(studio.get("/api/renders/" + running).statusCode()).isEqualTo(404);
        await(ask(SMALL), "done");
        HttpResponse<byte[]> again = studio.post("/api/renders/" + waiting + "/stop", "");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(folder.resolve("renders").resolve(running)).doesNotExist();
    }

    @Test
    void eventsTellUntilTheEnd() throws Exception {
        String id = ask(SMALL);
        HttpResponse<byte[]> events = studio.get("/api/renders/" + id + "/events");
        assertThat(events.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(text(events)).startsWith("event: job").contains("\"state\":\"done\"");
        HttpResponse<byte[]> late = studio.get("/api/renders/" + id + "/events");
        assertThat(text(late)).startsWith("event: job").contains("\"state\":\"done\"");
    }

    @Test
    void aStudioThatOpensAgainHasWhatWasDoneAndGoesOn() throws Exception {
        String done = ask(SMALL);
        await(done, "done");
        byte[] file = studio.get("/api/renders/" + done + "/file").body();
        String cut = ask(order("'texture':'bark','width':1500,'height':1500"));
        String waiting = ask(SMALL);
        awaitBegun(cut);
        studio.close();
        Path killed = Files.createDirectories(folder.resolve("renders/0123456789ab"));
        Files.writeString(killed.resolve("part"), "as after a crash");
        studio = new MapStudio(folder);
        assertThat(json(studio.get("/api/renders")).get("renders")).hasSize(3);
        assertThat(studio.get("/api/renders/" + done + "/file").body()).isEqualTo(file);
        assertThat(killed).doesNotExist();
        await(cut, "done");
        await(waiting, "done");
        assertThat(studio.get("/api/renders/" + waiting + "/file").body()).isEqualTo(file);
    }

    @Test
    @Tag("slow")
    void aLargeRenderGoesOnWhereItWas() throws Exception {
        String id = ask(HUGE.formatted("png"));
        Path beside = folder.resolve("renders").resolve(id).resolve("file");
        awaitBegun(id);
        for (int i = 0; i < 3000 && !isResumable(beside); i++) {
            Thread.sleep(10);
        }
        double before = share(id);
        studio.close();
        assertThat(isResumable(beside)).isTrue();
        studio = new MapStudio(folder);
        double after = 0;
        while (after == 0) {
            assertThat(status(id)).isIn("queued", "running");
            after = share(id);
        }
        assertThat(after).isGreaterThan(before / 4); // what was under way is made again
    }

    private static boolean isResumable(Path beside) throws IOException {
        try (Stream<Path> files = Files.list(beside)) {
            return files.anyMatch(file -> file.toString().endsWith(".resume"));
        }
    }

    private double share(String id) throws IOException, InterruptedException {
        return json(studio.get("/api/renders/" + id)).get("share").asDouble();
    }

    @Test
    void theStudioEndsSoonWhileSomebodyListens() throws Exception {
        String id = ask(HUGE.formatted("png"));
        awaitBegun(id);
        Thread listener =
                new Thread(
                        () -> {
                            try {
                                studio.get("/api/renders/" + id + "/events");
                            } catch (IOException | InterruptedException e) {
                                return; // the studio has ended
                            }
                        });
        listener.start();
        Thread.sleep(100);
        long begun = System.nanoTime();
        studio.close();
        listener.join(3000);
        assertThat(listener.isAlive()).isFalse();
        assertThat((System.nanoTime() - begun) / 1e9).isLessThan(3);
    }

    @Test
    void onlyTheLastTwentyAreKept() throws Exception {
        String first = ask(order("'width':8,'height':8"));
        await(first, "done");
        String last = first;
        for (int i = 0; i < KEPT; i++) {
            last = ask(order("'width':8,'height':8"));
            await(last, "done");
        }
        assertThat(studio.get("/api/renders/" + first).statusCode()).isEqualTo(404);
        try (Stream<Path> folders = Files.list(folder.resolve("renders"))) {
            assertThat(folders.filter(Files::isDirectory)).hasSize(KEPT);
        }
        JsonNode newest = json(studio.get("/api/renders")).get("renders").get(0);
        assertThat(newest.get("id").asString()).isEqualTo(last);
    }

    @Test
    void tooManyThatWaitAreRefused() throws Exception {
        for (int i = 0; i < KEPT; i++) {
            ask(HUGE.formatted("png"));
        }
        HttpResponse<byte[]> refused = studio.post("/api/renders", SMALL);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(detail(refused)).startsWith("there are 20 already");
    }

    @Test
    void whatCannotBeKeptIsRefusedWithoutNamingTheFolder() throws Exception {
        Files.writeString(folder.resolve("renders"), "in the way");
        HttpResponse<byte[]> refused = studio.post("/api/renders", SMALL);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(detail(refused))
                .isEqualTo("the job could not be kept; is the studio's disk full?");
    }

    @Test
    void whatCannotBeWrittenFailsWithASentenceAndLeavesNothing() throws Exception {
        String id = ask(order("'width':65536,'height':100,'format':'jpg'"));
        String sentence = await(id, "failed").get("failure").asString();
        assertThat(sentence).contains("at most 65500 a side").doesNotContain("/");
        assertNoFile(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'width':9 | height is missing",
                "'width':0,'height':9 | width is 0, but must be from 1 to 65536",
                "'width':65536,'height':65536 | at most 4 billion",
                "'width':9,'height':9,'level':13 | level is 13, but must be from 0 to 12",
                "'width':9,'height':9,'x':99999999999 | x is 99999999999",
                "'width':9,'height':9,'format':'gif' | png, jpg, tif, btf, dzi-zip",
                "'width':9,'height':9,'texture':'bar' | there is no texture bar",
                "'width':9,'height':9,'map':'nothing' | 24 digits",
                "'width':9,'height':9,'wide':1 | wide",
                "'width':9,'height':9,'wrap':'yx' | wrap is yx, but must be one of x, y, xy",
                "'width':70,'height':64,'texture':'bark','wrap':'xy' | the two nearest sizes are"
                        + " 64x64 and 72x64",
            })
    void badOrdersAreRefusedWithASentence(String parts, String sentence) throws Exception {
        HttpResponse<byte[]> answer = studio.post("/api/renders", order(parts));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).contains(sentence);
    }

    private String status(String id) throws IOException, InterruptedException {
        return json(studio.get("/api/renders/" + id)).get("state").asString();
    }

    private void awaitBegun(String id) throws IOException, InterruptedException {
        Path begun = folder.resolve("renders").resolve(id).resolve("file");
        while (!Files.exists(begun)) {
            assertThat(status(id)).isIn("queued", "running");
            Thread.sleep(5);
        }
    }
}
