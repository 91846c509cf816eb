package ikat.cli.terminal;

import ikat.cli.ExitCodes;
import ikat.image.ImageFiles;
import ikat.service.film.FilmFile;
import ikat.service.film.FilmFormat;
import ikat.service.film.FilmFrames;
import ikat.service.film.FrameWriter;
import ikat.service.film.PictureWriter;
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

/** Makes a film: a picture of its first frame to look at, then all of it. */
public final class FilmRun {

    private final FilmFrames frames;
    private final FilmFile file;
    private final LiveLine line;
    private final long begun = System.nanoTime();

    public FilmRun(FilmFrames frames, FilmFile file, LiveLine line) {
        this.frames = frames;
        this.file = file;
        this.line = line;
    }

    /**
     * Makes the film.
     *
     * @return the exit code
     * @throws IOException if it cannot be written
     */
    public int run() throws IOException {
        WritableFolder.check(file.files());
        Path preview = preview();
        WritableFolder.check(List.of(preview));
        try (Interruption interruption = Interruption.listen(this::announceStop)) {
            preview.toFile().deleteOnExit();
            ImageFiles.write(PictureWriter.image(frames.frame(0), frames.width()), preview);
            line.line("first frame to look at: " + preview);
            file.write(frames, writer -> addAll(writer, interruption));
        } catch (InterruptedIOException e) {
            line.line("stopped; nothing was written");
            return ExitCodes.INTERRUPTED;
        } finally {
            line.keep();
            Files.deleteIfExists(preview);
        }
        tellEnd();
        return ExitCodes.DONE;
    }

    private void announceStop() {
        line.line("stopping after this frame; press Ctrl-C again to stop at once");
    }

    private void addAll(FrameWriter writer, Interruption interruption) throws IOException {
        FilmDisplay display = new FilmDisplay(line, System::nanoTime, frames.count());
        for (int i = 0; i < frames.count(); i++) {
            if (interruption.asked()) {
                throw new InterruptedIOException();
            }
            writer.add(frames.frame(i));
            display.show(i + 1);
        }
    }

    /** A name that is free, as the picture is removed at the end. */
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

    private void tellEnd() throws IOException {
        String size = file.format() == FilmFormat.PNG ? "" : ", " + FileSize.of(file.path());
        line.line(
                "wrote %s (%dx%d, %d frames, %s%s) in %s"
                        .formatted(
                                file.text(),
                                frames.width(),
                                frames.height(),
                                frames.count(),
                                TimeText.format(length()),
                                size,
                                TimeText.format(Duration.ofNanos(System.nanoTime() - begun))));
    }

    private Duration length() {
        return Duration.ofMillis(Math.round(1000 * frames.renderer().film().timeline().seconds()));
    }
}
