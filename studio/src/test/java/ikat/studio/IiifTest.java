package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Light;
import ikat.studio.RunningStudio.Answer;
import ikat.studio.web.Access;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class IiifTest {

    private static final String BARK = "/iiif/3/cloth~texture=bark";

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

    private static int[] image(String rest) {
        Answer answer = studio.get(BARK + rest);
        assertThat(answer.status()).as(answer.header("Content-Type") + rest).isEqualTo(200);
        return answer.pixels();
    }

    private static int[] tile(String rest) {
        return studio.get("/api/models/cloth/tiles/" + rest).pixels();
    }

    @Test
    void theBaseLeadsToTheInformation() {
        Answer answer = studio.get("/iiif/3/cloth%40" + studio.id().substring(6) + "~seed=2");
        assertThat(answer.status()).isEqualTo(303);
        String location = answer.header("Location");
        assertThat(location).startsWith("http://127.0.0.1:" + studio.port() + "/iiif/3/cloth%40");
        JsonNode information = studio.get(URI.create(location).getRawPath()).json();
        assertThat(location).isEqualTo(information.get("id").asString() + "/info.json");
    }

    @Test
    void theInformationSaysWhatTheStandardAsksFor() throws IOException {
        Answer answer = studio.get(BARK + "/info.json");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(
                        studio.get(BARK + "/info.json", "Accept", "application/ld+json")
                                .header("Content-Type"))
                .isEqualTo(
                        "application/ld+json;profile=\"http://iiif.io/api/image/3/context.json\"");
        JsonNode information = answer.json();
        assertThat(information.get("width").asInt()).isEqualTo(65536);
        assertThat(information.get("profile").asString()).isEqualTo("level0");
        assertThat(information.get("extraFeatures").toString()).contains("regionByPx", "mirroring");
        try (RunningStudio shared =
                RunningStudio.with(
                        Files.createDirectory(folder.resolve("shared")),
                        Access.OPEN.sharedWith("*"))) {
            Answer open = shared.get("/iiif/3/cloth/info.json", "Origin", "http://a.example");
            assertThat(open.json().get("profile").asString()).isEqualTo("level2");
            assertThat(open.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(open.header("Link")).contains("level2.json").contains("rel=\"profile\"");
        }
    }

    @Test
    void atPowersOfTwoAnImageIsATileOfThePlane() {
        assertThat(image("/256,512,256,256/max/0/default.png"))
                .isEqualTo(tile("12/1/2.png?texture=bark"));
        assertThat(image("/512,0,512,512/256,/0/color.png"))
                .isEqualTo(tile("11/1/0.png?texture=bark"));
        assertThat(image("/0,1024,1024,1024/256,256/0/default.png"))
                .isEqualTo(tile("10/0/1.png?texture=bark"));
    }

    @Test
    void aSmallerImageHasTheLight() {
        int[] full = image("/64,64,60,60/max/0/default.png");
        int[] small = image("/64,64,60,60/40,40/0/default.png");
        assertThat(small).hasSize(1600);
        assertThat(light(small)).isCloseTo(light(full), within(0.004));
    }

    /** The mean light of the blue channel, from 0 to 1. */
    private static double light(int[] pixels) {
        return IntStream.of(pixels)
                .mapToDouble(pixel -> Light.decoded((pixel & 0xff) / 255.0))
                .average()
                .orElseThrow();
    }

    @Test
    void aLargerImageLeadsFromPixelToPixel() {
        int[] full = image("/64,64,8,8/max/0/default.png");
        int[] large = image("/64,64,8,8/%5E24,/0/default.png");
        assertThat(large).hasSize(24 * 24);
        for (int i = 0; i < 64; i++) {
            int middle = large[(i / 8 * 3 + 1) * 24 + i % 8 * 3 + 1];
            assertThat(middle).isEqualTo(full[i]);
        }
        assertThat(image("/64,64,1,1/%5E5,7/0/default.png"))
                .hasSize(35)
                .containsOnly(image("/64,64,1,1/max/0/default.png")[0]);
    }

    @Test
    void anImageIsTurnedAndMirrored() {
        int width = 50;
        int height = 30;
        int[] upright = image("/10,20,50,30/max/0/default.png");
        int[] quarter = image("/10,20,50,30/max/90/default.png");
        int[] half = image("/10,20,50,30/max/180/default.png");
        int[] threeQuarters = image("/10,20,50,30/max/270/default.png");
        int[] mirrored = image("/10,20,50,30/max/!0/default.png");
        int[] both = image("/10,20,50,30/max/!90/default.png");
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = upright[y * width + x];
                assertThat(quarter[x * height + height - 1 - y]).isEqualTo(pixel);
                assertThat(half[(height - 1 - y) * width + width - 1 - x]).isEqualTo(pixel);
                assertThat(threeQuarters[(width - 1 - x) * height + y]).isEqualTo(pixel);
                assertThat(mirrored[y * width + width - 1 - x]).isEqualTo(pixel);
                assertThat(both[(width - 1 - x) * height + height - 1 - y]).isEqualTo(pixel);
            }
        }
    }

    @Test
    void qualitiesTakeColourAway() {
        assertThat(IntStream.of(image("/0,0,40,40/max/0/gray.png")))
                .allMatch(p -> (p >> 16 & 255) == (p & 255) && (p >> 8 & 255) == (p & 255));
        assertThat(IntStream.of(image("/0,0,40,40/max/0/bitonal.png")))
                .allMatch(p -> (p & 0xffffff) == 0 || (p & 0xffffff) == 0xffffff);
    }

    @Test
    void equalRequestsHaveOneAddressAndOneTag() {
        Answer one = studio.get(BARK + "/0,0,100,50/!20,20/0/color.jpg");
        Answer other = studio.get(BARK + "/0,0,100,50/pct:20/360/default.jpg");
        String canonical =
                "<http://127.0.0.1:%d%s/0,0,100,50/20,10/0/default.jpg>;rel=\"canonical\""
                        .formatted(studio.port(), BARK);
        assertThat(one.header("Link")).startsWith(canonical);
        assertThat(other.header("Link")).isEqualTo(one.header("Link"));
        assertThat(other.header("ETag")).isEqualTo(one.header("ETag"));
        assertThat(
                        studio.get(
                                        BARK + "/0,0,100,50/20,10/0/default.jpg",
                                        "If-None-Match",
                                        one.header("ETag"))
                                .status())
                .isEqualTo(304);
        assertThat(one.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(
                        studio.get("/iiif/3/" + studio.id() + "/0,0,9,9/max/0/default.jpg")
                                .header("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void caretsMayStandAsTheyAre() throws IOException {
        String answer =
                studio.raw(
                        "GET "
                                + BARK
                                + "/0,0,10,10/^20,/0/default.png HTTP/1.1\r\nHost: localhost\r\n"
                                + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /iiif/3/silk/info.json                               | 404 | no model silk
                    /iiif/3/silk                                         | 404 | no model silk
                    /iiif/3/cloth~texture=silk/info.json                 | 400 | silk
                    /iiif/3/cloth~seed=x/info.json                       | 400 | seed is x
                    /iiif/3/cloth~seed=1~seed=2/info.json                | 400 | must name seed once
                    /iiif/3/cloth/full/max/0/default                     | 400 | QUALITY.FORMAT
                    /iiif/3/cloth/full/max/0/sepia.jpg                   | 400 | the quality is sepia
                    /iiif/3/cloth/full/max/0/default.tif                 | 400 | the format is tif
                    /iiif/3/cloth/full/max/45/default.jpg                | 501 | only quarters
                    /iiif/3/cloth/full/max/361/default.jpg               | 400 | from 0 to 360
                    /iiif/3/cloth/full/max/-90/default.jpg               | 400 | the rotation is -90
                    /iiif/3/cloth/a/max/0/default.jpg                    | 400 | the region is a
                    /iiif/3/cloth/full/full/0/default.jpg                | 400 | the size is full
                    /iiif/3/cloth/0,0,16383,65536/8192,100/0/default.jpg | 400 | scale width and height alike
                    /iiif/3/cloth/full/8192,1/0/default.jpg              | 400 | scale width and height alike
                    /iiif/3/cloth/full/max/0                             | 404 | there is nothing
                    """)
    void whatCannotBeIsRefusedInOneSentence(String path, int status, String words) {
        Answer answer = studio.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.detail()).contains(words);
    }
}
