package ikat.lab;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.lab.samples.Sample;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands and programs of all examples, in order, at a reduced size. */
@Tag("slow")
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final int SAMPLE_PIXELS = 192;
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern PICTURE = Pattern.compile("\\S+\\.(png|gif|mp4|safetensors)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private Path folder;

    @Test
    void everyCommandAndProgramDoesWhatItsExampleSays() throws Exception {
        Files.createDirectory(folder.resolve("samples"));
        for (Sample sample : Sample.values()) {
            File file = folder.resolve("samples").resolve(sample.fileName()).toFile();
            assertThat(ImageIO.write(sample.paint(SAMPLE_PIXELS, 1), "png", file)).isTrue();
        }
        int commands = 0;
        for (Path example : examples()) {
            for (String command : commands(example.resolve("README.md"))) {
                run(command, ikat(command));
                checkWritten(command);
                commands++;
            }
            for (Path program : programs(example)) {
                run(program.toString(), java(program.toAbsolutePath().toString()));
            }
        }
        assertThat(commands).isGreaterThan(15);
        assertThat(folder.resolve("window.png")).exists();
        assertThat(folder.resolve("texture-knit.png")).exists();
        assertThat(folder.resolve("seamless.png")).exists();
    }

    private void checkWritten(String command) {
        int output = command.indexOf(" -o ");
        if (output >= 0) {
            Matcher file = PICTURE.matcher(command.substring(output + 4));
            assertThat(file.find()).as(command).isTrue();
            assertThat(folder.resolve(file.group())).as(command).isNotEmptyFile();
        }
    }

    private void run(String what, List<String> command) throws Exception {
        Path log = folder.resolve("log.txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(what).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(what + "\n" + Files.readString(log)).isZero();
    }

    private static List<String> ikat(String command) {
        List<String> words = java("ikat.cli.Ikat");
        Matcher word = WORD.matcher(reduced(command).substring("./ikat ".length()));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    private static List<String> java(String what) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        return new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-cp", classes, what));
    }

    /** A step instead of minutes, an eighth of the sides, few and short frames. */
    private static String reduced(String command) {
        String small = command.replaceAll("--for \\S+", "--steps 1 --batch 1 --size 64x64");
        small = small.replaceAll("--places \\d+", "--places 64");
        small = small.replaceAll("--duration \\S+", "--duration 400ms --rate 10");
        if (small.contains("--dcgan")) {
            return small;
        }
        Matcher size = Pattern.compile("--size (\\d+)x(\\d+)").matcher(small);
        return small.startsWith("./ikat train") || small.contains("dcgan.safetensors")
                ? small
                : size.replaceAll(m -> "--size " + eighth(m.group(1)) + "x" + eighth(m.group(2)));
    }

    private static int eighth(String pixels) {
        return Integer.parseInt(pixels) / 8;
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> entries = Files.list(EXAMPLES)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> programs(Path example) throws IOException {
        try (Stream<Path> entries = Files.list(example)) {
            return entries.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static List<String> commands(Path readme) throws IOException {
        return Files.readAllLines(readme).stream()
                .filter(line -> line.startsWith("./ikat "))
                .toList();
    }
}
