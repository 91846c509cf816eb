package ikat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    void noTwoPublicTypesHaveOneName() throws IOException {
        Pattern declaration =
                Pattern.compile(
                        "^public [a-z -]*(?:class|record|enum|interface) (\\w+)",
                        Pattern.MULTILINE);
        Map<String, List<Path>> named = new TreeMap<>();
        for (Path source : sources) {
            Matcher type = declaration.matcher(Files.readString(source));
            if (type.find()) {
                named.computeIfAbsent(type.group(1), name -> new ArrayList<>()).add(source);
            }
        }
        assertThat(named).hasSizeGreaterThan(100);
        named.values().removeIf(files -> files.size() == 1);
        assertThat(named).isEmpty();
    }

    @Test
    void noPackageWithoutOthersInsideHasFewerThanThreeTypes() {
        Map<Path, Integer> types = new TreeMap<>();
        Set<Path> around = new HashSet<>();
        for (Path source : sources) {
            around.add(source.getParent().getParent());
            if (!source.endsWith("package-info.java")) {
                types.merge(source.getParent(), 1, Integer::sum);
            }
        }
        types.keySet().removeAll(around);
        assertThat(types).hasSizeGreaterThan(20);
        types.values().removeIf(count -> count >= 3);
        assertThat(types).isEmpty();
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
