package ikat.cli;

import ikat.service.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how many threads work. */
public final class ThreadsOption {

    private static final int MOST = 1024;

    @Option(names = "--threads", paramLabel = "N", description = "Default: all processors.")
    private @Nullable Integer threads;

    /** Throws {@link Refusal} where it is out of its range. */
    public void check() {
        if (threads != null && (threads < 1 || threads > MOST)) {
            throw Refusal.usage("--threads is " + threads + ", but must be from 1 to " + MOST);
        }
    }

    /** How many to work on. */
    public int count() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
