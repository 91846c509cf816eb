package ikat.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.text.FileSize;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void aPipeIsNotLive() {
        assertThat(Terminal.detect(Map.of("TERM", "xterm"), false).live()).isFalse();
    }

    @Test
    void aDumbTerminalIsNotLive() {
        assertThat(Terminal.detect(Map.of("TERM", "dumb"), true).live()).isFalse();
    }

    @Test
    void aTerminalIsAsWideAsItSays() {
        Terminal terminal = Terminal.detect(Map.of("TERM", "xterm", "COLUMNS", "132"), true);

        assertThat(terminal.live()).isTrue();
        assertThat(terminal.columns()).isEqualTo(132);
    }

    @Test
    void aWidthThatIsNoneIsMeasuredOrAssumed() {
        assertThat(Terminal.detect(Map.of("COLUMNS", "wide"), true).columns()).isBetween(20, 9999);
    }

    @Test
    void aShorterTextWipesALongerOne() {
        StringWriter out = new StringWriter();
        LiveLine line = new LiveLine(new PrintWriter(out), new Terminal(true, 40, false));
        line.draw("a long text");
        line.draw("short");

        assertThat(out.toString()).isEqualTo("\ra long text\rshort      ");
    }

    @Test
    void aTextIsCutToTheTerminal() {
        StringWriter out = new StringWriter();
        new LiveLine(new PrintWriter(out), new Terminal(true, 20, false)).draw("x".repeat(50));

        assertThat(out.toString()).isEqualTo("\r" + "x".repeat(19));
    }

    @Test
    void sizesOfFilesAreReadable() {
        assertThat(FileSize.text(0)).isEqualTo("0 bytes");
        assertThat(FileSize.text(999)).isEqualTo("999 bytes");
        assertThat(FileSize.text(1_000)).isEqualTo("1.0 kB");
        assertThat(FileSize.text(999_999)).isEqualTo("1.0 MB");
        assertThat(FileSize.text(123_456_789)).isEqualTo("123 MB");
        assertThat(FileSize.text(Long.MAX_VALUE)).isEqualTo("9223372 TB");
    }
}
