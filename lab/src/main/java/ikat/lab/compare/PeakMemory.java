package ikat.lab.compare;

import ikat.text.FileSize;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The peak of the process's memory while a method worked.
 *
 * @param kind what was measured
 * @param peakBytes at most
 * @param beforeBytes when the method began
 */
public record PeakMemory(Kind kind, long peakBytes, long beforeBytes) {

    /** What was measured. */
    public enum Kind {
        /** Memory of the whole process, Java and native libraries included. */
        RESIDENT("resident"),
        /** Java's objects only: this system reports no more. */
        HEAP("Java's heap only");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static final String RESET_PEAK = "5";

    /** Such as {@code 812 MB}. */
    String peak() {
        return FileSize.text(peakBytes);
    }

    /** Such as {@code 812 MB at most, 240 MB before (resident)}. */
    String words() {
        return "%s at most, %s before (%s)"
                .formatted(peak(), FileSize.text(beforeBytes), kind.words);
    }

    /**
     * The peak of this process's resident memory in bytes, native libraries included, if the system
     * reports it (proc(5), {@code VmHWM}).
     */
    public static OptionalLong ofProcess() {
        return status("VmHWM:");
    }

    private static OptionalLong status(String entry) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(entry))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Measures the peak from its beginning on. Linux keeps the peak of the resident memory and
     * resets it on request (proc(5), {@code clear_refs}); elsewhere Java reports that of its heap.
     */
    static final class Gauge {

        private final Kind kind;
        private final long before;

        private Gauge(Kind kind, long before) {
            this.kind = kind;
            this.before = before;
        }

        /** Begins; what is garbage by now does not count. */
        static Gauge begin() {
            System.gc();
            OptionalLong now = resetPeak() ? status("VmRSS:") : OptionalLong.empty();
            if (now.isPresent() && ofProcess().isPresent()) {
                return new Gauge(Kind.RESIDENT, now.getAsLong());
            }
            heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
            return new Gauge(Kind.HEAP, heap(MemoryPoolMXBean::getUsage));
        }

        /** The peak since it began. */
        PeakMemory read() {
            long peak =
                    kind == Kind.RESIDENT
                            ? ofProcess().orElse(0)
                            : heap(MemoryPoolMXBean::getPeakUsage);
            return new PeakMemory(kind, Math.max(before, peak), before);
        }

        private static boolean resetPeak() {
            try {
                Files.writeString(RESET, RESET_PEAK);
                return true;
            } catch (IOException e) {
                return false; // not Linux, or not allowed
            }
        }

        private static List<MemoryPoolMXBean> heapPools() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();
        }

        private static long heap(Function<MemoryPoolMXBean, MemoryUsage> usage) {
            return heapPools().stream().mapToLong(pool -> usage.apply(pool).getUsed()).sum();
        }
    }
}
