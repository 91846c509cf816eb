package ikat.studio.jobs;

import ikat.service.Refusal;
import ikat.service.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that does the jobs, one after the other. */
final class JobWorker {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final long CLOSING_MILLIS = 8_000;

    private final Jobs jobs;
    private final Thread thread = new Thread(this::work, "studio-jobs");

    JobWorker(Jobs jobs) {
        this.jobs = jobs;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void work() {
        try {
            Optional<Job> next = jobs.take();
            while (next.isPresent()) {
                work(next.get());
                next = jobs.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Whatever goes wrong, the next job must have its turn. */
    private void work(Job job) {
        try {
            jobs.ended(job, job.work(), null);
        } catch (Throwable e) { // an error ends this job, not the thread
            LOG.debug("the job {} failed", job.id(), e);
            jobs.ended(job, Job.State.FAILED, sentence(e));
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

    /** Waits until the running job has ended, for a while. */
    void join() {
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
