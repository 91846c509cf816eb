package ikat.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.lab.compare.PeakMemory.Kind;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PeakMemoryTest {

    private static final int MANY = 48 << 20;

    @Test
    void whatIsHeldForAMomentCounts() {
        PeakMemory.Gauge gauge = PeakMemory.Gauge.begin();
        boolean resident = gauge.read().kind() == Kind.RESIDENT;
        // the heap may have room that is resident already; other memory is new
        ByteBuffer held = resident ? ByteBuffer.allocateDirect(MANY) : ByteBuffer.allocate(MANY);
        while (held.hasRemaining()) {
            held.putLong(-1);
        }
        PeakMemory memory = gauge.read();
        assertThat(held.getLong(0)).isEqualTo(-1);
        assertThat(memory.peakBytes() - memory.beforeBytes()).isGreaterThan(MANY / 2);
        assertThat(memory.words()).contains(" at most, ").contains(" before (");
    }

    @Test
    void residentMemoryIsMeasuredWhereTheSystemReportsIt() {
        boolean tells = Files.isWritable(Path.of("/proc/self/clear_refs"));
        assertThat(PeakMemory.Gauge.begin().read().kind())
                .isEqualTo(tells ? Kind.RESIDENT : Kind.HEAP);
    }
}
