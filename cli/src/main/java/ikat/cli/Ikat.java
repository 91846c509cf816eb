package ikat.cli;

import ikat.cli.terminal.Terminal;
import ikat.service.Workshop;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
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

    @Spec private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of an error.")
    private boolean stacktrace;

    private final Workshop workshop;
    private final Terminal terminal;

    private Ikat(Workshop workshop, Terminal terminal) {
        this.workshop = workshop;
        this.terminal = terminal;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Workshop workshop = Workshop.ofThisMachine();
        List<CommandProvider> more =
                ServiceLoader.load(CommandProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        System.exit(commandLine(workshop, Terminal.ofThisProcess(), more).execute(arguments));
    }

    /**
     * The command line, working with the given engines.
     *
     * @param terminal what the output can show
     * @param more commands of other modules
     */
    public static CommandLine commandLine(
            Workshop workshop, Terminal terminal, List<CommandProvider> more) {
        CommandLine root = new CommandLine(new Ikat(workshop, terminal));
        Stream.concat(
                        Stream.of(
                                new TrainCommand(),
                                new SettingsCommand(),
                                new RenderCommand(),
                                new FilmCommand(),
                                new StudioCommand(),
                                new InspectCommand(),
                                new ScoreCommand(),
                                new ConvertCommand(),
                                new ExportCommand(),
                                new MapsCommand(),
                                new FillCommand(),
                                new ExtendCommand(),
                                new WeaveCommand()),
                        more.stream().flatMap(provider -> provider.commands().stream()))
                .map(CommandLine::new) // which applies a command's model transformer
                .forEach(root::addSubcommand);
        Converters.register(root);
        return root.setExecutionStrategy(Ikat::run)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> FailureReport.ofRun(failure, command))
                .setParameterExceptionHandler(FailureReport::ofArguments)
                .setAbbreviatedOptionsAllowed(false);
    }

    /** Reports a lack of memory or of a native library like any other failure. */
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

    Workshop workshop() {
        return workshop;
    }

    Terminal terminal() {
        return terminal;
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
