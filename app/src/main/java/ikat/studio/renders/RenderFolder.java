package ikat.studio.renders;

import ikat.model.AtomicFile;
import ikat.studio.web.Json;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Where renders lie: each in a folder of its own, with a {@code job.json} once it is done. A folder
 * without one holds what a run of the studio left unfinished.
 */
final class RenderFolder {

    private static final Logger LOG = LoggerFactory.getLogger(RenderFolder.class);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
    private static final String FACTS = "job.json";

    private final Path folder;

    RenderFolder(Path folder) {
        this.folder = folder;
    }

    /** The file of a render, which need not be there. */
    Path file(RenderJob job) {
        return folder.resolve(job.id()).resolve(job.name());
    }

    /** Makes room for a render; returns its file-to-be. */
    Path prepare(RenderJob job) throws IOException {
        Files.createDirectories(folder.resolve(job.id()));
        return file(job);
    }

    /** Notes that a render is done. */
    void note(RenderView done) throws IOException {
        AtomicFile.write(
                folder.resolve(done.id()).resolve(FACTS),
                file -> Files.write(file, Json.MAPPER.writeValueAsBytes(done)));
    }

    /** Deletes all of a render; what cannot be deleted is told in the log. */
    void delete(String id) {
        try {
            deleteTree(folder.resolve(id));
        } catch (IOException e) {
            LOG.warn("the render {} could not be deleted: {}", id, e.toString());
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(root)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    /** What earlier runs finished, oldest first; what they left unfinished is deleted. */
    List<RenderJob> earlier() {
        List<RenderJob> done = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return done;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            List<Path> byAge = new ArrayList<>();
            entries.forEach(byAge::add);
            byAge.removeIf(entry -> !ID.matcher(String.valueOf(entry.getFileName())).matches());
            byAge.sort(Comparator.comparing(entry -> entry.resolve(FACTS).toFile().lastModified()));
            for (Path entry : byAge) {
                read(entry, done);
            }
        } catch (IOException e) {
            LOG.warn("earlier renders could not be listed: {}", e.toString());
        }
        return done;
    }

    private void read(Path entry, List<RenderJob> done) {
        String id = String.valueOf(entry.getFileName());
        try {
            RenderView view =
                    Json.MAPPER.readValue(
                            Files.readAllBytes(entry.resolve(FACTS)), RenderView.class);
            Path name = Path.of(view.name()).getFileName();
            if (view.id().equals(id) && view.name().equals(String.valueOf(name))) {
                RenderJob job = RenderJob.of(view);
                if (Files.isRegularFile(file(job))) {
                    done.add(job);
                    return;
                }
            }
        } catch (IOException | JacksonException e) {
            LOG.debug("{} is unfinished", entry, e);
        }
        delete(id);
    }
}
