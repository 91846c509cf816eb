package ikat.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process, native libraries included. */
final class Resident {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private Resident() {}

    /** The most that the process has had, or 0 where the system does not tell. */
    static long peakBytes() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(entry -> entry.startsWith(PEAK))
                    .mapToLong(entry -> Long.parseLong(entry.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // a figure less in the table
        }
    }
}
