package ikat.studio.jobs.training;

import ikat.io.AtomicFile;
import ikat.model.TextureModel;
import ikat.service.report.Curve;
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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The history of a training over all its runs: loss and score curves, the last progress, and notes.
 * Listens to the training, reports about twice a second, and writes itself to a file. Thread-safe.
 */
final class TrainingHistory implements TrainingListener {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingHistory.class);
    private static final int MAX_POINTS = 300;
    private static final int MAX_NOTES = 20;
    private static final long REPORT_NANOS = 500_000_000L;
    private static final long WRITE_NANOS = 5_000_000_000L;

    private final Path file;
    private final BiConsumer<String, Map<String, Object>> events;
    private final Runnable changed;
    private final BiConsumer<TextureModel, TrainingProgress> states;
    private final Curve losses;
    private final Curve scores;
    private final List<String> notes;
    private @Nullable Double best;
    private @Nullable Last last;
    private long reported = System.nanoTime() - REPORT_NANOS; // by the training's thread
    private long written = System.nanoTime();

    /** The last progress. */
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

    private TrainingHistory(
            Path file,
            Kept kept,
            BiConsumer<String, Map<String, Object>> events,
            Runnable changed,
            BiConsumer<TextureModel, TrainingProgress> states) {
        this.file = file;
        this.states = states;
        this.events = events;
        this.changed = changed;
        losses = new Curve(MAX_POINTS, kept.losses());
        scores = new Curve(MAX_POINTS, kept.scores());
        notes = new ArrayList<>(kept.happenings());
        best = kept.best();
        last = kept.last();
    }

    /**
     * Reads a history; begins a new one if there is none, or none that can be read.
     *
     * @param states receives states of the training to be shown, before the event about them
     */
    static TrainingHistory read(
            Path file,
            BiConsumer<String, Map<String, Object>> events,
            Runnable changed,
            BiConsumer<TextureModel, TrainingProgress> states) {
        if (Files.exists(file)) {
            try {
                Kept kept = Json.MAPPER.readValue(Files.readString(file), Kept.class);
                return new TrainingHistory(file, kept, events, changed, states);
            } catch (IOException | JacksonException | IllegalArgumentException e) {
                LOG.warn("{} cannot be read: {}", file, e.getMessage());
            }
        }
        Kept none = new Kept(Curve.Kept.NONE, Curve.Kept.NONE, List.of(), null, null);
        return new TrainingHistory(file, none, events, changed, states);
    }

    @Override
    public void started(TrainingPlan plan, long firstStep) {
        synchronized (this) {
            // steps after the checkpoint are trained again
            losses.cutAfter(firstStep);
            scores.cutAfter(firstStep);
        }
        changed.run();
    }

    @Override
    public void progressed(TrainingProgress progress) {
        add(progress);
        long now = System.nanoTime();
        if (now - reported >= REPORT_NANOS || progress.fraction() >= 1) {
            events.accept("progress", progress());
            reported = now;
        }
        if (now - written >= WRITE_NANOS) {
            write();
            written = now;
        }
    }

    private synchronized void add(TrainingProgress progress) {
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
    public void previewed(TextureModel model, TrainingProgress progress) {
        states.accept(model, progress);
        events.accept("preview", Map.of("step", progress.step()));
    }

    @Override
    public void scored(double score, boolean isBest, TrainingProgress progress) {
        synchronized (this) {
            scores.add(progress.step(), score);
            best = best == null ? score : Math.min(best, score);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("step", progress.step());
        body.put("score", score);
        events.accept("score", body);
    }

    @Override
    public void recovered(String reason, TrainingProgress progress) {
        note(reason);
        changed.run();
    }

    @Override
    public void checkpointFailed(String reason) {
        note(reason);
        changed.run();
    }

    void note(Fact fact) {
        note(fact.label().isEmpty() ? fact.value() : fact.label() + ": " + fact.value());
    }

    /** Adds a sentence about something unusual. */
    synchronized void note(String sentence) {
        notes.add(sentence);
        if (notes.size() > MAX_NOTES) {
            notes.remove(0);
        }
    }

    /** Seconds that were trained so far. */
    synchronized double seconds() {
        return last == null ? 0 : last.seconds();
    }

    /** Whether at least one step was trained. */
    synchronized boolean hasBegun() {
        return last != null;
    }

    /** The last progress, for clients. */
    synchronized Map<String, Object> progress() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("progress", last);
        all.put("bestScore", best);
        return all;
    }

    /** The last progress and the notes, for clients. */
    synchronized Map<String, Object> facts() {
        Map<String, Object> all = progress();
        all.put("happenings", List.copyOf(notes));
        return all;
    }

    /** Losses as [step, discriminator, generator, features], scores as [step, score]. */
    synchronized Map<String, Object> series() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("losses", losses.points());
        all.put("scores", scores.points());
        return all;
    }

    /** Writes the history to its file; failures are logged. */
    void write() {
        try {
            String json = Json.MAPPER.writeValueAsString(kept());
            AtomicFile.write(file, part -> Files.writeString(part, json));
        } catch (IOException e) {
            LOG.warn("the history of a training could not be kept: {}", e.getMessage());
        }
    }

    private synchronized Kept kept() {
        return new Kept(losses.kept(), scores.kept(), List.copyOf(notes), best, last);
    }
}
