package ikat.studio.serve;

import static ikat.studio.serve.MapStudio.detail;
import static ikat.studio.serve.MapStudio.json;
import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.NamedModels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Paintings with textures of several models, over HTTP. */
class PaintedModelsTest {

    private static final String MAP =
            "{\"model\":\"named\",\"seed\":5,\"base\":\"bark\",\"textures\":"
                    + "[{\"model\":\"single\"},\"moss\",{\"model\":\"copy\","
                    + "\"texture\":\"0.5*moss+0.5*bark\"}],\"strokes\":[%s]}";
    private static final String OTHERS = stroke(0, 60, "[100,100],[160,140]");
    private static final String OWN = stroke(1, 30, "[150,60]");
    private static final String COPYS = stroke(2, 30, "[60,170]");

    @TempDir Path folder;
    private MapStudio studio;

    @BeforeEach
    void start() throws IOException {
        NamedModels.named(folder.resolve("copy.safetensors"));
        studio = new MapStudio(folder);
    }

    @AfterEach
    void end() {
        studio.close();
    }

    private static String stroke(int texture, int radius, String points) {
        return "{\"texture\":%s,\"radius\":%s,\"softness\":0.5,\"points\":[%s]}"
                .formatted(texture, radius, points);
    }

    private static String map(String... strokes) {
        return MAP.formatted(String.join(",", strokes));
    }

    private String query(String... strokes) throws Exception {
        return "map=" + studio.map(map(strokes));
    }

