package ikat.cli;

import ikat.cli.terminal.Columns;
import ikat.cli.terminal.LiveLine;
import ikat.cli.terminal.ScanDisplay;
import ikat.cli.terminal.TrainingRun;
import ikat.model.Precision;
import ikat.service.train.OutputFiles;
import ikat.service.train.Training;
import ikat.service.train.TrainingRequest;
import ikat.train.TrainingJob;
import ikat.weave.Detail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns a texture from pictures. */
@Command(
        name = "train",
        modelTransformer = PlanOptions.Flags.class,
        sortOptions = false,
        description = "Learn a texture from a picture, or many from several.",
        footer = {
            "",
            "Everything not given is chosen from the pictures; --dry-run shows how.",
            "'ikat settings' lists all that --set and plan files take."
        })
final class TrainCommand extends IkatCommand {

    @Parameters(
            paramLabel = "PICTURE",
            arity = "1..*",
            description =
                    "What to learn from: pictures, materials (.gltf, .glb), or folders of them.")
    private List<Path> arguments;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The model, .safetensors; default: the name of the first picture or folder.")
    private @Nullable Path output;

    @Option(names = "--resume", description = "Resume from the checkpoint.")
    private boolean resume;

    @Option(names = "--dry-run", description = "Print the plan and the expected time, then stop.")
    private boolean dryRun;

    @Mixin private MapOptions maps;

    @Mixin private PlanOptions planOptions;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1024x1024",
            description = "Size of the rendering at the end; default: ${DEFAULT-VALUE}.")
    private PictureSize size;

    @Option(
            names = "--half",
            description = "Write the model in half precision (F16): half the space.")
    private boolean half;

    @Mixin private DeviceOption device;

    @Option(
            names = "--no-weave",
            description =
                    "Keep the pictures out of the model: then no detail can be woven from them,"
                            + " only the network's is to be had.")
    private boolean noWeave;

    @Option(names = "--no-report", description = "Write no HTML report.")
    private boolean noReport;

    @Option(
            names = "--licence-note",
            paramLabel = "TEXT",
            description = "Stored in the model: what may be done with the pictures and with it.")
    private @Nullable String licenceNote;

    @Override
    public Integer call() throws IOException {
        LiveLine line = line();
        Training training = Training.prepare(request(), new ScanDisplay(line, System::nanoTime));
        line.line("");
        Columns.of(training.table()).forEach(line::line);
        line.line("");
        if (dryRun) {
            return ExitCode.OK;
        }
        device.use(workshop());
        return new TrainingRun(workshop(), line, training).run();
    }

    private TrainingRequest request() throws IOException {
        return new TrainingRequest(
                arguments,
                maps.choice(),
                planOptions.settings(),
                OutputFiles.of(output, arguments),
                resume ? TrainingJob.Start.RESUME : TrainingJob.Start.FRESH,
                size.width(),
                size.height(),
                noReport ? TrainingRequest.Report.NONE : TrainingRequest.Report.HTML,
                half ? Precision.HALF : Precision.FULL,
                noWeave ? Detail.NETWORK : Detail.WOVEN,
                licenceNote);
    }
}
