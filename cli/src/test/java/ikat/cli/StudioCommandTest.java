package ikat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.FakeWorkshop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioCommandTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(new FakeWorkshop());

    @Test
    void aPortThatIsTakenIsToldWithTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Cli.Outcome outcome =
                    cli.run("studio", "--port", taken.getLocalPort(), "--models", folder);

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err())
                    .startsWith("ikat: --port is " + taken.getLocalPort())
                    .contains("give another, or 0")
                    .hasLineCount(1);
        }
    }

    @Test
    void valuesOutOfRangeAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(cli.run("studio", "--port", "70000").err())
                .contains("--port is 70000, but must be from 0 to 65535");
        assertThat(cli.run("studio", "--cache", "0").err())
                .contains("--cache is 0, but must be from 1 to 1048576");
        assertThat(cli.run("studio", "--proxy", "256.1.1.1", "--models", folder).err())
                .contains("--proxy is 256.1.1.1, but there is no such address");
        assertThat(cli.run("studio", "--models", file).err())
                .contains("--models is " + file + ", but that is not a folder");
        assertThat(cli.run("studio", "--threads", "0").err()).contains("--threads is 0");
    }

    @Test
    void tokensThatCannotBeTakenAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("short"), " short\n");

        assertThat(cli.run("studio", "--token-file", file).err())
                .contains("the token has 5 characters, but must have at least 16");
        assertThat(cli.run("studio", "--token-file", file, "--no-token").err())
                .contains("--no-token and --token-file contradict each other");
        assertThat(cli.run("studio", "--token-file", folder.resolve("none")).err())
                .contains("there is no such file");
        assertThat(cli.run("studio", "--token", "0123456789abcdef").err())
                .contains("there is no option --token; did you mean --token-file?");
    }

    @Test
    void aHostThatDoesNotExistIsRefused() {
        Cli.Outcome outcome =
                cli.run("studio", "--host", "256.1.1.1", "--port", "0", "--models", folder);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).hasLineCount(1).contains("256.1.1.1");
    }
}
