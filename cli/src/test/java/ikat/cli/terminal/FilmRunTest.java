package ikat.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FilmRunTest {

    private final StringWriter out = new StringWriter();
    private long now;

    @Test
    void aTerminalShowsFramesSpeedAndTimeLeft() {
        FilmRun.Display display = display(new Terminal(true, 80, false), 100);

        pass(2);
        display.show(25);

        assertThat(out.toString())
                .contains("[#####---------------]  25%  frame 25/100  12.5 frames/s  6s left");
    }

    @Test
    void aNarrowTerminalShowsLess() {
        FilmRun.Display display = display(new Terminal(true, 45, false), 100);

        pass(2);
        display.show(25);

        assertThat(out.toString()).contains("25%  6s left").doesNotContain("frame");
    }

    @Test
    void otherOutputGetsALineNowAndThen() {
        FilmRun.Display display = display(Terminal.plain(), 1000);

        for (int i = 1; i <= 400; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(100);
            display.show(i);
        }

        assertThat(out.toString()).hasLineCount(2).contains("frame 150/1000");
    }

    private FilmRun.Display display(Terminal terminal, int frames) {
        return new FilmRun.Display(new LiveLine(new PrintWriter(out), terminal), () -> now, frames);
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
