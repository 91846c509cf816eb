package ikat.studio.serve;

import ikat.io.AtomicFile;
import ikat.io.Sha256;
import ikat.studio.web.Problem;
import ikat.studio.web.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The model files in the studio's own folder and in the gallery, as they are on disk now. Of two
 * with the same name, the own one wins. No part of a request ever becomes a path: names are looked
 * up among those of the existing files. Thread-safe.
 */
public final class ModelShelf {

    private static final String ENDING = ".safetensors";
    private static final int VERSION_DIGITS = 12;

    private final Path folder;
    private final Optional<Path> gallery;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();
    private volatile List<ShelvedModel> last = List.of();

    /** A file as it was when its digest was computed. */
    private record Seen(FileTime time, long size, String version) {}

    /**
     * A shelf.
     *
     * @param folder of the studio's own models; need not exist
     * @param gallery a folder of further models
     */
    public ModelShelf(Path folder, Optional<Path> gallery) {
        this.folder = folder;
        this.gallery = gallery;
    }

    /** All models, own ones first, by name. */
    public List<ShelvedModel> all() {
        Map<String, ShelvedModel> own = scan(folder, true);
        Map<String, ShelvedModel> more = gallery.map(g -> scan(g, false)).orElse(Map.of());
        List<ShelvedModel> all = new ArrayList<>(own.values());
        more.values().stream().filter(model -> !own.containsKey(model.name())).forEach(all::add);
        last = List.copyOf(all);
        return last;
    }

    /**
     * Finds a model.
     *
     * @param id a name, or a name, {@code @} and the version
     * @throws Problem 404 if there is none, or no longer in that version
     */
    public ShelvedModel get(String id) {
        for (ShelvedModel model : last) {
            if (isNamed(model, id) && isThere(model)) {
                return model; // a tile does not look at all files
            }
        }
        Collection<ShelvedModel> all = all();
        for (ShelvedModel model : all) {
            if (isNamed(model, id)) {
                return model;
            }
        }
        throw Problem.notFound(
                "there is no model %s; /api/models lists the %s there are"
                        .formatted(Query.excerpt(id), all.size()));
    }

    /** The model of a name. */
    public Optional<ShelvedModel> named(String name) {
        for (ShelvedModel model : last) {
            if (model.name().equals(name) && isThere(model)) {
                return Optional.of(model);
            }
        }
        return all().stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * Gives one of the own models another name.
     *
     * @throws Problem 409 if a file has that name by now
     */
    public synchronized ShelvedModel rename(ShelvedModel model, String name) {
        return place(name, model.version(), to -> Files.move(model.file(), to));
    }

    /**
     * Copies a model into the own ones.
     *
     * @throws Problem 409 if a file has that name by now
     */
    public synchronized ShelvedModel copy(ShelvedModel model, String name) {
        return place(
                name,
                model.version(),
                to ->
                        AtomicFile.write(
                                to,
                                part ->
                                        Files.copy(
                                                model.file(),
                                                part,
                                                StandardCopyOption.REPLACE_EXISTING)));
    }

    private ShelvedModel place(String name, String version, Placing placing) {
        Path file = folder.resolve(name + ENDING);
        if (Files.exists(file)) {
            throw Problem.conflict("there is a model called " + name + " already");
        }
        try {
            Files.createDirectories(folder);
            placing.at(file);
        } catch (NoSuchFileException e) {
            throw Problem.notFound("the model has just gone");
        } catch (IOException e) {
            throw Problem.notKept("the model " + name, e);
        }
        return new ShelvedModel(name, version, file, true);
    }

    /** Puts a model into a place. */
    private interface Placing {
        void at(Path file) throws IOException;
    }

    private static boolean isNamed(ShelvedModel model, String id) {
        return model.name().equals(id) || model.id().equals(id);
    }

    /** Whether a model is still what its name stands for. */
    private boolean isThere(ShelvedModel model) {
        boolean shadowed = !model.own() && Files.exists(folder.resolve(model.name() + ENDING));
        return !shadowed && version(model.file()).filter(model.version()::equals).isPresent();
    }

    private Map<String, ShelvedModel> scan(Path where, boolean own) {
        Map<String, ShelvedModel> models = new TreeMap<>();
        if (!Files.isDirectory(where)) {
            return models;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(where, "*" + ENDING)) {
            for (Path file : files) {
                String fileName = String.valueOf(file.getFileName());
                String name = fileName.substring(0, fileName.length() - ENDING.length());
                version(file)
                        .ifPresent(v -> models.put(name, new ShelvedModel(name, v, file, own)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return models;
    }

    /** The version of a file; empty if it has been deleted or cannot be read. */
    private Optional<String> version(Path file) {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Seen before = seen.get(file);
            if (before == null || !before.time().equals(time) || before.size() != size) {
                before = new Seen(time, size, Sha256.of(file).substring(0, VERSION_DIGITS));
                seen.put(file, before);
            }
            return Optional.of(before.version());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
