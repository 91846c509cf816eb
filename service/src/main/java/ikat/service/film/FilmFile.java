package ikat.service.film;

import ikat.film.Film;
import ikat.film.FilmRenderer;
import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.io.AtomicFile;
import ikat.service.Refusal;
import ikat.service.colour.Palette;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * The file and format of a film, determined by the name: .mp4, .webm, .gif, or numbered pictures
 * for a folder or a name with a placeholder for the number.
 *
 * @param path as it was typed
 * @param format derived from the path
 */
public record FilmFile(Path path, FilmFormat format) {

    /** Number of frames that a film's palette is computed from. */
    private static final int PALETTE_FRAMES = 10;

    /**
     * Determines the format.
     *
     * @throws Refusal if the name has no known format
     */
    public static FilmFile of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (NumberedName.parse(path).isPresent()) {
            if (!name.endsWith(".png")) {
                throw Refusal.usage("--output is %s, but numbered pictures must end in .png", path);
            }
            return new FilmFile(path, FilmFormat.PNG);
        }
        if (name.endsWith(".png")) {
            throw Refusal.usage(
                    "--output is %s, but a film is many pictures; include a placeholder for their"
                            + " number, such as frame-%%05d.png",
                    path);
        }
        Optional<FilmFormat> format = FilmFormat.ofEnding(name);
        if (format.isPresent() && !Files.isDirectory(path)) {
            return new FilmFile(path, format.get());
        }
        boolean plain = !name.substring(lastSlash(name) + 1).contains(".");
        if (Files.isDirectory(path) || (plain && !Files.exists(path))) {
            return new FilmFile(path, FilmFormat.PNG);
        }
        throw Refusal.usage(
                "--output is %s, but a film must end in .mp4, .webm or .gif, or be numbered"
                        + " pictures such as frame-%%05d.png, or a folder",
                path);
    }

    private static int lastSlash(String name) {
        return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    }

    /** The files that must be writable before a long rendering. */
    public List<Path> files() {
        if (format != FilmFormat.PNG) {
            return List.of(path);
        }
        NumberedName name = numbered();
        return List.of(
                Files.isDirectory(name.folder())
                        ? name.folder().resolve(name.of(0))
                        : name.folder());
    }

    /** What is written, as text. */
    public String text() {
        NumberedName name = numbered();
        return format == FilmFormat.PNG
                ? name.folder().resolve(name.of(0)) + " …"
                : path.toString();
    }

    private NumberedName numbered() {
        return NumberedName.parse(path).orElseGet(() -> NumberedName.in(path));
    }

    /**
     * Writes a film; it appears whole or not at all.
     *
     * @param stop queried before every frame
     * @param progress receives the number of completed frames after each
     * @throws InterruptedIOException if it was stopped
     */
    public void write(FilmRenderer renderer, BooleanSupplier stop, IntConsumer progress)
            throws IOException {
        if (format == FilmFormat.PNG) {
            try (FrameWriter writer = new PictureWriter(numbered())) {
                writeAll(renderer, writer, stop, progress);
            }
            return;
        }
        AtomicFile.write(
                path,
                temporary -> {
                    try (FrameWriter writer = writer(renderer, temporary)) {
                        writeAll(renderer, writer, stop, progress);
                    }
                });
    }

    private static void writeAll(
            FilmRenderer renderer, FrameWriter writer, BooleanSupplier stop, IntConsumer progress)
            throws IOException {
        int frames = renderer.film().timeline().frames();
        for (int i = 0; i < frames; i++) {
            if (stop.getAsBoolean()) {
                throw new InterruptedIOException();
            }
            writer.add(frame(renderer, i));
            progress.accept(i + 1);
        }
        writer.end();
    }

    /** Writes the first frame of a film as a picture. */
    public static void writeFirst(FilmRenderer renderer, Path picture) throws IOException {
        ImageFiles.write(frame(renderer, 0).toImage(), picture);
    }

    /** A frame of 3 channels. */
    private static Pixels frame(FilmRenderer renderer, int index) {
        Film film = renderer.film();
        return new Pixels(renderer.frame(index), film.width(), film.height(), 3);
    }

    private FrameWriter writer(FilmRenderer renderer, Path temporary) throws IOException {
        Film film = renderer.film();
        if (format == FilmFormat.GIF) {
            return new GifWriter(film, palette(renderer), temporary);
        }
        VideoCodec codec = format == FilmFormat.MP4 ? VideoCodec.H264 : VideoCodec.VP9;
        FrameRate rate = FrameRate.of(film.timeline().rate());
        return new VideoWriter(codec, temporary, film.width(), film.height(), rate);
    }

    private static Palette palette(FilmRenderer renderer) {
        int frames = renderer.film().timeline().frames();
        int samples = Math.min(PALETTE_FRAMES, frames);
        List<byte[]> sampled = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            sampled.add(renderer.frame((long) i * frames / samples));
        }
        return Palette.of(sampled);
    }

    /**
     * Writes frames as numbered PNG pictures. They are collected in a temporary folder beside their
     * destination and moved at the end, so that a film appears whole or not at all.
     */
    private static final class PictureWriter implements FrameWriter {

        private final NumberedName name;
        private final Path gathering;
        private final List<Path> written = new ArrayList<>();

        PictureWriter(NumberedName name) throws IOException {
            this.name = name;
            Path beside = name.folder().toAbsolutePath().getParent();
            if (beside == null || Files.isDirectory(name.folder())) {
                beside = name.folder();
            }
            gathering =
                    beside.resolve(
                            ".part-" + ProcessHandle.current().pid() + "-" + name.hashCode());
            Files.createDirectories(gathering);
            gathering.toFile().deleteOnExit();
        }

        @Override
        public void add(Pixels frame) throws IOException {
            Path file = gathering.resolve(name.of(written.size()));
            file.toFile().deleteOnExit(); // runs after every shutdown hook, also on Ctrl-C
            written.add(file);
            try {
                ImageFiles.write(frame.toImage(), file);
            } catch (IOException e) {
                String place = name.folder().resolve(file.getFileName()).toString();
                throw new IOException(
                        String.valueOf(e.getMessage()).replace(file.toString(), place), e);
            }
        }

        @Override
        public void end() throws IOException {
            Files.createDirectories(name.folder());
            for (Path file : written) {
                Path target = name.folder().resolve(file.getFileName());
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }

        @Override
        public void close() throws IOException {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(gathering);
        }
    }
}
