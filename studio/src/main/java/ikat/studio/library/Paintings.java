package ikat.studio.library;

import ikat.io.AtomicFile;
import ikat.studio.serve.MapDocument;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Paintings by id, each a file with its name and its painted map, which are kept until they are
 * deleted. Thread-safe.
 */
final class Paintings {

    private static final Logger LOG = LoggerFactory.getLogger(Paintings.class);
    private static final String ENDING = ".json";
    private static final String ID = "[0-9a-f]{12}";
    private static final int ID_BYTES = 6;
    private static final int MOST = 2_000;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** A painting as it is kept; times in ISO 8601. */
    record Painting(String name, String created, String changed, MapDocument map) {

        Painting named(String other) {
            return new Painting(other, created, changed, map);
        }

        Painting painted(MapDocument other) {
            return new Painting(name, created, Instant.now().toString(), other);
        }
    }

    /** A painting with its id. */
    record Kept(String id, Painting painting) {}

    Paintings(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** All paintings, the last changed first; files that are none are left out. */
    synchronized List<Kept> all() {
        List<Kept> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                String id = name.substring(0, name.length() - ENDING.length());
                if (id.matches(ID)) {
                    add(all, id);
                }
            }
        } catch (IOException e) {
            LOG.warn("{} could not be looked through: {}", folder, e.getMessage());
        }
        all.sort(Comparator.comparing((Kept one) -> one.painting().changed()).reversed());
        return all;
    }

    private void add(List<Kept> all, String id) {
        try {
            all.add(new Kept(id, read(id)));
        } catch (IOException | JacksonException e) {
            LOG.warn("the painting {} cannot be read and is left alone", id, e);
        }
    }

    private Painting read(String id) throws IOException {
        return Json.MAPPER.readValue(Files.readString(file(id)), Painting.class);
    }

    /**
     * A painting.
     *
     * @throws Problem 404 if there is none
     */
    synchronized Painting get(String id) {
        try {
            if (id.matches(ID)) {
                return read(id);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("no painting {}", id, e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw Problem.notFound("there is no painting " + Query.excerpt(id));
    }

    /**
     * Adds a painting under a name, with a number if another has it.
     *
     * @throws Problem 409 if there are too many
     */
    synchronized Kept add(KeptName name, MapDocument map) {
        List<Kept> all = all();
        if (all.size() >= MOST) {
            throw Problem.conflict(
                    "there are %s paintings, as many as are kept; delete some".formatted(MOST));
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        String free =
                name.free(one -> all.stream().anyMatch(kept -> kept.painting().name().equals(one)))
                        .text();
        String now = Instant.now().toString();
        return put(id, new Painting(free, now, now, map));
    }

    /** Replaces a painting. */
    synchronized Kept put(String id, Painting painting) {
        String json = Json.MAPPER.writeValueAsString(painting);
        try {
            Files.createDirectories(folder);
            AtomicFile.write(file(id), part -> Files.writeString(part, json));
        } catch (IOException e) {
            throw Problem.notKept("the painting", e);
        }
        return new Kept(id, painting);
    }

    /** Lets paintings of a model that is called otherwise now find it. */
    synchronized void follow(String former, String name) {
        for (Kept kept : all()) {
            MapDocument map = kept.painting().map();
            if (map.models().contains(former)) {
                Painting painting = kept.painting();
                put(
                        kept.id(),
                        new Painting(
                                painting.name(),
                                painting.created(),
                                painting.changed(),
                                map.renamed(former, name)));
            }
        }
    }

    /** The file of a painting that there is. */
    Path file(String id) {
        return folder.resolve(id + ENDING);
    }
}
