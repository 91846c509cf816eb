package ikat.cli.terminal;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * Output with a last line that can be redrawn. Uses no colours and no escape codes. Use by one
 * thread at a time.
 */
public final class LiveLine {

    private final PrintWriter out;
    private final Terminal terminal;
    private int drawn;

    public LiveLine(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Creates an output that discards everything. */
    public static LiveLine silent() {
        return new LiveLine(new PrintWriter(Writer.nullWriter()), Terminal.plain());
    }

    /** What the output can show. */
    public Terminal terminal() {
        return terminal;
    }

    /** Redraws the changing line; if the output cannot redraw, writes a line. */
    public synchronized void draw(String text) {
        if (!terminal.live()) {
            line(text.strip());
            return;
        }
        String shown = text.substring(0, Math.min(text.length(), terminal.columns() - 1));
        out.print("\r" + shown + " ".repeat(Math.max(0, drawn - shown.length())));
        out.flush();
        drawn = shown.length();
    }

    /** Replaces the changing line with a permanent one. */
    public synchronized void line(String text) {
        wipe();
        out.println(text);
        out.flush();
    }

    /** Makes the changing line permanent and begins a new one. */
    public synchronized void keep() {
        if (drawn > 0) {
            out.println();
            out.flush();
            drawn = 0;
        }
    }

    /** Erases the changing line. */
    public synchronized void wipe() {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            out.flush();
            drawn = 0;
        }
    }
}
