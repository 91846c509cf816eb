package ikat.service.film;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The system's Chromium without a window, showing one page. */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Process process;

    private Browser(Process process) {
        this.process = process;
    }

    /** The program, if the machine has one. */
    public static Optional<Path> find() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            for (String name : NAMES) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Opens a page.
     *
     * @param profile an empty folder
     */
    public static Browser open(Path program, Path profile, String address) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--headless"));
        for (String option :
                List.of(
                        "no-sandbox",
                        "disable-gpu",
                        "disable-quic",
                        "no-first-run",
                        "disable-background-networking",
                        "disable-component-update",
                        "disable-sync",
                        "mute-audio",
                        "autoplay-policy=no-user-gesture-required",
                        "user-data-dir=" + profile)) {
            command.add("--" + option);
        }
        command.add(address);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(profile.resolveSibling("browser.log").toFile());
        builder.environment().put("TMPDIR", profile.toString());
        return new Browser(builder.start());
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("a process of the browser does not end", e);
            }
        }
    }
}
