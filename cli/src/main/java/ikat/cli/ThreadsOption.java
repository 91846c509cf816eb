package ikat.cli;

import ikat.service.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the number of threads. */
public final class ThreadsOption {

    private static final int MOST = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads; default: all processors.")
    private @Nullable Integer threads;

    /** Throws {@link Refusal} if the number is out of range. */
    public void check() {
        if (threads != null) {
            OptionError.range("--threads", threads, 1, MOST);
        }
    }

    /** The number of threads. */
    public int count() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
