package ikat.cli;

import ikat.cli.terminal.Terminal;
import ikat.service.Workshop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** Runs commands as a user would, and catches what they print. */
public final class Cli {

    /** What a command ended with. */
    public record Outcome(int code, String out, String err) {}

    private final Workshop workshop;
    private final Terminal terminal;
    private final List<CommandProvider> more;

    public Cli(Workshop workshop) {
        this(workshop, Terminal.plain());
    }

    /** Commands that write to a terminal. */
    public Cli(Workshop workshop, Terminal terminal) {
        this(workshop, terminal, List.of());
    }

    /** Commands with those of another module. */
    public Cli(Workshop workshop, Terminal terminal, List<CommandProvider> more) {
        this.workshop = workshop;
        this.terminal = terminal;
        this.more = more;
    }

    public Outcome run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Ikat.commandLine(workshop, terminal, more)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = command.execute(words);
        command.getOut().flush();
        command.getErr().flush();
        return new Outcome(code, out.toString(), err.toString());
    }
}
