package ikat.lab.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The memory of this process, native libraries included, where the system tells (proc(5), {@code
 * VmRSS} and {@code VmHWM}).
 */
public final class Resident {

    private static final Path STATUS = Path.of("/proc/self/status");

    private Resident() {}

    /** What it has now, in bytes. */
    public static OptionalLong now() {
        return bytes("VmRSS:");
    }

    /** The most that it has had, in bytes. */
    public static OptionalLong peak() {
        return bytes("VmHWM:");
    }

    private static OptionalLong bytes(String entry) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(entry))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
