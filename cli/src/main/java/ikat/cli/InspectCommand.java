package ikat.cli;

import ikat.analysis.PictureReport;
import ikat.cli.terminal.Columns;
import ikat.cli.terminal.LiveLine;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.model.TextureModel;
import ikat.service.inspect.FileKind;
import ikat.service.inspect.InspectJson;
import ikat.service.inspect.ModelFacts;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Describes a picture or a model, distinguished by content. */
@Command(name = "inspect", description = "Describe a picture or a model.")
final class InspectCommand extends IkatCommand {

    @Parameters(paramLabel = "FILE", arity = "1", description = "A picture or a model.")
    private Path file;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        LiveLine line = line();
        if (FileKind.of(file) == FileKind.MODEL) {
            TextureModel model = TextureModel.read(file);
            if (json) {
                line.line(InspectJson.of(model));
            } else {
                Columns.of(ModelFacts.of(file, model)).forEach(line::line);
            }
        } else {
            Exemplar exemplar = ImageFiles.read(file);
            PictureReport report = PictureReport.of(exemplar);
            if (json) {
                line.line(InspectJson.of(exemplar, report));
            } else {
                Columns.of(report, exemplar.notes()).forEach(line::line);
            }
        }
        return ExitCode.OK;
    }
}