    private HttpResponse<byte[]> send(String method, String path, String body) throws Exception {
        return studio.send(
                HttpRequest.newBuilder(studio.at(path))
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    @Test
    void theMiddleOfAStrokeIsThePlaneOfItsModel() throws Exception {
        String wide = stroke(0, 4000, "[-600,0],[600,0]");
        assertThat(studio.tile("named", 0, 0, query(wide)))
                .isEqualTo(studio.tile("single", 0, 0, "seed=5"));
    }

    @Test
    void aMixtureOfAnotherModelIsPaintedWithToo() throws Exception {
        String wide = stroke(2, 4000, "[-600,0],[600,0]");
        assertThat(studio.tile("named", 0, 0, query(wide)))
                .isEqualTo(studio.tile("copy", 0, 0, "seed=5&texture=0.5*moss%2B0.5*bark"));
    }

    @Test
    void farFromItNothingChanges() throws Exception {
        String painted = query(OTHERS, OWN, COPYS);
        assertThat(studio.tile("named", 0, 0, painted))
                .isNotEqualTo(studio.tile("named", 0, 0, query(OTHERS)))
                .isNotEqualTo(studio.tile("named", 0, 0, query(OTHERS, OWN)));
        assertThat(studio.tile("named", 3, -2, painted))
                .isEqualTo(studio.tile("named", 3, -2, "seed=5&texture=bark"));
    }

    @Test
    void aModelOfOneTexturePaintsOverOthers() throws Exception {
        String map =
                "{\"model\":\"single\",\"seed\":5,\"textures\":[{\"model\":\"named\","
                        + "\"texture\":\"moss\"},{\"model\":\"single\"}],\"strokes\":["
                        + stroke(0, 60, "[100,100]")
                        + ","
                        + stroke(1, 2000, "[100,100]")
                        + "]}";
        assertThat(studio.tile("single", 0, 0, "map=" + studio.map(map)))
                .isEqualTo(studio.tile("single", 0, 0, "seed=5"));
    }

    @Test
    @Timeout(30)
    void anExportHasThePixelsOfTheTiles() throws Exception {
        String id = studio.map(map(OTHERS, OWN, COPYS));
        BufferedImage tile = picture(studio.tile("named", 0, 0, "map=" + id));
        String order =
                "{\"model\":\"named\",\"map\":\"%s\",\"x\":30,\"y\":17,\"width\":200,"
                        + "\"height\":180}";
        JsonNode job = json(studio.post("/api/renders", order.formatted(id)));
        String path = "/api/renders/" + job.get("id").asString();
        while (!json(studio.get(path)).get("state").asString().equals("done")) {
            Thread.sleep(20);
        }
        BufferedImage file = picture(studio.get(path + "/file").body());
        int[] expected = tile.getRGB(30, 17, 200, 180, null, 0, 200);
        assertThat(file.getRGB(0, 0, 200, 180, null, 0, 200)).isEqualTo(expected);
        assertThat(Arrays.stream(expected).distinct().count()).isGreaterThan(50);
    }

    private static BufferedImage picture(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void thumbnailsAndSmallerTilesShowItToo() throws Exception {
        String id = studio.map(map(OTHERS));
        String models = "/api/models/named/";
        HttpResponse<byte[]> painted = studio.get(models + "thumbnail.jpg?map=" + id);
        HttpResponse<byte[]> plain = studio.get(models + "thumbnail.jpg?seed=5&texture=bark");
        assertThat(painted.statusCode()).isEqualTo(200);
        assertThat(painted.body()).isNotEqualTo(plain.body());
        for (int zoom : new int[] {11, 9, 4}) {
            String tile = models + "tiles/" + zoom + "/0/0.png?";
            assertThat(studio.get(tile + "map=" + id).statusCode()).isEqualTo(200);
        }
        assertThat(studio.get("/iiif/3/named!map!" + id + "/info.json").statusCode())
                .isLessThan(500);
    }

    @Test
    void whatOthersThereAreIsNotTakenAsFixed() throws Exception {
        String version = json(studio.get("/api/models/named")).get("id").asString();
        String tile = "/api/models/" + version.replace("@", "%40") + "/tiles/12/0/0.png?";
        HttpResponse<byte[]> before = studio.get(tile + query(OTHERS));
        assertThat(cached(before)).doesNotContain("immutable");
        assertThat(cached(studio.get(tile + query(OWN)))).contains("immutable");

        NamedModels.named(folder.resolve("single.safetensors"));
        HttpResponse<byte[]> after = studio.get(tile + query(OTHERS));
        assertThat(after.headers().firstValue("ETag"))
                .isNotEqualTo(before.headers().firstValue("ETag"));
        assertThat(after.body()).isNotEqualTo(before.body());
    }

    private static String cached(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Cache-Control").orElse("");
    }

    @Test
    void aModelThatIsDeletedLeavesThePaintingUnharmed() throws Exception {
        JsonNode kept = json(studio.post("/api/paintings", "{\"map\":" + map(OTHERS) + "}"));
        String painting = "/api/paintings/" + kept.get("id").asString();
        String query = "map=" + kept.get("mapId").asString();
        byte[] before = studio.tile("named", 0, 0, query);
        String trash = json(send("DELETE", "/api/models/single", "")).get("trash").asString();

        HttpResponse<byte[]> tile = studio.get("/api/models/named/tiles/12/0/0.png?" + query);
        assertThat(tile.statusCode()).isEqualTo(404);
        assertThat(detail(tile))
                .isEqualTo(
                        "the painting uses the model single, which is not in the library; restore"
                                + " it, or give another model that name");
        assertThat(detail(studio.post("/api/maps", map(OTHERS, OWN)))).contains("uses the model");
        assertThat(detail(send("PATCH", painting, "{\"map\":" + map(OTHERS, OWN) + "}")))
                .contains("uses the model single");
        assertThat(json(studio.get(painting)).get("map")).isEqualTo(kept.get("map"));

        send("POST", "/api/trash/" + trash + "/restore", "");
        assertThat(studio.tile("named", 0, 0, query)).isEqualTo(before);
    }

    @Test
    void aPaintingFollowsEachOfItsModels() throws Exception {
        JsonNode kept = json(studio.post("/api/paintings", "{\"map\":" + map(OTHERS) + "}"));
        byte[] before = studio.tile("named", 0, 0, "map=" + kept.get("mapId").asString());
        send("PATCH", "/api/models/single", "{\"name\":\"gravel\"}");
        JsonNode now = json(studio.get("/api/paintings/" + kept.get("id").asString()));
        assertThat(now.get("models").toString()).isEqualTo("[\"named\",\"gravel\",\"copy\"]");
        assertThat(studio.tile("named", 0, 0, "map=" + now.get("mapId").asString()))
                .isEqualTo(before);
    }

    @Test
    void whatSeveralModelsCannotIsRefusedInASentence() throws Exception {
        String id = studio.map(map(OTHERS));
        HttpResponse<byte[]> normal =
                studio.get("/api/models/named/tiles/12/0/0.png?map=" + id + ".normal");
        assertThat(normal.statusCode()).isEqualTo(400);
        assertThat(detail(normal)).contains("several models shows colours only");
        String wrapped =
                "{\"model\":\"named\",\"map\":\"%s\",\"width\":256,\"height\":256,"
                        + "\"wrap\":\"xy\"}";
        assertThat(detail(studio.post("/api/renders", wrapped.formatted(id))))
                .contains("cannot close");
        String none = map(stroke(0, 9, "[0,0]")).replace("\"single\"", "\"none\"");
        assertThat(studio.post("/api/maps", none).statusCode()).isEqualTo(404);
        String unknown = map(stroke(2, 9, "[0,0]")).replace("*moss", "*mos");
        assertThat(detail(studio.post("/api/maps", unknown)))
                .startsWith("of the model copy: ")
                .contains("did you mean moss?");
        String many =
                IntStream.range(0, 8)
                        .mapToObj(i -> "{\"model\":\"m" + i + "\"}")
                        .collect(Collectors.joining(","));
        assertThat(
                        detail(
                                studio.post(
                                        "/api/maps",
                                        "{\"model\":\"named\",\"textures\":[" + many + "]}")))
                .isEqualTo("there are 9 models, but there may be at most 8");
    }
}
