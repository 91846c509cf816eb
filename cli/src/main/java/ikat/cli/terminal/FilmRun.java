package ikat.cli.terminal;

import ikat.film.Film;
import ikat.film.FilmRenderer;
import ikat.service.film.FilmFile;
import ikat.service.film.FilmFormat;
import ikat.service.train.OutputFiles;
import ikat.service.train.WritableFolder;
import ikat.text.FileSize;
import ikat.text.TimeText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import picocli.CommandLine.ExitCode;

/** Renders a film: first a preview of its first frame, then the whole film. */
public record FilmRun(FilmRenderer renderer, FilmFile file, LiveLine line) {

    /**
     * Renders the film.
     *
     * @return the exit code
     * @throws IOException if it cannot be written
     */
    public int run() throws IOException {
        long begun = System.nanoTime();
        WritableFolder.check(file.files());
        Path preview = preview();
        WritableFolder.check(List.of(preview));
        try (Interruption interruption = Interruption.listen(this::announceStop)) {
            preview.toFile().deleteOnExit();
            FilmFile.writeFirst(renderer, preview);
            line.line("preview of the first frame: " + preview);
            int frames = renderer.film().timeline().frames();
            Display display = new Display(line, System::nanoTime, frames);
            file.write(renderer, interruption::asked, display::show);
        } catch (InterruptedIOException e) {
            line.line("stopped; nothing was written");
            return Interruption.EXIT_CODE;
        } finally {
            line.keep();
            Files.deleteIfExists(preview);
        }
        tellEnd(Duration.ofNanos(System.nanoTime() - begun));
        return ExitCode.OK;
    }

    private void announceStop() {
        line.line("stopping after this frame; press Ctrl-C again to stop at once");
    }

    /** An unused file name, as the preview is deleted at the end. */
    private Path preview() {
        Path path = file.path();
        String base = OutputFiles.baseName(path).replace("%", "");
        String start = (base.isEmpty() ? "film" : base) + "-preview";
        Path preview = path.resolveSibling(start + ".png");
        for (int i = 2; Files.exists(preview); i++) {
            preview = path.resolveSibling(start + "-" + i + ".png");
        }
        return preview;
    }

    private void tellEnd(Duration time) throws IOException {
        Film film = renderer.film();
        Duration length = Duration.ofMillis(Math.round(1000 * film.timeline().seconds()));
        String size = file.format() == FilmFormat.PNG ? "" : ", " + FileSize.of(file.path());
        line.line(
                "wrote %s (%dx%d, %d frames, %s%s) in %s"
                        .formatted(
                                file.text(),
                                film.width(),
                                film.height(),
                                film.timeline().frames(),
                                TimeText.format(length),
                                size,
                                TimeText.format(time)));
    }

    /** Display of a film's progress. */
    static final class Display {
        private final LiveLine line;
        private final LongSupplier nanoTime;
        private final ProgressBar bar;
        private final int frames;
        private final long begun;

        /**
         * Creates a display on a line.
         *
         * @param nanoTime clock, such as {@link System#nanoTime()}
         * @param frames number of frames of the whole film
         */
        Display(LiveLine line, LongSupplier nanoTime, int frames) {
            this.line = line;
            this.nanoTime = nanoTime;
            this.frames = frames;
            bar = ProgressBar.afterAMoment(line, nanoTime);
            begun = nanoTime.getAsLong();
        }

        /** Reports the number of completed frames, at least 1. */
        void show(int done) {
            if (bar.isDue() || (done == frames && line.terminal().live())) {
                double rate = 1e9 * done / Math.max(1, nanoTime.getAsLong() - begun);
                Duration left = Duration.ofSeconds(Math.round((frames - done) / rate));
                String rest = "  " + ProgressBar.seconds(left) + " left";
                String speed = String.format(Locale.ROOT, "  %.1f frames/s", rate);
                bar.draw(
                        (double) done / frames,
                        "  frame " + done + "/" + frames + speed + rest,
                        rest);
            }
        }
    }
}
