package ikat.studio.jobs;

import ikat.service.Refusal;
import ikat.service.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs that wait, in their order, and the thread that does them. */
final class JobLane {

    private static final Logger LOG = LoggerFactory.getLogger(JobLane.class);
    private static final long CLOSING_MILLIS = 8_000;

    private final Jobs jobs;
    private final List<Job> waiting = new ArrayList<>();
    private final Thread thread = new Thread(this::work, "studio-jobs");
    private boolean closed;

    JobLane(Jobs jobs) {
        this.jobs = jobs;
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    synchronized void add(Job job) {
        waiting.add(job);
        waiting.sort(Comparator.comparingLong(Job::turn));
        notifyAll();
    }

    synchronized void remove(Job job) {
        waiting.remove(job);
    }

    synchronized Optional<Job> poll() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.remove(0));
    }

    synchronized List<Job> waiting() {
        return List.copyOf(waiting);
    }

    /** 1 for the next, 0 for a job that does not wait. */
    synchronized int position(Job job) {
        return waiting.indexOf(job) + 1;
    }

    /** A turn before all others. */
    synchronized long front() {
        return waiting.stream().mapToLong(Job::turn).min().orElse(0) - 1;
    }

    /** A turn after all others. */
    synchronized long back() {
        return waiting.stream().mapToLong(Job::turn).max().orElse(0) + 1;
    }

    private void work() {
        try {
            while (awaitWork()) {
                jobs.take().ifPresent(this::work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        while (!closed && waiting.isEmpty()) {
            wait();
        }
        return !closed;
    }

    /** Whatever goes wrong, the next job must have its turn. */
    private void work(Job job) {
        try {
            jobs.ended(job, job.work(), Optional.empty());
        } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
            LOG.debug("the job {} failed", job.id(), e);
            jobs.ended(job, JobState.FAILED, Optional.of(sentence(e)));
        }
    }

    /** Where the studio keeps its files is of no interest to clients. */
    private static String sentence(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "there was not enough memory; try a smaller width, patch or batch";
        }
        boolean spoken =
                failure instanceof IOException
                        || failure instanceof UncheckedIOException
                        || failure instanceof IllegalArgumentException
                        || failure instanceof Refusal
                        || failure instanceof LinkageError
                        || failure.getClass().getName().startsWith("ikat.");
        if (spoken) {
            return Sentence.withoutFolders(failure);
        }
        LOG.warn("a job failed unexpectedly", failure);
        return "something unexpected went wrong; the studio's log says what";
    }

    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
