package ikat.lab.samples;

import ikat.cli.IkatCommand;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Paints the sample pictures. */
@Command(name = "samples", description = "Paint the sample pictures, always the same ones.")
public final class SamplesCommand extends IkatCommand {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "samples",
            description = "Folder to paint into; default: samples.")
    private Path folder;

    @Option(
            names = "--materials",
            description = "Paint materials with their maps instead: rock, cloth, rust.")
    private boolean materials;

    @Override
    public Integer call() throws IOException {
        for (Path file : materials ? SampleMaterial.paintAll(folder) : Sample.paintAll(folder)) {
            line().line("wrote " + file);
        }
        return ExitCode.OK;
    }
}
