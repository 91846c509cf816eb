package ikat.studio.jobs.training;

import ikat.studio.jobs.Uploads;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a training that clients name, by the names with which they were sent. */
final class StoredFiles {

    private final Path folder;
    private final Map<String, String> names = new HashMap<>();

    /** The files that are in a folder, which must exist. */
    StoredFiles(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .forEach(name -> names.put(name, name));
        }
    }

    /**
     * Adds files.
     *
     * @return where they are, in order
     * @throws Problem 413 if the training would have too many bytes
     */
    List<Path> save(List<UploadedFile> sent) throws IOException {
        List<Path> saved = Uploads.save(sent, folder);
        for (int i = 0; i < sent.size(); i++) {
            names.put(sent.get(i).filename(), String.valueOf(saved.get(i).getFileName()));
        }
        if (bytes() > (long) Uploads.MOST_MEGABYTES << 20) {
            throw Problem.tooLarge(
                    "the files of a training may have "
                            + Uploads.MOST_MEGABYTES
                            + " MB together; send smaller ones");
        }
        return saved;
    }

    private long bytes() throws IOException {
        long bytes = 0;
        for (Path file : all()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.toList());
        }
    }

    /**
     * The name here of a file that was sent.
     *
     * @throws Problem 400 if there is none
     */
    String name(String sent) {
        String name = names.get(sent);
        if (name == null) {
            throw Problem.badRequest(
                    "prepare names the file " + Query.excerpt(sent) + ", which was not sent");
        }
        return name;
    }

    /** Deletes all files but some. */
    void keep(Collection<String> kept) throws IOException {
        for (Path file : all()) {
            if (!kept.contains(String.valueOf(file.getFileName()))) {
                Files.deleteIfExists(file);
            }
        }
    }
}
