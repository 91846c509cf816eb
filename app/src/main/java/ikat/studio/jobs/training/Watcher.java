package ikat.studio.jobs.training;

import ikat.model.TextureModel;
import ikat.studio.jobs.Feed;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the course of a training and tells of it, about twice a second. */
final class Watcher implements TrainingListener {

    private static final long TELL_NANOS = 500_000_000L;
    private static final long KEEP_NANOS = 5_000_000_000L;

    private final Course course;
    private final Feed feed;
    private final TrainingFiles files;
    private final Runnable changed;
    private long told = System.nanoTime() - TELL_NANOS;
    private long kept = System.nanoTime();

    /**
     * A watcher.
     *
     * @param changed run when there is more to tell than numbers
     */
    Watcher(Course course, Feed feed, TrainingFiles files, Runnable changed) {
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
            feed.tell("progress", course.progress());
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
        feed.tell("preview", what);
    }

    @Override
    public void scored(double score, boolean best, TrainingProgress progress) {
        course.scored(score, best, progress);
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("step", progress.step());
        what.put("score", score);
        feed.tell("score", what);
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
