package ikat.cli;

import ikat.cli.terminal.Interruption;
import ikat.cli.terminal.LiveLine;
import ikat.service.Refusal;
import ikat.studio.Studio;
import ikat.studio.web.Access;
import ikat.studio.web.Limits;
import ikat.studio.web.StudioSettings;
import ikat.studio.web.TokenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

    private static final String VARIABLE = "IKAT_TOKEN";

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
            description = "Address to listen on; default: 127.0.0.1, this machine only.")
    private String host;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "File with the token that requests must carry, at least 16 letters; default:"
                            + " the environment's IKAT_TOKEN, else DIR/token, which is made once.")
    private @Nullable Path tokenFile;

    @Option(names = "--no-token", description = "Let anybody who reaches the studio do everything.")
    private boolean noToken;

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description = "Let pages of an origin read textures, '*' those of all.")
    private @Nullable String cors;

    @Option(
            names = "--proxy",
            paramLabel = "ADDRESS",
            description =
                    "Address of a reverse proxy: believe what it says in X-Forwarded-For, -Proto"
                            + " and -Host.")
    private @Nullable String proxy;

    @Option(
            names = "--cache",
            paramLabel = "MB",
            defaultValue = "128",
            description = "Memory for finished tiles; default: 128.")
    private int cacheMegabytes;

    @Option(
            names = "--limits",
            paramLabel = "NAME=N,...",
            arity = "0..1",
            fallbackValue = "",
            description = "Set what the studio gives at most; without a value, show all limits.")
    private @Nullable String limits;

    @Mixin private ThreadsOption threads;

    @Override
    public Integer call() throws InterruptedException {
        if (limits != null && limits.isEmpty()) {
            line().line(Limits.USUAL.toString());
            return ExitCode.OK;
        }
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
        OptionError.range("--port", port, 0, 65_535);
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
                    new Access(token(), Optional.ofNullable(cors), proxy()),
                    limits == null ? Limits.USUAL : Limits.of(limits),
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

    private Optional<String> token() {
        if (noToken && tokenFile != null) {
            throw Refusal.usage("--no-token and --token-file contradict each other; give one");
        }
        if (noToken) {
            return Optional.empty();
        }
        String given = System.getenv(VARIABLE);
        try {
            if (tokenFile != null) {
                return Optional.of(TokenFile.read(tokenFile));
            }
            return Optional.of(given == null ? TokenFile.keptIn(models) : given);
        } catch (NoSuchFileException e) {
            throw Refusal.usage("--token-file is %s, but there is no such file", tokenFile);
        } catch (IOException e) {
            throw Refusal.failure(
                    "the token cannot be read: %s; give --token-file or --no-token",
                    e.getMessage());
        }
    }

    private Optional<InetAddress> proxy() {
        try {
            return proxy == null ? Optional.empty() : Optional.of(InetAddress.getByName(proxy));
        } catch (UnknownHostException e) {
            throw Refusal.usage("--proxy is %s, but there is no such address", proxy);
        }
    }
}
