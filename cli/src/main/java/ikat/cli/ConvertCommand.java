package ikat.cli;

import ikat.model.Precision;
import ikat.model.TextureModel;
import ikat.service.train.OutputFiles;
import ikat.text.FileSize;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rewrites a model file in another precision. */
@Command(
        name = "convert",
        sortOptions = false,
        description = "Rewrite a model in full (F32) or half (F16) precision.")
final class ConvertCommand extends IkatCommand {

    @Parameters(paramLabel = "MODEL", arity = "1", description = "A model that 'ikat train' wrote.")
    private Path model;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The new file, .safetensors; may be MODEL itself.")
    private Path output;

    @Option(names = "--half", description = "Half precision (F16): half the space.")
    private boolean half;

    @Override
    public Integer call() throws IOException {
        OutputFiles.checkModel(output);
        TextureModel texture = TextureModel.read(model);
        String before = FileSize.of(model);
        texture.write(output, half ? Precision.HALF : Precision.FULL);
        line().line("wrote %s (%s, before %s)".formatted(output, FileSize.of(output), before));
        return ExitCode.OK;
    }
}
