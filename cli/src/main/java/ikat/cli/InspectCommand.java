package ikat.cli;

import ikat.analysis.PictureReport;
import ikat.cli.terminal.Columns;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.model.TextureModel;
import ikat.service.inspect.FileKind;
import ikat.service.inspect.InspectJson;
import ikat.service.inspect.ModelFacts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes a picture or a model, distinguished by content. */
@Command(name = "inspect", description = "Describe a picture or a model.")
final class InspectCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1", description = "A picture or a model.")
    private Path file;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (FileKind.of(file) == FileKind.MODEL) {
            TextureModel model = TextureModel.read(file);
            if (json) {
                out.println(InspectJson.of(model));
            } else {
                Columns.of(ModelFacts.of(file, model)).forEach(out::println);
            }
        } else {
            Exemplar exemplar = ImageFiles.read(file);
            PictureReport report = PictureReport.of(exemplar);
            if (json) {
                out.println(InspectJson.of(exemplar, report));
            } else {
                Columns.of(report, exemplar.notes()).forEach(out::println);
            }
        }
        out.flush();
        return ExitCode.OK;
    }
}
