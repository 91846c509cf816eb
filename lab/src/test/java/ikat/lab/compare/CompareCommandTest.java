package ikat.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.cli.Cli;
import ikat.cli.terminal.Terminal;
import ikat.image.Exemplar;
import ikat.lab.method.Effort;
import ikat.lab.method.TextureMethod;
import ikat.render.Models;
import ikat.score.Finding;
import ikat.score.Ratio;
import ikat.score.Score;
import ikat.service.FakeWorkshop;
import ikat.service.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {

    @TempDir private Path folder;

    private final FakeWorkshop workshop = new FakeWorkshop();
    private List<TextureMethod> methods = List.of();
    private final Cli cli =
            new Cli(
                    workshop,
                    Terminal.plain(),
                    List.of(() -> List.of(new CompareCommand(vgg -> methods))));
    private final FakeMethod good = new FakeMethod("good", effort -> {});
    private final List<Integer> scored = new ArrayList<>();
    private Path picture;
    private Path page;

    @BeforeEach
    void write() throws IOException {
        picture = Pictures.stripes(folder.resolve("stripes & more.png"));
        page = folder.resolve("page.html");
        methods = List.of(good, new FakeMethod("choosy", CompareCommandTest::refuse));
        workshop.scoring = exemplar -> (candidates, wraps) -> score(candidates);
    }

    private static void refuse(Object effort) {
        throw new IllegalArgumentException("the picture is too plain for this method");
    }

    private Score score(List<Exemplar> candidates) {
        scored.add(candidates.size());
        return new Score(
                1.5,
                List.of(
                        new Ratio("colours", "colours", 9.75, false),
                        new Ratio("patches", "patches", 1.5, true)),
                List.of(new Finding("mesh", "mesh", 0.3, 0.1, true, "There is a mesh.")),
                List.of());
    }

    private Cli.Outcome compare(Object... more) {
        List<Object> all = new ArrayList<>(List.of("compare", picture, "-o", page));
        all.addAll(List.of(more));
        if (!all.contains("--size")) {
            all.addAll(List.of("--size", "60x40"));
        }
        return cli.run(all.toArray());
    }

    private Document parsed() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(page)));
    }

    @Test
    void aMethodThatRefusesStopsNoOther() throws Exception {
        methods = List.of(new FakeMethod("choosy", CompareCommandTest::refuse), good);

        Cli.Outcome outcome = compare();

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("choosy     no picture: the picture is too plain for this method")
                .contains("good       1.50, findings: mesh; ready in ")
                .contains("wrote " + page + " (");
        assertThat(parsed().getElementsByTagName("img").getLength()).isEqualTo(2);
        assertThat(Files.readString(page))
                .contains(
                        "No picture: the picture is too plain for this method.",
                        "Method &lt;good&gt;",
                        "Somebody &amp; others 1999",
                        "There is a mesh.",
                        "9.75",
                        "(median of 3)",
                        "as large as memory allows, as a whole");
    }

    @Test
    void thePageIsWellFormedAndLoadsNothing() throws Exception {
        compare();
        NodeList all = parsed().getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getTagName()).isNotIn("link", "script", "iframe", "object");
            if (element.hasAttribute("src")) {
                assertThat(element.getAttribute("src")).startsWith("data:image/");
                assertThat(element.getAttribute("alt")).isNotEmpty();
            }
            if (element.hasAttribute("href")) {
                assertThat(element.getAttribute("href")).startsWith("#");
            }
        }
        assertThat(Files.readString(page)).doesNotContain("url(", "@import", "http:", "https:");
        String style = parsed().getElementsByTagName("style").item(0).getTextContent();
        assertThat(style).contains(".glance").doesNotContain("<", ">", "&", "\"");
    }

    @Test
    void asManyPicturesAreScoredAsThereAreSeeds() throws Exception {
        methods = List.of(good);

        compare("--seeds", 4, "--seed", 7);

        assertThat(good.seeds).containsExactly(7L, 8L, 9L, 10L);
        assertThat(scored).containsExactly(4);
        assertThat(parsed().getElementsByTagName("img").getLength()).isEqualTo(5);
    }

    @Test
    void theChosenMethodsRunInTheirOrder() {
        assertThat(compare("--methods", "choosy,Good").out())
                .containsSubsequence("choosy ", "good ");
        Cli.Outcome unknown = compare("--methods", "goood");
        assertThat(unknown.err())
                .contains("there is no method goood; did you mean good?")
                .hasLineCount(1);
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(compare("--methods", "good,good").err()).contains("names good twice");
    }

    @Test
    void aTrainedModelIsOneOfTheMethods() throws IOException {
        Path model = folder.resolve("waves.safetensors");
        Models.periodic().write(model);
        methods = List.of(good);
        assertThat(compare("--model", model).out())
                .containsSubsequence("good       1.50", "model      1.50");
        assertThat(compare("--model", model, "--methods", "model").out()).doesNotContain("good ");
        assertThat(Files.readString(page)).contains("Ikat, waves.safetensors", "is not counted");
        Cli.Outcome missing = compare("--model", folder.resolve("none.safetensors"));
        assertThat(missing.err()).contains("none.safetensors").hasLineCount(1);
        assertThat(missing.code()).isNotZero();
    }

    @Test
    void everyMethodOfThisMachineIsInTheUsagePage() throws IOException {
        String usage = Files.readString(Path.of("..", "docs", "usage.md"));
        List<TextureMethod> all = Methods.all(null);
        assertThat(all).isNotEmpty();
        assertThat(all).allMatch(method -> usage.contains("\n| `" + method.name() + "` |"));
        assertThat(all).extracting(TextureMethod::name).doesNotHaveDuplicates();
    }

    @Test
    void programsGetTheFigures() throws IOException {
        Path file = folder.resolve("figures.json");

        compare("--json", file, "--for", "90s", "--threads", 1);

        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(json.get("state").asString()).isEqualTo("done");
        assertThat(json.get("trainingSeconds").asDouble()).isEqualTo(90);
        JsonNode made = json.get("methods").get(0);
        assertThat(made.get("growth").asString()).isEqualTo("whole");
        assertThat(made.get("width").asInt()).isEqualTo(60);
        assertThat(made.get("makes").asInt()).isEqualTo(3);
        assertThat(made.get("pictureSeconds").asDouble()).isPositive();
        assertThat(made.get("memory").get("peakBytes").asLong())
                .isGreaterThanOrEqualTo(made.get("memory").get("beforeBytes").asLong())
                .isGreaterThan(1_000_000);
        assertThat(made.get("score").get("overall").asDouble()).isEqualTo(1.5);
        assertThat(json.get("methods").get(1).get("failed").asString()).contains("too plain");
    }

    @Test
    void aSizeThatIsRefusedIsToldInItsRow() throws IOException {
        methods = List.of(good);
        Cli.Outcome outcome = compare("--size", "600x40");
        assertThat(outcome.out()).contains("no picture: width is 600, but must be up to 512");
        assertThat(outcome.err()).contains("no method made a picture").hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(Files.readString(page)).contains("width is 600");
    }

    @Test
    void picturesThatCannotBeScoredAreShown() throws IOException {
        methods = List.of(good);
        workshop.scoring =
                exemplar ->
                        (candidates, wraps) -> {
                            throw new IllegalArgumentException("a side is 40 px, but must be 64");
                        };
        assertThat(compare().out()).contains("good       not scored: a side is 40 px");
        assertThat(Files.readString(page))
                .contains("not scored: a side is 40 px, but must be 64", "60x40 px, seed 0");
    }

    @Test
    void aMethodWithoutMemoryStopsNoOther() {
        methods =
                List.of(
                        new FakeMethod(
                                "large",
                                effort -> {
                                    throw new OutOfMemoryError("heap");
                                }),
                        good);
        assertThat(compare().out())
                .contains("large      no picture: there is not enough memory")
                .contains("good       1.50");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anInterruptionKeepsWhatIsDone() throws IOException {
        methods = List.of(good, new FakeMethod("long", CompareCommandTest::learnForever));
        long start = System.nanoTime();

        Cli.Outcome outcome = compare();

        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("good       1.50", "stopping;", "stopped; wrote " + page);
        assertThat(Files.readString(page))
                .contains("Stopped before these were done: long.", "There is a mesh.");
        assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void scoringIsNotWaitedFor() throws IOException {
        methods = List.of(good);
        workshop.scoring = exemplar -> (candidates, wraps) -> scoreForever();
        long start = System.nanoTime();

        assertThat(compare().code()).isEqualTo(130);

        assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
        assertThat(Files.readString(page)).contains("Stopped before these were done: good.");
    }

    private static Score scoreForever() {
        try {
            interruptThisProcess();
            Thread.sleep(5_000);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Score(1, List.of(), List.of(), List.of());
    }

    private static void interruptThisProcess() throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-INT", pid).start();
    }

    private static void learnForever(Effort effort) {
        try {
            interruptThisProcess();
            for (int i = 0; i < 500; i++) {
                effort.check();
                Thread.sleep(10);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsOutOfRangeIsRefusedBeforeAnythingRuns() throws IOException {
        refused("at most 4096 px a side", "--size", "5000x5000");
        refused("--seeds is 17, but must be from 1 to 16", "--seeds", 17);
        refused("--threads is 0", "--threads", 0);
        refused("--for is 0s, but must be a time", "--for", "0s");
        assertThat(compare("--json", folder.resolve("no/a.json")).err())
                .contains("there is no folder");
        assertThat(good.seeds).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(picture);
        }
    }

    private void refused(String words, Object... more) {
        Cli.Outcome outcome = compare(more);
        assertThat(outcome.err()).contains(words).hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(2);
    }
}
