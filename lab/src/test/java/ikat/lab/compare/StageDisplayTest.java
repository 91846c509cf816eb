package ikat.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.cli.terminal.LiveLine;
import ikat.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StageDisplayTest {

    private final StringWriter out = new StringWriter();
    private final AtomicLong time = new AtomicLong();

    private StageDisplay display(Terminal terminal) {
        return new StageDisplay(new LiveLine(new PrintWriter(out), terminal), time::get, 4);
    }

    @Test
    void aTerminalSeesThePieceAndItsTime() throws InterruptedException {
        try (StageDisplay display = display(new Terminal(true, 80, false))) {
            display.begin(1, "quilting: preparing");
            time.set(72_000_000_000L);
            for (int i = 0; i < 200 && !out.toString().contains("1m12s"); i++) {
                Thread.sleep(10);
            }
        }
        assertThat(out.toString())
                .contains("[#####---------------]  25%  2/4 quilting: preparing")
                .contains("2/4 quilting: preparing 1m12s")
                .endsWith(" \r");
    }

    @Test
    void aNarrowTerminalSeesNoBar() {
        try (StageDisplay display = display(new Terminal(true, 30, false))) {
            display.begin(0, "statistics: preparing");
        }
        assertThat(out.toString()).contains("1/4 statistics: preparing").doesNotContain("[");
    }

    @Test
    void aPlainOutputGetsALineForEachStage() {
        try (StageDisplay display = display(Terminal.plain())) {
            display.begin(0, "a: preparing");
            display.begin(0, "a: scoring");
        }
        assertThat(out.toString().lines()).containsExactly("1/4 a: preparing", "1/4 a: scoring");
    }
}
