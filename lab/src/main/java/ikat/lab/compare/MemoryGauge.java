package ikat.lab.compare;

import ikat.lab.compare.PeakMemory.Kind;
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
import java.util.function.ToLongFunction;

/**
 * Measures the peak of the process's memory from now on. Linux keeps the peak of the resident
 * memory ({@code VmHWM}) and sets it back on request (proc(5), {@code clear_refs}); elsewhere Java
 * tells of its heap.
 */
final class MemoryGauge {

    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static final String RESET_PEAK = "5";

    private final Kind kind;
    private final long before;

    private MemoryGauge(Kind kind, long before) {
        this.kind = kind;
        this.before = before;
    }

    /** Begins; what is garbage by now does not count. */
    static MemoryGauge begin() {
        System.gc();
        if (resetPeak()) {
            OptionalLong now = Resident.now();
            if (now.isPresent() && Resident.peak().isPresent()) {
                return new MemoryGauge(Kind.RESIDENT, now.getAsLong());
            }
        }
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        return new MemoryGauge(Kind.HEAP, heap(MemoryPoolMXBean::getUsage));
    }

    /** What was the most since it began. */
    PeakMemory read() {
        long peak =
                kind == Kind.RESIDENT
                        ? Resident.peak().orElse(0)
                        : heap(MemoryPoolMXBean::getPeakUsage);
        return new PeakMemory(kind, Math.max(before, peak), before);
    }

    private static boolean resetPeak() {
        try {
            Files.writeString(RESET, RESET_PEAK);
            return true;
        } catch (IOException e) {
            return false; // no Linux, or not allowed
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long heap(Function<MemoryPoolMXBean, MemoryUsage> usage) {
        ToLongFunction<MemoryPoolMXBean> used = pool -> usage.apply(pool).getUsed();
        return heapPools().stream().mapToLong(used).sum();
    }
}
