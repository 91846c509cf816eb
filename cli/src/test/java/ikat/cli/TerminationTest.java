package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A termination request (SIGTERM) ends each command within two seconds, whatever it does. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class TerminationTest {

    /** Two seconds, and what a busy machine adds. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PICTURE = absolute("../samples/knit.png");
    private static final List<String> TRAINED = List.of("knit.checkpoint", "knit-preview.png");
    private static final String MODEL = absolute("../gallery/knit.safetensors");

    @TempDir private Path folder;
    private final List<Process> processes = new ArrayList<>();

    private static String absolute(String file) {
        return Path.of(file).toAbsolutePath().normalize().toString();
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String here = System.getProperty("java.class.path");
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", here)));
        command.add("ikat.cli.Ikat");
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start();
        processes.add(process);
        return process;
    }

    private Path log() {
        return folder.resolve("log.txt");
    }

    private String output() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private void await(Process process, BooleanSupplier moment) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!moment.getAsBoolean() && System.nanoTime() < until) {
            assertThat(process.isAlive()).as(output()).isTrue();
            Thread.sleep(20);
        }
        assertThat(moment.getAsBoolean()).as(output()).isTrue();
    }

    private void terminate(String what, Process process) throws InterruptedException {
        long begun = System.nanoTime();
        process.destroy(); // SIGTERM
        boolean ended = process.waitFor(SOON.toMillis(), TimeUnit.MILLISECONDS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%s ends after %.2f s%n", what, seconds);
        assertThat(ended).as(what + " ends; " + output()).isTrue();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("log.txt") && !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    private boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    @ParameterizedTest
    @CsvSource({"a.png, a.png.part", "a.dzi, a_files.part"})
    void aRenderThatKeepsProgressGoesOn(String name, String part) throws Exception {
        String[] command = {"render", MODEL, "--size", "16384x16384", "-o", name};
        Process first = start(command);
        await(first, () -> exists(part));
        terminate(name + ", at its beginning", first);
        assertThat(left()).isEmpty();

        Process second = start(command);
        await(second, () -> exists(name + ".resume"));
        terminate(name + ", with progress", second);
        assertThat(left()).containsExactlyInAnyOrder(part, name + ".resume");

        Process third = start(command);
        await(third, () -> output().contains("continuing at"));
        terminate(name + ", resumed", third);
        assertThat(left()).containsExactlyInAnyOrder(part, name + ".resume");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 3_000})
    void whatHasNotBegunToWriteLeavesNothing(int millis) throws Exception {
        for (String[] command :
                new String[][] {
                    {"score", PICTURE, PICTURE},
                    {"render", MODEL, "--size", "4000x4000", "-o", "a.png"}
                }) {
            terminateAfter(millis, command);
            assertThat(left()).isEmpty();
        }
        terminateAfter(millis, "train", PICTURE, "--for", "60s");
        // A quick machine has learned for a moment by then, which is kept.
        assertThat(left()).isSubsetOf(TRAINED);
    }

    private void terminateAfter(int millis, String... command) throws Exception {
        Process process = start(command);
        Thread.sleep(millis);
        terminate(command[0] + " after " + millis + " ms", process);
    }

    @Test
    void aTrainingKeepsItsCheckpoint() throws Exception {
        Process first = start("train", PICTURE, "--for", "10m", "--set", "width=live");
        await(first, () -> exists("knit.checkpoint"));
        terminate("training", first);
        assertThat(left()).isSubsetOf(TRAINED);
        assertThat(left()).contains("knit.checkpoint");

        Process second = start("train", PICTURE, "--steps", "3", "--set", "width=live", "--resume");
        await(second, () -> output().contains("learning how to weave"));
        terminate("weaving", second);
        assertThat(left()).isSubsetOf(TRAINED);

        Process third = start("train", PICTURE, "--steps", "3", "--set", "width=live", "--resume");
        await(third, () -> output().contains("continuing from step"));
        terminate("training, resumed", third);
        assertThat(left()).contains("knit.checkpoint");
    }

    @Test
    void theStudioKeepsTheJobThatRuns() throws Exception {
        Files.createDirectory(folder.resolve("studio"));
        Files.copy(Path.of(MODEL), folder.resolve("studio/knit.safetensors"));
        for (int start = 0; start < 3; start++) {
            Process process = start("studio", "--port", "0", "--no-token");
            await(process, () -> output().contains("press Ctrl-C"));
            Matcher address = Pattern.compile("http://\\S+").matcher(output());
            assertThat(address.find()).isTrue();
            URI renders = URI.create(address.group()).resolve("/api/renders");
            if (start == 0) {
                assertThat(order(renders)).isEqualTo(201);
            }
            await(process, () -> get(renders).contains("\"state\":\"running\""));
            terminate("studio", process);
        }
        try (Stream<Path> all = Files.walk(folder.resolve("studio/renders"))) {
            assertThat(all.filter(path -> path.endsWith("job.json")))
                    .singleElement()
                    .satisfies(
                            job ->
                                    assertThat(job)
                                            .content()
                                            .contains("\"state\":\"RUNNING\"", "\"tries\":0"));
        }
    }

    private static int order(URI renders) throws IOException, InterruptedException {
        String order = "{\"model\":\"knit\",\"width\":20000,\"height\":20000,\"format\":\"png\"}";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(renders)
                                .POST(BodyPublishers.ofString(order))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private static String get(URI address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
