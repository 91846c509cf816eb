package ikat.studio.jobs.training;

import ikat.io.AtomicFile;
import ikat.studio.web.Json;
import ikat.text.Fact;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** How a training has gone so far, over all its runs. Safe for many threads. */
final class Course implements TrainingListener {

    private static final Logger LOG = LoggerFactory.getLogger(Course.class);
    private static final int MOST_HAPPENINGS = 20;

    private Curve losses = new Curve();
    private Curve scores = new Curve();
    private final List<String> happenings = new ArrayList<>();
    private @Nullable Double best;
    private @Nullable Last last;

    /** Where it stands. */
    record Last(
            long step,
            double seconds,
            double fraction,
            double discriminatorLoss,
            double generatorLoss,
            double featureLoss,
            double stepsPerSecond,
            double secondsLeft) {}

    private record Kept(
            Curve.Kept losses,
            Curve.Kept scores,
            List<String> happenings,
            @Nullable Double best,
            @Nullable Last last) {}

    @Override
    public synchronized void started(TrainingPlan plan, long firstStep) {
        // what lies beyond the checkpoint is trained anew
        losses.cutAfter(firstStep);
        scores.cutAfter(firstStep);
    }

    @Override
    public synchronized void progressed(TrainingProgress progress) {
        losses.add(
                progress.step(),
                progress.discriminatorLoss(),
                progress.generatorLoss(),
                progress.featureLoss());
        last =
                new Last(
                        progress.step(),
                        progress.elapsed().toMillis() / 1000.0,
                        Math.min(1, progress.fraction()),
                        progress.discriminatorLoss(),
                        progress.generatorLoss(),
                        progress.featureLoss(),
                        progress.stepsPerSecond(),
                        progress.left().toMillis() / 1000.0);
    }

    @Override
    public synchronized void scored(double score, boolean isBest, TrainingProgress progress) {
        scores.add(progress.step(), score);
        best = best == null ? score : Math.min(best, score);
    }

    @Override
    public void recovered(String reason, TrainingProgress progress) {
        note(reason);
    }

    @Override
    public void checkpointFailed(String reason) {
        note(reason);
    }

    void note(Fact fact) {
        note(fact.label().isEmpty() ? fact.value() : fact.label() + ": " + fact.value());
    }

    /** Keeps a sentence about something unusual. */
    synchronized void note(String sentence) {
        happenings.add(sentence);
        if (happenings.size() > MOST_HAPPENINGS) {
            happenings.remove(0);
        }
    }

    /** Whether a step was made. */
    synchronized boolean hasBegun() {
        return last != null;
    }

    /** Where it stands, for clients. */
    synchronized Map<String, Object> progress() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("progress", last);
        all.put("bestScore", best);
        return all;
    }

    /** The same with what was unusual. */
    synchronized Map<String, Object> facts() {
        Map<String, Object> all = progress();
        all.put("happenings", List.copyOf(happenings));
        return all;
    }

    /** Losses as step, discriminator, generator, features; scores as step, score. */
    synchronized Map<String, Object> series() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("losses", losses.points());
        all.put("scores", scores.points());
        return all;
    }

    void write(Path file) {
        try {
            String json = Json.MAPPER.writeValueAsString(kept());
            AtomicFile.write(file, part -> Files.writeString(part, json));
        } catch (IOException e) {
            LOG.warn("the course of a training could not be kept: {}", e.getMessage());
        }
    }

    private synchronized Kept kept() {
        return new Kept(losses.kept(), scores.kept(), List.copyOf(happenings), best, last);
    }

    /** Reads what was written; what cannot be read is only curves, and they begin anew. */
    static Course read(Path file) {
        Course course = new Course();
        if (!Files.exists(file)) {
            return course;
        }
        try {
            Kept kept = Json.MAPPER.readValue(Files.readString(file), Kept.class);
            course.losses = new Curve(kept.losses());
            course.scores = new Curve(kept.scores());
            course.happenings.addAll(kept.happenings());
            course.best = kept.best();
            course.last = kept.last();
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read: {}", file, e.getMessage());
        }
        return course;
    }
}
