package ikat.cli;

import ikat.service.Refusal;
import ikat.service.Sentence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a failure in one sentence on standard error, with its stack trace if requested. */
final class FailureReport {

    private FailureReport() {}

    /** Reports a failure of a command and returns the exit code. */
    static int ofRun(Throwable failure, CommandLine command) {
        print(command, Sentence.of(failure));
        if (command.getParseResult() != null && Ikat.of(command).stacktrace()) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return exitCode(failure);
    }

    /** Reports an invalid command line and returns the exit code. */
    static int ofArguments(ParameterException failure, String... arguments) {
        CommandLine command = failure.getCommandLine();
        print(command, sentence(failure));
        if (List.of(arguments).contains("--stacktrace")) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return ofUnmatched(unmatched);
        }
        if (failure instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return ofMissing(missing);
        }
        ArgSpec argument = failure.getArgSpec();
        if (argument == null) {
            return Sentence.of(failure);
        }
        String problem =
                failure.getCause() instanceof BadValue bad
                        ? String.valueOf(bad.getMessage())
                        : new BadValue(String.valueOf(failure.getValue()), kind(argument))
                                .getMessage();
        return name(argument) + " " + problem;
    }

    /** Describes the values allowed for an option without a converter. */
    private static String kind(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type == Double.class) {
            return "a number";
        }
        return type == Path.class ? "the name of a file" : "a whole number";
    }

    private static String ofUnmatched(UnmatchedArgumentException failure) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        String unknown = failure.getUnmatched().get(0);
        boolean option = unknown.startsWith("-");
        String help = "'" + command.qualifiedName() + " --help'";
        if (!option && command.subcommands().isEmpty()) {
            return "unexpected argument " + unknown + "; " + help + " shows what is allowed";
        }
        List<String> close = failure.getSuggestions();
        return "there is no "
                + (option ? "option " : "command ")
                + unknown
                + "; "
                + (close.isEmpty() ? help + " lists them" : "did you mean " + close.get(0) + "?");
    }

    private static String ofMissing(MissingParameterException failure) {
        ArgSpec argument = failure.getMissing().get(0);
        if (argument.isOption()) {
            return name(argument) + " needs a value";
        }
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        return name(argument) + " is missing; '" + command + " --help' says what it is";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static void print(CommandLine command, String sentence) {
        command.getErr().println("ikat: " + sentence);
    }

    /** The exit code, which distinguishes errors of usage from other failures. */
    static int exitCode(Throwable failure) {
        boolean typed =
                failure instanceof Refusal refusal
                        ? refusal.kind() == Refusal.Kind.USAGE
                        : failure instanceof InvalidPathException;
        return typed ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
}
