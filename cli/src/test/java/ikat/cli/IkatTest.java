package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.cli.terminal.Terminal;
import ikat.service.FakeWorkshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class IkatTest {

    private final Cli cli = new Cli(new FakeWorkshop());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    train x.png --widht full        | there is no option --widht; did you mean --width?
                    train x.png --qqqqqqqq          | there is no option --qqqqqqqq; 'ikat train --help' lists them
                    trian x.png                     | there is no command trian; did you mean train?
                    train x.png --width huge        | --width is huge, but must be live, standard or full
                    train x.png --for 5x            | --for is 5x, but must be a time from 1s to 2400h, such as 90s, 5m or 1h30m
                    train x.png --for 5m --steps 10 | --for and --steps exclude each other; give one of them
                    train x.png --steps ten         | --steps is ten, but must be a whole number
                    train x.png --batch 99999999999 | --batch is 99999999999, but must be a whole number
                    train x.png --averaging high    | --averaging is high, but must be a number
                    train x.png --channels 64,a     | --channels is a, but must be a whole number
                    train x.png --sgan --waves 3    | --sgan has neither waves nor global channels nor codes; leave --waves, --global, --codes, --mixed-share and --places out
                    train x.png --codes drawn --places 90 | --codes drawn leaves no codes to mix or to give to places; leave --mixed-share and --places out
                    train x.png --size 0x9          | --size is 0x9, but must be WIDTHxHEIGHT, each from 1 to 2147483647, such as 1024x1024
                    train                           | PICTURE is missing; 'ikat train --help' says what it is
                    train x.png --steps             | --steps needs a value
                    render m --size 9x9x9           | --size is 9x9x9, but must be WIDTHxHEIGHT, each from 1 to 2147483647, such as 1024x1024
                    render m --size -4x4            | --size is -4x4, but must be WIDTHxHEIGHT, each from 1 to 2147483647, such as 1024x1024
                    render m --origin 3             | --origin is 3, but must be X,Y, each from -17592186044416 to 17592186044416, such as 0,0
                    render m --origin 1,99999999999999 | --origin is 1,99999999999999, but must be X,Y, each from -17592186044416 to 17592186044416, such as 0,0
                    render m --threads 0            | --threads is 0, but must be from 1 to 1024
                    render m --engine gpu           | --engine is gpu, but must be auto, torch, onnx or java
                    render                          | MODEL is missing; 'ikat render --help' says what it is
                    inspect a b                     | unexpected argument b; 'ikat inspect --help' shows what is allowed
                    """)
    void badCommandLinesAreOneSentenceAndCodeTwo(String line, String sentence) {
        Cli.Outcome outcome = cli.run((Object[]) line.split(" "));

        assertThat(outcome.err()).isEqualToNormalizingNewlines("ikat: " + sentence + "\n");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aMissingCommandIsCodeTwo() {
        Cli.Outcome outcome = cli.run();

        assertThat(outcome.err()).contains("a command is missing");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"train", "render", "inspect"})
    void aMissingFileIsCodeOne(String command) {
        Cli.Outcome outcome = cli.run(command, "no-such.file");

        assertThat(outcome.err()).startsWith("ikat: ").contains("no-such.file").hasLineCount(1);
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void stacktraceShowsWhereAnErrorCameFrom() {
        assertThat(cli.run("inspect", "no-such.file").err()).doesNotContain("at ikat.");
        assertThat(cli.run("inspect", "no-such.file", "--stacktrace").err()).contains("at ");
        assertThat(cli.run("render", "m", "--size", "q", "--stacktrace").err()).contains("at ");
    }

    @Test
    void helpAndVersionAreCodeZero() {
        assertThat(cli.run("--help").out()).contains("train").contains("render");
        assertThat(cli.run("help", "train").out()).contains("--resume");
        assertThat(cli.run("render", "--help").out()).contains("--origin");
        assertThat(cli.run("--version").out()).contains("ikat ").contains("java ");
        assertThat(cli.run("--version").code()).isZero();
    }

    @Test
    void everyOptionIsInTheUsagePage() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "usage.md"));
        CommandLine root = Ikat.commandLine(new FakeWorkshop(), Terminal.plain(), List.of());
        for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
            assertThat(page).contains("ikat " + command.getKey());
            for (OptionSpec option : command.getValue().getCommandSpec().options()) {
                assertThat(page).contains(option.longestName());
            }
        }
    }
}
