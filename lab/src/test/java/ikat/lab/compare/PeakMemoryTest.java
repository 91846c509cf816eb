package ikat.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.lab.compare.PeakMemory.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeakMemoryTest {

    private static final int MANY = 48 << 20;

    @TempDir private Path folder;

    /** Heap and native memory may have room that is resident already; a mapping is new. */
    private ByteBuffer mapped() throws IOException {
        try (FileChannel file =
                FileChannel.open(
                        folder.resolve("held"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            return file.map(FileChannel.MapMode.READ_WRITE, 0, MANY);
        }
    }

    @Test
    void whatIsHeldForAMomentCounts() throws IOException {
        PeakMemory.Gauge gauge = PeakMemory.Gauge.begin();
        boolean resident = gauge.read().kind() == Kind.RESIDENT;
        ByteBuffer held = resident ? mapped() : ByteBuffer.allocate(MANY);
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
