package ikat.lab.compare;

import ikat.image.Exemplar;
import ikat.lab.compare.Trial.Failed;
import ikat.lab.compare.Trial.Judgement;
import ikat.lab.compare.Trial.Made;
import ikat.lab.compare.Trial.Outcome;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.StoppedException;
import ikat.lab.method.TextureMethod;
import ikat.score.Wraps;
import ikat.service.Scoring;
import ikat.service.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Lets one method learn and make, and measures what that takes. */
final class MethodTrial {

    /** The median of a fast method is one of three pictures, that of a slow one its first. */
    private static final int FEWEST_MAKES = 3;

    private static final long SLOW_NANOS = 20_000_000_000L;

    private final Task task;
    private final Scoring scoring;
    private final Effort effort;
    private final LongSupplier nanoTime;
    private final Consumer<String> stage;

    /**
     * A trial.
     *
     * @param effort what the method may spend
     * @param nanoTime as {@link System#nanoTime()}
     * @param stage hears what is being done
     */
    MethodTrial(
            Task task,
            Scoring scoring,
            Effort effort,
            LongSupplier nanoTime,
            Consumer<String> stage) {
        this.task = task;
        this.scoring = scoring;
        this.effort = effort;
        this.nanoTime = nanoTime;
        this.stage = stage;
    }

    /**
     * Tries a method; what goes wrong is told in the result.
     *
     * @throws StoppedException if that was asked for
     */
    Trial of(TextureMethod method) {
        return new Trial(method.name(), method.title(), method.source(), outcome(method));
    }

    private Outcome outcome(TextureMethod method) {
        try {
            return made(method);
        } catch (StoppedException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
            effort.check(); // a wish to stop may end a method in other ways
            return new Failed(Sentence.of(e));
        }
    }

    private Made made(TextureMethod method) {
        MemoryGauge gauge = MemoryGauge.begin();
        List<Exemplar> pictures = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        long begun = nanoTime.getAsLong();
        stage.accept("preparing");
        try (LearnedTexture learned = method.learn(task.exemplar(), effort, task.seed())) {
            long prepared = nanoTime.getAsLong() - begun;
            Growth growth = learned.growth();
            stage.accept("making pictures");
            while (wantsMore(times)) {
                long start = nanoTime.getAsLong();
                Exemplar picture =
                        learned.make(task.width(), task.height(), task.seed() + times.size());
                times.add(nanoTime.getAsLong() - start);
                if (pictures.size() < task.seeds()) {
                    pictures.add(picture);
                }
                effort.check();
            }
            PeakMemory memory = gauge.read();
            stage.accept("scoring");
            Judgement judgement = judgement(pictures);
            effort.check();
            return new Made(
                    pictures,
                    growth,
                    Duration.ofNanos(prepared),
                    Duration.ofNanos(median(times)),
                    times.size(),
                    memory,
                    judgement);
        }
    }

    private boolean wantsMore(List<Long> times) {
        if (times.size() < task.seeds()) {
            return true;
        }
        return times.size() < FEWEST_MAKES && median(times) < SLOW_NANOS;
    }

    private static long median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    private Judgement judgement(List<Exemplar> pictures) {
        try {
            return new Judgement(
                    Patience.with(effort, () -> scoring.score(pictures, Wraps.NONE)), "");
        } catch (IllegalArgumentException e) {
            return new Judgement(null, Sentence.of(e));
        }
    }
}
