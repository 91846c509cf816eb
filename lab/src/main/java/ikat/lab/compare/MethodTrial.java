package ikat.lab.compare;

import ikat.image.Exemplar;
import ikat.image.Wraps;
import ikat.lab.compare.Comparison.Task;
import ikat.lab.compare.Trial.Failed;
import ikat.lab.compare.Trial.Judgement;
import ikat.lab.compare.Trial.Made;
import ikat.lab.compare.Trial.Outcome;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.StoppedException;
import ikat.lab.method.TextureMethod;
import ikat.service.Scoring;
import ikat.service.Sentence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Lets one method learn and make pictures, and measures what that takes.
 *
 * @param effort what the method may spend
 * @param stage receives what is being done
 */
record MethodTrial(Task task, Scoring scoring, Effort effort, Consumer<String> stage) {

    /** The median of a fast method is one of three pictures, that of a slow one its first. */
    private static final int FEWEST_MAKES = 3;

    private static final long SLOW_NANOS = 20_000_000_000L;
    private static final long POLL_MILLIS = 50;

    /**
     * Tries a method; a failure is part of the result.
     *
     * @throws StoppedException if a stop was requested
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
        PeakMemory.Gauge gauge = PeakMemory.Gauge.begin();
        List<Exemplar> pictures = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        long begun = System.nanoTime();
        stage.accept("preparing");
        try (LearnedTexture learned = method.learn(task.exemplar(), effort, task.seed())) {
            long prepared = System.nanoTime() - begun;
            Growth growth = learned.growth();
            stage.accept("making pictures");
            while (wantsMore(times)) {
                long start = System.nanoTime();
                Exemplar picture =
                        learned.make(task.width(), task.height(), task.seed() + times.size());
                times.add(System.nanoTime() - start);
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
        return times.size() < task.seeds()
                || times.size() < FEWEST_MAKES && median(times) < SLOW_NANOS;
    }

    private static long median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    private Judgement judgement(List<Exemplar> pictures) {
        try {
            return new Judgement(stoppable(() -> scoring.score(pictures, Wraps.NONE)), "");
        } catch (IllegalArgumentException e) {
            return new Judgement(null, Sentence.of(e));
        }
    }

    /**
     * Does work that cannot be stopped on a thread of its own, which is abandoned when a stop is
     * requested; it keeps no process alive.
     */
    private <T> T stoppable(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "scoring");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            effort.check();
            try {
                return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoppedException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(e.getCause());
            }
        }
    }
}
