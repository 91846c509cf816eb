package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilesOverHttpTest {

    private static final String TILES = "/api/models/cloth/tiles/";
    private static final String BARK = "?texture=bark";

    @TempDir private static Path folder;
    private static RunningStudio studio;

    @BeforeAll
    static void start() {
        studio = RunningStudio.in(folder);
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    private static int[] part(int[] pixels, int side, int left, int top, int size) {
        return IntStream.range(0, size * size)
                .map(i -> pixels[(top + i / size) * side + left + i % size])
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 11, 10})
    void fourTilesAreOneInOnePiece(int zoom) {
        for (int corner : new int[] {0, -1, 3}) {
            Answer whole =
                    studio.get(
                            TILES
                                    + zoom
                                    + "/"
                                    + corner
                                    + "/"
                                    + corner
                                    + ".png"
                                    + BARK
                                    + "&size=128");
            assertThat(whole.status()).isEqualTo(200);
            int[] large = whole.pixels();
            for (int i = 0; i < 4; i++) {
                int column = 2 * corner + i % 2;
                int row = 2 * corner + i / 2;
                int[] small =
                        studio.get(
                                        TILES
                                                + zoom
                                                + "/"
                                                + column
                                                + "/"
                                                + row
                                                + ".png"
                                                + BARK
                                                + "&size=64")
                                .pixels();
                assertThat(small).isEqualTo(part(large, 128, i % 2 * 64, i / 2 * 64, 64));
            }
        }
    }

    @Test
    void seedAndTextureMakeAnotherPlane() {
        List<int[]> planes =
                List.of(
                        studio.get(TILES + "12/0/0.png?texture=bark").pixels(),
                        studio.get(TILES + "12/0/0.png?texture=bark&seed=1").pixels(),
                        studio.get(TILES + "12/0/0.png?texture=moss").pixels());
        assertThat(planes.stream().map(Arrays::hashCode)).doesNotHaveDuplicates();
    }

    @Test
    void formatsAreWhatTheirNamesSay() {
        byte[] png = studio.get(TILES + "12/0/0.png").body();
        byte[] jpg = studio.get(TILES + "12/0/0.jpg").body();
        byte[] webp = studio.get(TILES + "12/0/0.webp").body();
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(jpg).startsWith(0xff, 0xd8, 0xff);
        assertThat(new String(webp, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(new String(webp, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
        assertThat(studio.get(TILES + "12/0/0.webp").header("Content-Type"))
                .isEqualTo("image/webp");
    }

    @Test
    void aTileThatIsKnownIsNotSentAgain() {
        Answer first = studio.get(TILES + "12/5/5.png");
        String etag = first.header("ETag");
        assertThat(etag).matches("\"[0-9a-f]{24}\"");
        for (String known : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
            Answer again = studio.get(TILES + "12/5/5.png", "If-None-Match", known);
            assertThat(again.status()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(etag);
        }
        assertThat(studio.get(TILES + "12/5/5.png", "If-None-Match", "\"other\"").status())
                .isEqualTo(200);
        assertThat(studio.get(TILES + "12/5/6.png", "If-None-Match", etag).status()).isEqualTo(200);
    }

    @Test
    void onlyAVersionLastsForEver() {
        assertThat(studio.get(TILES + "12/0/0.png").header("Cache-Control")).isEqualTo("no-cache");
        assertThat(
                        studio.get("/api/models/" + studio.id() + "/tiles/12/0/0.png")
                                .header("Cache-Control"))
                .contains("immutable")
                .contains("max-age=31536000");
        Answer old = studio.get("/api/models/cloth@000000000000/tiles/12/0/0.png");
        assertThat(old.status()).isEqualTo(404);
        assertThat(old.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/models/silk/tiles/12/0/0.png | 404 | there is no model silk
                    /api/models/cloth/tiles/12/0/0.png?texture=silk | 400 | silk
                    /api/models/cloth/tiles/12/0/0.png?texture=bark&map=a | 400 | exclude each other
                    /api/models/cloth/tiles/4/0/0.png?size=1024 | 400 | size is 1024, but at z 4 must be at most 512
                    /api/models/cloth/tiles/12/0/0.png?map=a | 400 | the map is a, but must be 24 digits
                    /api/models/cloth/tiles/12/0/0.png?map=0123456789abcdef01234567 | 404 | there is no map
                    /api/models/cloth/tiles/13/0/0.png | 400 | z is 13, but must be from 4 to 12
                    /api/models/cloth/tiles/3/0/0.png | 400 | z is 3, but must be from 4 to 12
                    /api/models/cloth/tiles/4294967308/0/0.png | 400 | but must be from 4 to 12
                    /api/models/cloth/tiles/12/x/0.png | 400 | x is x, but must be a whole number
                    /api/models/cloth/tiles/12/1.5/0.png | 400 | x is 1.5
                    /api/models/cloth/tiles/12/99999999999999999999/0.png | 400 | whole number
                    /api/models/cloth/tiles/12/9999999999/0.png | 400 | x is 9999999999
                    /api/models/cloth/tiles/12/0/0 | 400 | must end in .png, .jpg or .webp
                    /api/models/cloth/tiles/12/0/0.gif | 400 | the format is gif
                    /api/models/cloth/tiles/12/0/0.png?size=63 | 400 | size is 63
                    /api/models/cloth/tiles/12/0/0.png?size=4096 | 400 | size is 4096
                    /api/models/cloth/tiles/12/0/0.png?seed=nine | 400 | seed is nine
                    /nowhere | 404 | there is nothing at /nowhere
                    """)
    void whatCannotBeIsRefusedInOneSentence(String path, int status, String words) {
        Answer answer = studio.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.detail()).contains(words);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    }

    @Test
    void manyWhoAskForOneTileGetItMadeOnce() {
        studio.get(TILES + "12/40/40.png");
        int before = studio.workshop().begun();
        studio.get(TILES + "12/41/40.png");
        int ofOneTile = studio.workshop().begun() - before;
        studio.workshop().shutGate();
        List<CompletableFuture<Answer>> asked =
                IntStream.range(0, 30)
                        .mapToObj(i -> studio.ask(TILES + "12/42/40.png", request -> request))
                        .toList();
        studio.workshop().openGate();
        List<byte[]> tiles = asked.stream().map(answer -> answer.join().body()).toList();
        assertThat(tiles).allSatisfy(tile -> assertThat(tile).isEqualTo(tiles.get(0)));
        assertThat(studio.workshop().begun() - before).isEqualTo(2 * ofOneTile);
    }
}
