package ikat.studio.library;

import ikat.io.AtomicFile;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Deleted files, each in a folder of its own with a note of what it was. They are kept for 30 days;
 * older ones are removed when a studio opens the folder. Thread-safe.
 */
final class Trash {

    /** For how long a deleted file can be brought back. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Trash.class);
    private static final String NOTE = "note.json";
    private static final String CONTENT = "content";
    private static final String ID = "[0-9a-f]{12}";
    private static final int ID_BYTES = 6;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** What was deleted: a model or painting, its name, the name of its file, and when. */
    record Note(String kind, String name, String file, String deleted) {}

    /** What can be brought back. */
    record Deleted(String id, Note note) {}

    Trash(Path folder, Instant now) {
        this.folder = folder;
        for (Deleted one : all()) {
            if (Instant.parse(one.note().deleted()).plus(KEPT).isBefore(now)) {
                remove(one.id());
            }
        }
    }

    /** Moves a file here, which must be on the same disk; returns the id to bring it back by. */
    synchronized String put(String kind, String name, Path file) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Note note =
                new Note(kind, name, String.valueOf(file.getFileName()), Instant.now().toString());
        try {
            Path own = Files.createDirectories(folder.resolve(id));
            String json = Json.MAPPER.writeValueAsString(note);
            AtomicFile.write(own.resolve(NOTE), part -> Files.writeString(part, json));
            Files.move(file, own.resolve(CONTENT));
        } catch (IOException e) {
            remove(id);
            throw Problem.notKept("what is deleted", e);
        }
        return id;
    }

    /** What can be brought back, the last deleted first. */
    synchronized List<Deleted> all() {
        List<Deleted> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path own : each) {
                String id = String.valueOf(own.getFileName());
                read(id).ifPresent(note -> all.add(new Deleted(id, note)));
            }
        } catch (IOException e) {
            LOG.warn("{} could not be looked through: {}", folder, e.getMessage());
        }
        all.sort(Comparator.comparing((Deleted one) -> one.note().deleted()).reversed());
        return all;
    }

    private Optional<Note> read(String id) {
        Path own = folder.resolve(id);
        if (!id.matches(ID) || !Files.exists(own.resolve(CONTENT))) {
            return Optional.empty();
        }
        try {
            Note note = Json.MAPPER.readValue(Files.readString(own.resolve(NOTE)), Note.class);
            Instant.parse(note.deleted());
            boolean plain = note.file().equals(String.valueOf(Path.of(note.file()).getFileName()));
            return plain ? Optional.of(note) : Optional.empty();
        } catch (IOException | JacksonException | java.time.DateTimeException e) {
            LOG.debug("{} cannot be read", own, e);
            return Optional.empty();
        }
    }

    /**
     * What was deleted.
     *
     * @throws Problem 404 if it is not here, or no longer
     */
    synchronized Note get(String id) {
        return read(id).orElseThrow(
                        () ->
                                Problem.notFound(
                                        "there is nothing to bring back as " + Query.excerpt(id)));
    }

    /**
     * Moves a file back to a folder under its name.
     *
     * @throws Problem 404 if it is not here, 409 if there is another of that name by now
     */
    synchronized Note restore(String id, Path where) {
        Note note = get(id);
        Path file = where.resolve(note.file());
        if (Files.exists(file)) {
            throw Problem.conflict(
                    "there is another %s called %s by now; rename that one first"
                            .formatted(note.kind(), note.name()));
        }
        try {
            Files.createDirectories(where);
            Files.move(folder.resolve(id).resolve(CONTENT), file);
        } catch (IOException e) {
            throw Problem.notKept("what was deleted", e);
        }
        remove(id);
        return note;
    }

    /** Removes everything for good. */
    synchronized void empty() {
        all().forEach(one -> remove(one.id()));
    }

    private void remove(String id) {
        Path own = folder.resolve(id);
        try {
            Files.deleteIfExists(own.resolve(CONTENT));
            Files.deleteIfExists(own.resolve(NOTE));
            Files.deleteIfExists(own);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", own, e.getMessage());
        }
    }
}
