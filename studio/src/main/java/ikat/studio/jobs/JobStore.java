package ikat.studio.jobs;

import ikat.io.AtomicFile;
import ikat.studio.web.Json;
import ikat.studio.web.Problem;
import ikat.text.Excerpt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The jobs on disk, a folder for each in a common folder, which is created when first needed and
 * locked by one studio at a time.
 */
public final class JobStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobStore.class);
    private static final String FILE = "job.json";
    private static final int ID_BYTES = 6;
    private static final String ID = "[0-9a-f]{12}";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private @Nullable FileChannel lock;

    JobStore(Path folder) {
        this.folder = folder;
    }

    /** A job as it is kept; created in ISO 8601, failure one sentence or null, tries 0 if null. */
    record Kept(
            String kind,
            String created,
            Job.State state,
            Job.Request wish,
            long turn,
            @Nullable String failure,
            @Nullable Integer tries,
            JsonNode details) {}

    /**
     * Reads all jobs, with the features of their kinds. Damaged ones are logged and skipped;
     * remains of jobs whose creation failed are deleted.
     */
    List<Job> load(Function<String, JobFeature> kinds) throws IOException {
        List<Job> jobs = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return jobs;
        }
        if (!claim()) {
            LOG.warn("another studio works in {}; its jobs are left alone", folder);
            return jobs;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path one : all) {
                read(one, kinds, jobs);
            }
        }
        return jobs;
    }

    private static void read(Path one, Function<String, JobFeature> kinds, List<Job> jobs) {
        String id = String.valueOf(one.getFileName());
        Path file = one.resolve(FILE);
        if (!id.matches(ID)) {
            return;
        }
        if (!Files.exists(file)) {
            remove(one);
            return;
        }
        try {
            Kept kept = Json.MAPPER.readValue(Files.readString(file), Kept.class);
            Job.Origin origin = new Job.Origin(id, one, Instant.parse(kept.created()));
            Job job = kinds.apply(kept.kind()).restored(origin, kept.details());
            job.restore(kept);
            job.allFacts(0); // what cannot be shown is damaged, too
            jobs.add(job);
        } catch (IOException | RuntimeException e) {
            String reason = Excerpt.plain(String.valueOf(e.getMessage()), 200);
            LOG.warn("{} cannot be read and is left alone: {}", file, reason);
        }
    }

    /**
     * Creates the folder of a new job.
     *
     * @throws Problem 409 if another studio uses the common folder
     */
    Job.Origin newOrigin() throws IOException {
        Files.createDirectories(folder);
        if (!claim()) {
            throw Problem.conflict(
                    "another studio works in this folder; close it, or start this one with another"
                            + " --models");
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Path own = Files.createDirectory(folder.resolve(id));
        return new Job.Origin(id, own, Instant.now());
    }

    private synchronized boolean claim() throws IOException {
        if (lock != null) {
            return true;
        }
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                lock = channel;
                return true;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("a studio in this process works there", e);
        }
        channel.close();
        return false;
    }

    /** Writes a job. */
    static void save(Job job) throws IOException {
        Kept file =
                new Kept(
                        job.kind(),
                        job.created().toString(),
                        job.state,
                        job.request,
                        job.turn,
                        job.failure,
                        job.tries,
                        Json.MAPPER.valueToTree(job.details()));
        String json = Json.MAPPER.writeValueAsString(file);
        AtomicFile.write(job.folder().resolve(FILE), part -> Files.writeString(part, json));
    }

    /** The bytes of all files in a folder, which may change meanwhile. */
    static long bytes(Path own) {
        try (Stream<Path> all = Files.walk(own)) {
            return all.mapToLong(JobStore::size).sum();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} could not be measured", own, e);
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0; // just deleted
        }
    }

    /** Marks a job as deleted, even if the process ends before its folder is removed. */
    static void forget(Job job) throws IOException {
        Files.deleteIfExists(job.folder().resolve(FILE));
    }

    /** Deletes a folder with its content; failures are logged. */
    public static void remove(Path own) {
        if (!Files.exists(own)) {
            return;
        }
        try (Stream<Path> all = Files.walk(own)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", own, e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (lock != null) {
                lock.close();
                lock = null;
            }
        } catch (IOException e) {
            LOG.debug("the lock could not be given back", e);
        }
    }
}
