package ikat.studio.jobs;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.ImageFormatException;
import ikat.io.FileAge;
import ikat.score.Score;
import ikat.service.Workshop;
import ikat.service.score.Candidates;
import ikat.service.score.ScoreJson;
import ikat.studio.queue.FairQueue;
import ikat.studio.queue.LateAnswer;
import ikat.studio.web.Feature;
import ikat.studio.web.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/scores}: scores pictures by their similarity to an exemplar. */
public final class ScoreRoutes implements Feature {

    private static final Logger LOG = LoggerFactory.getLogger(ScoreRoutes.class);
    private static final String TEMPORARY = "ikat-score";
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final int MOST_PICTURES = 16;
    private static final int LARGEST = 4096;
    private static final long MOST_PIXELS = 32L << 20; // of all pictures together

    private final Workshop workshop;
    private final FairQueue queue;

    /** Scores in a queue, apart from what is rendered: a request takes much memory and time. */
    public ScoreRoutes(Workshop workshop, FairQueue queue) {
        this.workshop = workshop;
        this.queue = queue;
        removeAbandoned(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/scores", this::score);
    }

    /** Removes what studios left that were killed: no score takes so long. */
    static void removeAbandoned(Path folder, Instant now) {
        Instant since = now.minus(ABANDONED);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, TEMPORARY + "*")) {
            for (Path one : left) {
                if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)
                        && Files.isWritable(one)
                        && FileAge.modified(one, now).isBefore(since)) {
                    JobStore.remove(one);
                }
            }
        } catch (IOException e) {
            LOG.debug("{} could not be looked through", folder, e);
        }
    }

    private void score(Context context) {
        List<UploadedFile> exemplar = Uploads.files(context, "exemplar", 1);
        List<UploadedFile> pictures = Uploads.files(context, "picture", MOST_PICTURES);
        LateAnswer.send(
                context, queue, () -> score(exemplar, pictures), facts -> context.json(facts));
    }

    private Map<String, Object> score(List<UploadedFile> exemplar, List<UploadedFile> pictures)
            throws IOException {
        Path folder = Files.createTempDirectory(TEMPORARY);
        try {
            return score(
                    Uploads.save(exemplar, Files.createDirectory(folder.resolve("e"))).get(0),
                    Uploads.save(pictures, Files.createDirectory(folder.resolve("p"))));
        } finally {
            JobStore.remove(folder);
        }
    }

    private Map<String, Object> score(Path exemplarFile, List<Path> files) throws IOException {
        try {
            Exemplar exemplar = read(exemplarFile);
            long pixels = pixels(exemplar);
            List<Exemplar> pictures = new ArrayList<>();
            for (Path file : files) {
                Exemplar picture = read(file);
                pixels += pixels(picture);
                if (pixels > MOST_PIXELS) {
                    throw Problem.tooLarge(
                            "the pictures have more than %s megapixels together; send fewer or smaller ones"
                                    .formatted(MOST_PIXELS >> 20));
                }
                pictures.add(picture);
            }
            Candidates scored = Candidates.of(pictures);
            Score score = scored.score(workshop, exemplar);
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("exemplar", exemplar.name());
            all.put("scored", scored.names());
            all.putAll(ScoreJson.entries(score));
            all.put("meaning", ScoreJson.MEANING);
            return all;
        } catch (ImageFormatException e) {
            throw Problem.badRequest(e.withoutFolders());
        }
    }

    private static long pixels(Exemplar picture) {
        return (long) picture.width() * picture.height();
    }

    private static Exemplar read(Path file) throws IOException {
        Exemplar picture = ImageFiles.read(file);
        if (Math.max(picture.width(), picture.height()) > LARGEST) {
            throw Problem.badRequest(
                    "%s is %sx%s pixels, but what is scored has at most %s a side"
                            .formatted(picture.name(), picture.width(), picture.height(), LARGEST));
        }
        return picture;
    }
}
