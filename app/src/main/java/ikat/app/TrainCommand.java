package ikat.app;

import ikat.analysis.PictureReport;
import ikat.app.engine.Workshop;
import ikat.app.failure.ExitCodes;
import ikat.app.failure.Refusal;
import ikat.app.inspect.PictureText;
import ikat.app.plan.PlanTable;
import ikat.app.plan.Settings;
import ikat.app.progress.LiveLine;
import ikat.app.training.OutputFiles;
import ikat.app.training.TrainingOrder;
import ikat.app.training.TrainingRun;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.train.PlanFactory;
import ikat.train.TrainingJob;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns a texture from pictures. */
@Command(
        name = "train",
        sortOptions = false,
        description = "Learn a texture from a picture.",
        footer = {"", "Everything not given is chosen from the pictures; --dry-run shows how."})
final class TrainCommand implements Callable<Integer> {

    private final Workshop workshop;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PICTURE", arity = "1..*", description = "What to learn from.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> pictures;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The model, .safetensors; default: the first picture's name.")
    private @Nullable Path output;

    @Option(names = "--resume", description = "Go on from the checkpoint.")
    private boolean resume;

    @Option(names = "--dry-run", description = "Print the plan and the expected time, then stop.")
    private boolean dryRun;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private PlanOptions planOptions;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1024x1024",
            converter = PictureSize.Converter.class,
            description = "Of the rendering at the end; default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private PictureSize size;

    @Option(names = "--no-report", description = "Leave no HTML report.")
    private boolean noReport;

    @Option(
            names = "--licence-note",
            paramLabel = "TEXT",
            description = "Kept in the model: what may be done with the pictures and with it.")
    private @Nullable String licenceNote;

    TrainCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = planOptions.settings();
        List<Exemplar> exemplars = new ArrayList<>();
        List<PictureReport> reports = new ArrayList<>();
        for (Path picture : pictures) {
            Exemplar exemplar = ImageFiles.read(picture);
            PictureReport report = PictureReport.of(exemplar);
            PictureText.lines(exemplar, report).forEach(out::println);
            refuseHopeless(report);
            exemplars.add(exemplar);
            reports.add(report);
        }
        TrainingPlan plan = plan(reports, settings);
        PlanTable table = PlanTable.of(plan, reports, settings.names());
        out.println();
        table.lines().forEach(out::println);
        out.println();
        out.flush();
        return dryRun ? ExitCodes.DONE : train(exemplars, reports, plan, table);
    }

    private static void refuseHopeless(PictureReport report) {
        if (report.verdict().refuses()) {
            throw Refusal.failure(String.join(" ", report.verdict().sentences()));
        }
    }

    private static TrainingPlan plan(List<PictureReport> reports, Settings settings) {
        try {
            return PlanFactory.plan(reports, settings.toRecord());
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    private int train(
            List<Exemplar> exemplars,
            List<PictureReport> reports,
            TrainingPlan plan,
            PlanTable table)
            throws IOException {
        TrainingOrder order =
                new TrainingOrder(
                        pictures,
                        exemplars,
                        reports,
                        plan,
                        table,
                        OutputFiles.of(output, pictures),
                        resume ? TrainingJob.Start.RESUME : TrainingJob.Start.FRESH,
                        size.width(),
                        size.height(),
                        noReport ? TrainingOrder.Report.NONE : TrainingOrder.Report.HTML,
                        licenceNote);
        LiveLine line = new LiveLine(spec.commandLine().getOut(), workshop.terminal());
        return new TrainingRun(workshop, line, order).run();
    }
}
