package ikat.app;

import ikat.app.failure.ExitCodes;
import ikat.app.failure.Sentence;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a failure in one sentence on standard error, and where it came from if asked. */
final class FailureReport {

    private FailureReport() {}

    /** Reports a failure of a command; the result is the exit code. */
    static int ofRun(Throwable failure, CommandLine command) {
        print(command, Sentence.of(failure));
        if (command.getParseResult() != null && Ikat.of(command).stacktrace()) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return Sentence.exitCode(failure);
    }

    /** Reports a command line that cannot be understood; the result is the exit code. */
    static int ofArguments(ParameterException failure, String... arguments) {
        CommandLine command = failure.getCommandLine();
        print(command, sentence(failure));
        if (List.of(arguments).contains("--stacktrace")) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return ExitCodes.USAGE;
    }

    private static String sentence(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return ofUnmatched(unmatched);
        }
        ArgSpec argument = failure.getArgSpec();
        if (failure.getCause() instanceof BadValue bad && argument != null) {
            return name(argument) + " " + bad.getMessage();
        }
        String text = Sentence.of(failure);
        return failure.getMessage() == null ? text : first(failure.getMessage());
    }

    private static String ofUnmatched(UnmatchedArgumentException failure) {
        String unknown = failure.getUnmatched().isEmpty() ? "" : failure.getUnmatched().get(0);
        String kind = unknown.startsWith("-") ? "option " : "command or file ";
        List<String> close = failure.getSuggestions();
        String help = "'" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help' lists them";
        return "there is no "
                + kind
                + unknown
                + "; "
                + (close.isEmpty() ? help : "did you mean " + close.get(0) + "?");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName()
                : argument.paramLabel().toLowerCase(Locale.ROOT);
    }

    private static String first(String message) {
        return message.lines().findFirst().orElse(message);
    }

    private static void print(CommandLine command, String sentence) {
        command.getErr().println("ikat: " + sentence);
    }
}
