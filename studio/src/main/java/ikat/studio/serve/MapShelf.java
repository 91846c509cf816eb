package ikat.studio.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ikat.io.AtomicFile;
import ikat.io.FileAge;
import ikat.studio.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Painted maps by id: finished ones in files, and drafts, of which every move of the brush makes a
 * new one, in a cache in memory. The files used least recently are deleted when there are too many.
 * Thread-safe.
 */
final class MapShelf {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final String ENDING = ".json";
    private static final long DRAFT_BYTES = 16L << 20;

    private final Path folder;
    private final int mostFiles;
    private final long mostBytes;
    private final Cache<String, byte[]> drafts =
            Caffeine.newBuilder()
                    .maximumWeight(DRAFT_BYTES)
                    .<String, byte[]>weigher((id, map) -> 100 + map.length)
                    .build();

    private record Kept(Path file, Instant used, long bytes) {}

    /** A shelf in a folder, which is created with the first map; at least one file is kept. */
    MapShelf(Path folder, int mostFiles, long mostBytes) {
        this.folder = folder;
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
    }

    /** Caches a map; returns its id. */
    String draft(byte[] canonical) {
        String id = MapDocument.id(canonical);
        drafts.put(id, canonical);
        return id;
    }

    /**
     * Writes a map; returns its id.
     *
     * @throws Problem 503 if it cannot be written
     */
    synchronized String keep(byte[] canonical) {
        String id = MapDocument.id(canonical);
        try {
            write(file(id), canonical);
        } catch (IOException e) {
            throw Problem.notKept("the map", e);
        }
        return id;
    }

    private void write(Path file, byte[] canonical) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(file)) {
            touch(file);
        } else {
            AtomicFile.write(file, temporary -> Files.write(temporary, canonical));
            makeRoom(file);
        }
    }

    /**
     * Returns a map as JSON.
     *
     * @throws Problem 404 if there is none
     */
    byte[] get(String id) {
        if (!ID.matcher(id).matches()) {
            throw Problem.invalid("the map", id, "24 digits from 0 to f");
        }
        byte[] draft = drafts.getIfPresent(id);
        return draft == null ? read(id) : draft;
    }

    private byte[] read(String id) {
        Path file = file(id);
        try {
            byte[] map = Files.readAllBytes(file);
            touch(file);
            return map;
        } catch (NoSuchFileException e) {
            throw Problem.notFound("there is no map " + id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }

    private static void touch(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (NoSuchFileException e) {
            return; // just deleted, in favour of maps used since
        }
    }

    private void makeRoom(Path newest) throws IOException {
        List<Kept> all = new ArrayList<>();
        Instant now = Instant.now();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                all.add(new Kept(file, FileAge.modified(file, now), Files.size(file)));
            }
        }
        all.sort(Comparator.comparing(Kept::used));
        int count = all.size();
        long bytes = all.stream().mapToLong(Kept::bytes).sum();
        for (Kept kept : all) {
            if (count <= mostFiles && bytes <= mostBytes) {
                return;
            }
            if (!kept.file().equals(newest)) {
                Files.deleteIfExists(kept.file());
                count--;
                bytes -= kept.bytes();
            }
        }
    }
}
