package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Exemplar;
import ikat.image.Wraps;
import ikat.score.Finding;
import ikat.score.Ratio;
import ikat.score.Score;
import ikat.service.FakeWorkshop;
import ikat.service.NamedModels;
import ikat.service.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreCommandTest {

    private static final List<Ratio> RATIOS =
            List.of(
                    new Ratio("colours", "colours", 1.5, false),
                    new Ratio("patches", "patches (sliced Wasserstein)", 1.25, true));

    @TempDir private Path folder;

    private final FakeWorkshop workshop = new FakeWorkshop();
    private final Cli cli = new Cli(workshop);
    private List<Exemplar> scored = List.of();
    private Wraps edges = Wraps.NONE;
    private Path bark;

    @BeforeEach
    void write() throws IOException {
        bark = Pictures.stripes(folder.resolve("bark.png"));
        gives(1.25, false);
    }

    private void gives(double overall, boolean raised) {
        Finding mesh =
                new Finding("checkerboard", "checkerboard", 0.0341, 0.02, raised, "Train longer.");
        workshop.scoring =
                exemplar ->
                        (candidates, wraps) -> {
                            scored = candidates;
                            edges = wraps;
                            return new Score(overall, RATIOS, List.of(mesh), List.of());
                        };
    }

    @Test
    void severalPicturesAreScoredTogether() throws IOException {
        Path other = Pictures.flat(folder.resolve("other.png"));

        Cli.Outcome outcome = cli.run("score", bark, other, bark);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(scored).extracting(Exemplar::name).containsExactly("other.png", "bark.png");
        assertThat(outcome.out().lines())
                .containsExactly(
                        "exemplar  bark.png, 200x200 px",
                        "scored    other.png, bark.png",
                        "overall   1.25  1: as alike as the exemplar is to itself; above: further"
                                + " off",
                        "counts    1.25  patches (sliced Wasserstein)",
                        "explains  1.50  colours",
                        "findings  none   checkerboard 0.0341, limit 0.0200: Train longer.");
    }

    @Test
    void aModelIsRenderedOnceForEachSeed() throws IOException {
        Path model = NamedModels.unnamed(folder.resolve("m.safetensors"));

        Cli.Outcome outcome =
                cli.run("score", bark, model, "--seed", 5, "--seeds", 2, "--size", "40x30");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("m.safetensors, 40x30 px, seeds 5 to 6");
        assertThat(scored).hasSize(2).allMatch(p -> p.width() == 40 && p.height() == 30);
    }

    @Test
    void theTextureCalledAsTheExemplarIsTaken() throws IOException {
        Path model = NamedModels.named(folder.resolve("m.safetensors"));

        assertThat(cli.run("score", bark, model).out())
                .contains("m.safetensors, bark, 512x512 px, seeds 0 to 2");
        assertThat(cli.run("score", bark, model, "--texture", "moss", "--seeds", 1).out())
                .contains("m.safetensors, moss, 512x512 px, seed 0");
        assertThat(cli.run("score", bark, model, "--texture", "brak").err())
                .contains("--texture: there is no texture brak; did you mean bark?");
        Path oak = Pictures.stripes(folder.resolve("oak.png"));
        Cli.Outcome none = cli.run("score", oak, model);
        assertThat(none.err())
                .contains(
                        "the model has 3 textures and none is called oak; choose one with"
                                + " --texture: bark, moss, palace")
                .hasLineCount(1);
        assertThat(none.code()).isEqualTo(2);
    }

    @Test
    void aModelOfOneCellIsScoredAtItsOwnSize() throws IOException {
        Path model = NamedModels.fixed(folder.resolve("m.safetensors"));
        assertThat(cli.run("score", bark, model).out()).contains("6x6 px");
        assertThat(cli.run("score", bark, model, "--size", "40x40").err()).contains("DCGAN");
    }

    @Test
    void tilesAreScoredAsTiles() throws IOException {
        Path model = NamedModels.unnamed(folder.resolve("m.safetensors"));

        assertThat(cli.run("score", bark, bark, "--wrap", "x").code()).isZero();
        assertThat(edges).isEqualTo(new Wraps(true, false));
        assertThat(cli.run("score", bark, model, "--wrap", "xy", "--size", "64x64").err())
                .isEmpty();
        assertThat(edges).isEqualTo(new Wraps(true, true));
        refused(
                "made of whole cells of 8 px",
                "score",
                bark,
                model,
                "--wrap",
                "y",
                "--size",
                "9x9");
        assertThat(cli.run("score", bark, bark).code()).isZero();
        assertThat(edges).isEqualTo(Wraps.NONE);
    }

    @Test
    void programsGetJson() throws IOException {
        Path model = NamedModels.named(folder.resolve("m.safetensors"));
        JsonNode json = JsonMapper.shared().readTree(cli.run("score", bark, model, "--json").out());

        assertThat(json.get("exemplar").asString()).isEqualTo("bark.png");
        assertThat(json.get("texture").asString()).isEqualTo("bark");
        assertThat(json.get("seeds")).hasSize(3);
        assertThat(json.get("overall").asDouble()).isEqualTo(1.25);
        assertThat(json.get("caught").asBoolean()).isFalse();
        assertThat(json.get("ratios").get(1).get("name").asString()).isEqualTo("patches");
        assertThat(json.get("ratios").get(1).get("counts").asBoolean()).isTrue();
        assertThat(json.get("findings").get(0).get("limit").asDouble()).isEqualTo(0.02);
        assertThat(json.get("findings").get(0).get("words").asString()).isEqualTo("Train longer.");
    }

    @Test
    void aLimitMakesItAnExitCode() {
        assertThat(cli.run("score", bark, bark, "--at-most", 1.3).code()).isZero();

        Cli.Outcome above = cli.run("score", bark, bark, "--at-most", 1.2);
        assertThat(above.code()).isEqualTo(1);
        assertThat(above.out()).contains("overall   1.25");
        assertThat(above.err())
                .contains("the overall figure is 1.25, above --at-most 1.2")
                .hasLineCount(1);

        gives(1.1, true);
        assertThat(cli.run("score", bark, bark).code()).isZero();
        Cli.Outcome raised = cli.run("score", bark, bark, "--at-most", 1.2);
        assertThat(raised.code()).isEqualTo(1);
        assertThat(raised.out()).contains("RAISED checkerboard");
        assertThat(raised.err()).contains("findings were raised: checkerboard").hasLineCount(1);

        gives(Double.NaN, false);
        assertThat(cli.run("score", bark, bark, "--at-most", 1.2).code()).isEqualTo(1);
    }

    @Test
    void whatHasNoEffectIsRefused() throws IOException {
        Path model = NamedModels.unnamed(folder.resolve("m.safetensors"));
        refused("--seeds is for a model", "score", bark, bark, "--seeds", 2);
        refused("--engine is for a model", "score", bark, bark, "--engine", "java");
        refused("is a model, which is scored alone", "score", bark, bark, model);
        refused("--at-most is -1.0", "score", bark, bark, "--at-most", -1);
        refused("--seeds is 0, but must be from 1 to 64", "score", bark, model, "--seeds", 0);
        refused("at most 4096 px a side", "score", bark, model, "--size", "5000x10");
        refused("CANDIDATE is missing", "score", bark);
    }

    private void refused(String words, Object... arguments) {
        Cli.Outcome outcome = cli.run(arguments);
        assertThat(outcome.err()).contains(words).hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }
}
