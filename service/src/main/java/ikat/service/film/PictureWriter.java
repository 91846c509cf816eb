package ikat.service.film;

import ikat.image.ImageFiles;
import ikat.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes frames as numbered PNG pictures. They are collected in a temporary folder beside their
 * destination and moved at the end, so that a film appears whole or not at all.
 */
final class PictureWriter implements FrameWriter {

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
                beside.resolve(".part-" + ProcessHandle.current().pid() + "-" + name.hashCode());
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
