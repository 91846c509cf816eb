package ikat.cli;

import ikat.cli.terminal.Interruption;
import ikat.cli.terminal.LiveLine;
import ikat.service.Refusal;
import ikat.studio.Studio;
import ikat.studio.web.Guard;
import ikat.studio.web.StudioSettings;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the studio, which shows textures live in a browser. */
@Command(
        name = "studio",
        sortOptions = false,
        description = "Open the studio: textures live in a browser.")
final class StudioCommand extends IkatCommand {

    private static final int TOKEN_BYTES = 16;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7788",
            description = "Port to listen on, 0 for any free one; default: 7788.")
    private int port;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            defaultValue = "studio",
            description =
                    "Folder of your models, and of what is made here; the gallery's models are"
                            + " shown too; default: studio.")
    private Path models;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on; other machines need the token that is printed;"
                            + " default: 127.0.0.1.")
    private String host;

    @Option(
            names = "--token",
            paramLabel = "TEXT",
            description =
                    "What every request must carry, at least 16 characters; default: none on this"
                            + " machine, else a random one.")
    private @Nullable String token;

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description = "Let pages of an origin use the interface; '*' lets all of them read.")
    private @Nullable String cors;

    @Option(
            names = "--cache",
            paramLabel = "MB",
            defaultValue = "128",
            description = "Memory for finished tiles; default: 128.")
    private int cacheMegabytes;

    @Mixin private ThreadsOption threads;

    @Override
    public Integer call() throws InterruptedException {
        threads.check();
        StudioSettings settings = settings();
        LiveLine line = line();
        CountDownLatch end = new CountDownLatch(1);
        try (Interruption interruption = Interruption.listen(end::countDown);
                Studio studio = start(settings)) {
            line.line("the studio is open at " + studio.address());
            line.line("press Ctrl-C to close it");
            end.await();
            line.line("closing");
        }
        return ExitCode.OK;
    }

    private Studio start(StudioSettings settings) {
        try {
            return Studio.start(settings, workshop());
        } catch (UncheckedIOException e) {
            throw Refusal.failure(
                    "--port is %d, but the studio cannot listen on it at %s: another program may be"
                            + " using it; give another, or 0 for any free one",
                    port, host);
        }
    }

    private StudioSettings settings() {
        OptionError.range("--cache", cacheMegabytes, 1, 1 << 20);
        if (Files.exists(models) && !Files.isDirectory(models)) {
            throw Refusal.usage("--models is %s, but that is not a folder", models);
        }
        try {
            return new StudioSettings(
                    host,
                    port,
                    models,
                    gallery(),
                    Optional.ofNullable(token)
                            .or(() -> Guard.isLoopback(host) ? Optional.empty() : drawToken()),
                    Optional.ofNullable(cors),
                    (long) cacheMegabytes << 20,
                    threads.count(),
                    VersionText.ikatVersion());
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    /** The folder of the models shipped with Ikat, if set by the launcher. */
    private static Optional<Path> gallery() {
        return Optional.ofNullable(System.getProperty("ikat.gallery"))
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    private static Optional<String> drawToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Optional.of(HexFormat.of().formatHex(bytes));
    }
}
