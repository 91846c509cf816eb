package ikat.lab.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Paints the sample pictures. */
@Command(name = "samples", description = "Paint the sample pictures, always the same ones.")
public final class SamplesCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "samples",
            description = "Folder to paint into; default: samples.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        for (Path file : Sample.paintAll(folder)) {
            spec.commandLine().getOut().println("wrote " + file);
        }
        return ExitCode.OK;
    }
}
