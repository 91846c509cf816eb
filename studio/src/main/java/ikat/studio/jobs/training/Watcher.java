package ikat.studio.jobs.training;

import ikat.model.TextureModel;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Keeps the course of a training and tells of it, about twice a second. */
final class Watcher implements TrainingListener {

    private static final long TELL_NANOS = 500_000_000L;
    private static final long KEEP_NANOS = 5_000_000_000L;

    private final Course course;
    private final BiConsumer<String, Map<String, Object>> feed;
    private final TrainingFiles files;
    private final Runnable changed;
    private long told = System.nanoTime() - TELL_NANOS;
    private long kept = System.nanoTime();

    /**
     * A watcher.
     *
     * @param feed takes an event and what it is about
     * @param changed run when there is more to tell than numbers
     */
    Watcher(
            Course course,
            BiConsumer<String, Map<String, Object>> feed,
            TrainingFiles files,
            Runnable changed) {
        this.course = course;
        this.feed = feed;
        this.files = files;
        this.changed = changed;
    }

    @Override
    public void started(TrainingPlan plan, long firstStep) {
        course.started(plan, firstStep);
        changed.run();
    }

    @Override
    public void progressed(TrainingProgress progress) {
        course.progressed(progress);
        long now = System.nanoTime();
        if (now - told >= TELL_NANOS || progress.fraction() >= 1) {
            feed.accept("progress", course.progress());
            told = now;
        }
        if (now - kept >= KEEP_NANOS) {
            course.write(files.course());
            kept = now;
        }
    }

    @Override
    public void previewed(TextureModel model, TrainingProgress progress) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("step", progress.step());
        feed.accept("preview", what);
    }

    @Override
    public void scored(double score, boolean best, TrainingProgress progress) {
        course.scored(score, best, progress);
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("step", progress.step());
        what.put("score", score);
        feed.accept("score", what);
    }

    @Override
    public void recovered(String reason, TrainingProgress progress) {
        course.recovered(reason, progress);
        changed.run();
    }

    @Override
    public void checkpointFailed(String reason) {
        course.checkpointFailed(reason);
        changed.run();
    }
}
