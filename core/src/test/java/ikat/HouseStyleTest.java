package ikat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md asks of every main source file, in all modules. */
class HouseStyleTest {

    private static final int MAX_FILE_LINES = 400;
    private static final int MAX_METHOD_LINES = 60;

    private static List<Path> sources;
    private static SourceOutline outline;

    @BeforeAll
    static void readSources() throws IOException {
        sources = new ArrayList<>();
        // Surefire starts the tests of a module in the folder of the module.
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(".."))) {
            for (Path module : modules) {
                addSources(module.resolve("src/main/java"));
            }
        }
        outline = SourceOutline.of(sources);
    }

    private static void addSources(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
    }

    @Test
    void sourcesAreFound() {
        assertThat(sources).hasSizeGreaterThan(20);
        assertThat(outline.methods()).hasSizeGreaterThan(20);
    }

    @Test
    void noFileIsLongerThan400Lines() throws IOException {
        for (Path source : sources) {
            assertThat(Files.readAllLines(source))
                    .as("lines of %s", source)
                    .hasSizeLessThanOrEqualTo(MAX_FILE_LINES);
        }
    }

    @Test
    void noMethodIsLongerThan60Lines() {
        assertThat(outline.methods()).allMatch(method -> method.lines() <= MAX_METHOD_LINES);
    }

    @Test
    void publicTypesSayWhatTheyAre() {
        assertThat(outline.publicTypesWithoutComment()).isEmpty();
    }
}
