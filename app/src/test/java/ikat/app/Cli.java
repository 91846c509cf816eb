package ikat.app;

import ikat.app.engine.Workshop;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs commands as a user would, and catches what they print. */
final class Cli {

    record Outcome(int code, String out, String err) {}

    private final Workshop workshop;

    Cli(Workshop workshop) {
        this.workshop = workshop;
    }

    Outcome run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Ikat.commandLine(workshop)
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
