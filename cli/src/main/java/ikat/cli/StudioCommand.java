package ikat.cli;

import ikat.cli.terminal.Interruption;
import ikat.service.Refusal;
import ikat.service.Workshop;
import ikat.studio.Studio;
import ikat.studio.web.Guard;
import ikat.studio.web.StudioSettings;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the studio, which shows textures live in a browser. */
@Command(
        name = "studio",
        sortOptions = false,
        description = "Open the studio: textures live in a browser.")
final class StudioCommand implements Callable<Integer> {

    private static final int TOKEN_BYTES = 16;

    private final Workshop workshop;

    @Spec private CommandSpec spec;

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

    StudioCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws InterruptedException {
        threads.check();
        StudioSettings settings = settings();
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch end = new CountDownLatch(1);
        try (Interruption interruption = Interruption.listen(end::countDown);
                Studio studio = start(settings)) {
            out.println("the studio is open at " + studio.address());
            out.println("press Ctrl-C to close it");
            out.flush();
            end.await();
            out.println("closing");
            out.flush();
        }
        return ExitCode.OK;
    }

    private Studio start(StudioSettings settings) {
        try {
            return Studio.start(settings, workshop);
        } catch (UncheckedIOException e) {
            throw Refusal.failure(
                    "--port is "
                            + port
                            + ", but cannot be listened at on "
                            + host
                            + ": something else may use it; give another, or 0 for any free one");
        }
    }

    private StudioSettings settings() {
        if (cacheMegabytes < 1 || cacheMegabytes > 1 << 20) {
            throw Refusal.usage(
                    "--cache is " + cacheMegabytes + ", but must be from 1 to " + (1 << 20));
        }
        if (Files.exists(models) && !Files.isDirectory(models)) {
            throw Refusal.usage("--models is " + models + ", but that is no folder");
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
