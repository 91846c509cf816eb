package ikat.studio.serve;

import static ikat.studio.serve.MapStudio.detail;
import static ikat.studio.serve.MapStudio.json;
import static ikat.studio.serve.MapStudio.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapRoutesTest {

    private static final String EMPTY =
            "{'model':'named','seed':5,'base':'bark','textures':['moss'],'strokes':[%s]}"
                    .replace('\'', '"');
    private static final String DAB =
            "{\"texture\":0,\"radius\":40,\"softness\":0.3,\"points\":[[128,128]]}";
    private static final String ANEW = "{\"reroll\":true,\"radius\":40,\"points\":[[128,128]]}";

    @TempDir static Path folder;
    private static MapStudio studio;

    @BeforeAll
    static void start() throws IOException {
        studio = new MapStudio(folder);
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    @Test
    void aStrokeChangesTilesUnderItAndNoneFarAway() throws Exception {
        String query = "map=" + studio.map(EMPTY.formatted(DAB));
        String plain = "seed=5&texture=bark";
        assertThat(studio.tile("named", 0, 0, query))
                .isNotEqualTo(studio.tile("named", 0, 0, plain));
        assertThat(studio.tile("named", 1, 0, query)).isEqualTo(studio.tile("named", 1, 0, plain));
        assertThat(studio.tile("named", -9, 70000, query))
                .isEqualTo(studio.tile("named", -9, 70000, plain));
    }

    @Test
    void theMiddleOfAStrokeIsAsIfItsTextureStoodEverywhere() throws Exception {
        String wide =
                "{\"texture\":0,\"radius\":4000,\"softness\":0,\"points\":[[-600,0],[600,0]]}";
        String query = "map=" + studio.map(EMPTY.formatted(wide));
        assertThat(studio.tile("named", 0, 0, query))
                .isEqualTo(studio.tile("named", 0, 0, "seed=5&texture=moss"));
    }

    @Test
    void aRerollChangesOnlyWhatTheBrushTouched() throws Exception {
        String query = "map=" + studio.map(EMPTY.formatted(ANEW));
        String plain = "seed=5&texture=bark";
        assertThat(studio.tile("named", 0, 0, query))
                .isNotEqualTo(studio.tile("named", 0, 0, plain));
        assertThat(studio.tile("named", 0, 1, query)).isEqualTo(studio.tile("named", 0, 1, plain));
    }

    @Test
    void aModelOfOneTextureTakesRerolls() throws Exception {
        String map = "{\"model\":\"single\",\"seed\":3,\"strokes\":[" + ANEW + "]}";
        String query = "map=" + studio.map(map);
        assertThat(studio.tile("single", 0, 0, query))
                .isNotEqualTo(studio.tile("single", 0, 0, "seed=3"));
        assertThat(studio.tile("single", 2, 2, query))
                .isEqualTo(studio.tile("single", 2, 2, "seed=3"));
    }

    @Test
    void withoutItsLastStrokeAMapIsTheOneBefore() throws Exception {
        String before = studio.map(EMPTY.formatted(DAB));
        String after = studio.map(EMPTY.formatted(DAB + "," + ANEW));
        assertThat(after).isNotEqualTo(before);
        assertThat(studio.map(EMPTY.formatted(DAB))).isEqualTo(before);
    }

    @Test
    void aMapIsGivenBackAndMayBeKeptForEver() throws Exception {
        String id = studio.map(EMPTY.formatted(DAB));
        HttpResponse<byte[]> answer = studio.get("/api/maps/" + id);
        assertThat(json(answer).get("strokes").get(0).get("radius").asDouble()).isEqualTo(40);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                .contains("immutable");
        assertThat(folder.resolve("maps").resolve(id + ".json")).hasBinaryContent(answer.body());
        HttpRequest again =
                HttpRequest.newBuilder(studio.at("/api/maps/" + id))
                        .header("If-None-Match", answer.headers().firstValue("ETag").orElseThrow())
                        .build();
        assertThat(studio.send(again).statusCode()).isEqualTo(304);
        assertThat(studio.map(text(answer))).isEqualTo(id);
    }

    @Test
    void aDraftIsShownButNotKept() throws Exception {
        String draft = EMPTY.formatted(DAB.replace("40", "77"));
        String id = json(studio.post("/api/maps?draft=true", draft)).get("id").asString();
        assertThat(studio.tile("named", 0, 0, "map=" + id)).isNotEmpty();
        assertThat(studio.get("/api/maps/" + id).statusCode()).isEqualTo(200);
        assertThat(folder.resolve("maps").resolve(id + ".json")).doesNotExist();
        assertThat(studio.map(draft)).isEqualTo(id);
        assertThat(folder.resolve("maps").resolve(id + ".json")).exists();
    }

    @Test
    void unknownMapsAreNotFound() throws Exception {
        String id = "0123456789abcdef01234567";
        HttpResponse<byte[]> tile = studio.get("/api/models/named/tiles/12/0/0.png?map=" + id);
        assertThat(tile.statusCode()).isEqualTo(404);
        assertThat(detail(tile)).isEqualTo("there is no map " + id);
        assertThat(studio.get("/api/maps/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void anIdThatIsNoneNeverBecomesAPath() throws Exception {
        Files.writeString(folder.resolve("secret.json"), "{}");
        for (String id :
                new String[] {"..%2Fsecret", "%2e%2e%2fsecret", "x", "0123456789ABCDEF01234567"}) {
            HttpResponse<byte[]> answer =
                    studio.get("/api/models/named/tiles/12/0/0.png?map=" + id);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(detail(answer)).contains("24 digits");
        }
        assertThat(studio.get("/api/maps/..%2Fsecret").statusCode()).isBetween(400, 404);
    }

    @Test
    void aMapOfAnotherModelIsRefused() throws Exception {
        String id = studio.map(EMPTY.formatted(DAB));
        HttpResponse<byte[]> tile = studio.get("/api/models/single/tiles/12/0/0.png?map=" + id);
        assertThat(tile.statusCode()).isEqualTo(400);
        assertThat(detail(tile)).isEqualTo("the map is painted on the model named, not on single");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | model is missing",
                "{'model':'nobody'} | there is no model nobody",
                "{'model':'named','textures':['mos']} | did you mean moss?",
                "{'model':'named','base':'0.5*bark'} | must sum to 1",
                "{'model':'named','textures':[{}]} | names nothing",
                "{'model':'named','textures':[{'model':'x','colour':1}]} | no key colour",
                "{'model':'named','textures':[[1]]} | cannot be read",
                "{'model':'single','base':'bark'} | has one texture only",
                "{'model':'named','colour':1} | colour",
                "{'model':'named','strokes':[null]} | stroke 0 is null",
                "{'model':'named','strokes':[{'radius':9,'points':[[0,0]]}]} | give either texture"
                        + " or",
                "{'model':'named','strokes':[{'texture':0,'radius':9,'points':[[0,0]]}]} | has no"
                        + " textures",
                "{'model':'named','strokes':[{'reroll':true,'radius':3,'points':[[0,0]]}]} | radius"
                        + " of stroke 0 is 3, but must be from 4 to 4096",
                "{'model':'named','strokes':[{'reroll':true,'points':[[0,0]]}]} | radius of stroke"
                        + " 0 is missing",
                "{'model':'named','strokes':[{'reroll':true,'radius':9,'softness':2,'points':[[0,0]]}]}"
                    + " | softness of stroke 0 is 2",
                "{'model':'named','strokes':[{'reroll':true,'radius':9,'points':[]}]} | points of"
                        + " stroke 0 are missing",
                "{'model':'named','strokes':[{'reroll':true,'radius':9,'points':[[0]]}]} | write"
                        + " [x,y]",
                "{'model':'named','strokes':[{'reroll':true,'radius':9,'points':[[0,1e11]]}]} | y"
                        + " of a point of stroke 0 is 100000000000",
                "{'model':'named','strokes':'many'} | cannot be read",
                "no json | cannot be read",
            })
    void badMapsAreRefusedWithASentence(String map, String sentence) throws Exception {
        HttpResponse<byte[]> answer = studio.post("/api/maps", map.replace('\'', '"'));
        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(detail(answer)).contains(sentence).doesNotContain("\n");
    }

    @Test
    void mapsBeyondTheLimitsAreRefused() throws Exception {
        assertThat(detail(studio.post("/api/maps", EMPTY.formatted(many(2001, DAB)))))
                .isEqualTo("there are 2001 strokes, but there may be at most 2000");
        String points = many(50_001, "[0,1]");
        String scribble = "{\"reroll\":true,\"radius\":9,\"points\":[" + points + "]}";
        assertThat(detail(studio.post("/api/maps", EMPTY.formatted(scribble))))
                .isEqualTo("there are 50001 points in all strokes, but there may be at most 50000");
        String textures = many(17, "\"bark\"");
        assertThat(
                        detail(
                                studio.post(
                                        "/api/maps",
                                        EMPTY.formatted("").replace("\"moss\"", textures))))
                .isEqualTo("there are 17 textures, but there may be at most 16");
        HttpResponse<byte[]> huge = studio.post("/api/maps", " ".repeat(3 << 20) + "{}");
        assertThat(huge.statusCode()).isEqualTo(413);
    }

    private static String many(int count, String each) {
        return IntStream.range(0, count).mapToObj(i -> each).collect(Collectors.joining(","));
    }
}
