package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.Workshop;
import ikat.studio.Studio;
import ikat.studio.web.StudioSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command and the studio rate a model by the same figures. */
class ScoreOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path GALLERY = Path.of("..", "gallery");
    private static final Path PICTURE = Path.of("..", "samples", "honeycomb.png");

    @TempDir private static Path folder;
    private static Studio studio;
    private static Cli cli;

    @BeforeAll
    static void start() {
        Workshop workshop = Workshop.ofThisMachine();
        cli = new Cli(workshop);
        studio = Studio.start(StudioSettings.local(folder, Optional.of(GALLERY)), workshop);
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    @Test
    void theScoreIsThatOfTheCommandToTheLastDigit() throws Exception {
        assertAlike("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "woven"})
    void soIsThatOfADetailThatIsAskedFor(String detail) throws Exception {
        assertAlike(detail);
    }

    private static void assertAlike(String detail) throws IOException, InterruptedException {
        JsonNode told = overHttp(detail);
        JsonNode printed = printed(detail);

        for (String figure :
                new String[] {"overall", "caught", "ratios", "findings", "toldApart"}) {
            assertThat(told.get(figure)).as(figure).isEqualTo(printed.get(figure));
        }
        assertThat(told.get("seeds")).isEqualTo(printed.get("seeds"));
        assertThat(told.get("overall").asDouble()).isBetween(0.9, 4.0);
    }

    private static JsonNode printed(String detail) {
        Path model = GALLERY.resolve("honeycomb.safetensors");
        Cli.Outcome outcome =
                detail.isEmpty()
                        ? cli.run("score", PICTURE, model, "--json")
                        : cli.run("score", PICTURE, model, "--json", "--detail", detail);
        assertThat(outcome.err()).isEmpty();
        return JSON.readTree(outcome.out());
    }

    private static JsonNode overHttp(String detail) throws IOException, InterruptedException {
        String query = detail.isEmpty() ? "" : "?detail=" + detail;
        HttpRequest request =
                HttpRequest.newBuilder(
                                studio.address().resolve("/api/models/honeycomb/score" + query))
                        .build();
        String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        return JSON.readTree(body);
    }
}
