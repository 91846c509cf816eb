package ikat.cli;

import ikat.cli.terminal.LiveLine;
import ikat.service.Workshop;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A subcommand of {@code ikat}. */
public abstract class IkatCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    /** The engines. */
    protected final Workshop workshop() {
        return Ikat.of(spec.commandLine()).workshop();
    }

    /** The output, with a last line that can be redrawn. */
    protected final LiveLine line() {
        CommandLine command = spec.commandLine();
        return new LiveLine(command.getOut(), Ikat.of(command).terminal());
    }

    /** Whether an option is on the command line. */
    final boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }
}
