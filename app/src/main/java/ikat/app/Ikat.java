package ikat.app;

import ikat.app.engine.Workshop;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line {@code ikat}. */
@Command(
        name = "ikat",
        description = "Learns a texture from a picture and makes it at any size.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = VersionText.class,
        subcommands = HelpCommand.class)
public final class Ikat implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where an error came from.")
    private boolean stacktrace;

    Ikat() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Workshop.ofThisMachine()).execute(arguments));
    }

    /** The command line, working with the given engines. */
    static CommandLine commandLine(Workshop workshop) {
        CommandLine root =
                new CommandLine(new Ikat())
                        .addSubcommand(new TrainCommand(workshop))
                        .addSubcommand(new RenderCommand(workshop))
                        .addSubcommand(new FilmCommand(workshop))
                        .addSubcommand(new StudioCommand(workshop))
                        .addSubcommand(new InspectCommand())
                        .addSubcommand(new ScoreCommand(workshop))
                        .addSubcommand(new CompareCommand(workshop))
                        .addSubcommand(new BenchCommand(workshop))
                        .addSubcommand(new ConvertCommand())
                        .addSubcommand(new FigureCommand(workshop))
                        .addSubcommand(new SamplesCommand());
        return root.setExecutionStrategy(Ikat::run)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> FailureReport.ofRun(failure, command))
                .setParameterExceptionHandler(FailureReport::ofArguments)
                .setAbbreviatedOptionsAllowed(false);
    }

    /** Running out of memory, or of a native library, is told like any other failure. */
    private static int run(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError | LinkageError e) {
            CommandLine command = parsed.commandSpec().commandLine();
            return FailureReport.ofRun(e, command);
        }
    }

    static Ikat of(CommandLine command) {
        CommandLine root = command;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.getCommand();
    }

    boolean stacktrace() {
        return stacktrace;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing; 'ikat --help' lists them");
    }
}
