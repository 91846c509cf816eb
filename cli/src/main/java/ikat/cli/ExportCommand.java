package ikat.cli;

import ikat.cli.terminal.LiveLine;
import ikat.graph.OnnxGraph;
import ikat.model.TextureModel;
import ikat.service.Refusal;
import ikat.text.FileSize;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model's generator as a file that other programs run. */
@Command(
        name = "export",
        sortOptions = false,
        description = "Write the generator, from noise to pixels, as ONNX for other programs.")
final class ExportCommand extends IkatCommand {

    private static final String ENDING = ".onnx";

    @Parameters(paramLabel = "MODEL", arity = "1", description = "A model that 'ikat train' wrote.")
    private Path model;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The new file, .onnx.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        if (!output.toString().endsWith(ENDING)) {
            throw Refusal.usage(
                    "--output is %s, but a file of ONNX must end in %s", output, ENDING);
        }
        TextureModel texture = TextureModel.read(model);
        OnnxGraph.exported(texture).write(output);
        LiveLine line = line();
        line.line(
                "wrote %s (%s), operators of version %d"
                        .formatted(output, FileSize.of(output), OnnxGraph.OPERATORS));
        if (texture.weave() != null) {
            line.line("its detail is the network's: weaving from exemplars is not part of it");
        }
        return ExitCode.OK;
    }
}
