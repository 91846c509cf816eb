package ikat.lab.figures;

import ikat.cli.IkatCommand;
import ikat.cli.OptionError;
import ikat.cli.PlanOptions;
import ikat.cli.terminal.LiveLine;
import ikat.image.ImageFiles;
import ikat.lab.gram.GramMethod;
import ikat.lab.method.TextureMethod;
import ikat.lab.quilting.ImageQuilting;
import ikat.lab.samples.Sample;
import ikat.lab.statistics.PortillaSimoncelli;
import ikat.service.Refusal;
import ikat.service.train.WritableFolder;
import ikat.text.FileSize;
import ikat.text.TimeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reproduces a figure of the papers. */
@Command(
        name = "figure",
        modelTransformer = PlanOptions.Flags.class,
        sortOptions = false,
        description = "Make a figure of the papers again: train what it needs, then draw it.",
        footer = {"", "docs/reproduction.md shows all figures and says what agrees."})
public final class FigureCommand extends IkatCommand {

    private static final int SMALLEST = 32;
    private static final int LARGEST = 4096;

    @Parameters(paramLabel = "N", index = "0", description = "Number of the figure, 1 to 7.")
    private int number;

    @Parameters(
            paramLabel = "PICTURE",
            index = "1..*",
            arity = "0..*",
            description = "What to learn from; default: the sample pictures.")
    private @Nullable List<Path> pictures;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Learn from a data set instead: a folder of pictures, such as Oxford Flowers,"
                            + " or of one folder a class, such as DTD.")
    private @Nullable Path data;

    @Option(
            names = "--class",
            paramLabel = "A,B,...",
            split = ",",
            description = "Which classes of the data set; default: all of it.")
    private @Nullable List<String> classes;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The figure, .png or .jpg; default: figure-N.png.")
    private @Nullable Path output;

    @Option(
            names = "--size",
            paramLabel = "PX",
            defaultValue = "768",
            description = "Side of the largest picture in the figure; default: 768.")
    private int size;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            defaultValue = "figure-models",
            description = "Where models are kept, to be used again; default: ${DEFAULT-VALUE}.")
    private Path models;

    @Option(
            names = "--renderings-only",
            description = "Leave out the pictures learned from, which may not be yours to show.")
    private boolean renderingsOnly;

    @Option(
            names = "--vgg",
            paramLabel = "FILE.safetensors",
            description =
                    "Weights of VGG-19 for the column of Gatys in figure 7; without, random filters"
                            + " stand in.")
    private @Nullable Path vgg;

    @Mixin private PlanOptions planOptions;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        Figure figure = figure();
        check(figure);
        Path file = output == null ? Path.of("figure-" + number + ".png") : output;
        LiveLine line = line();
        line.line("figure " + number + ": " + figure.title());
        draw(figure, line, file);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        line.line("wrote %s (%s) in %s".formatted(file, FileSize.of(file), TimeText.format(time)));
        return ExitCode.OK;
    }

    private Figure figure() {
        return Arrays.stream(Figure.values())
                .filter(figure -> figure.number() == number)
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.usage(
                                        "there is no figure %d; there are figures 1 to 7", number));
    }

    private void draw(Figure figure, LiveLine line, Path file) throws IOException {
        WritableFolder.check(List.of(file));
        Files.createDirectories(models);
        Sheet.Shown shown = renderingsOnly ? Sheet.Shown.RENDERINGS : Sheet.Shown.ALL;
        FigureModels trained =
                new FigureModels(workshop(), line, models, planOptions.settings(), shown, others());
        ImageFiles.write(figure.draw(trained, chosen(figure), size), file);
    }

    /** Those of the papers' comparison; where the weights of VGG-19 are missing, random filters. */
    private List<TextureMethod> others() throws IOException {
        return List.of(
                new ImageQuilting(),
                new PortillaSimoncelli(),
                vgg == null ? GramMethod.randomFilters() : GramMethod.gatys(vgg));
    }

    private List<Path> chosen(Figure figure) throws IOException {
        if (data == null) {
            return pictures == null ? samples(figure) : pictures;
        }
        return new DataSet(data).folders(classes == null ? List.of() : classes);
    }

    private void check(Figure figure) {
        OptionError.range("--size", size, SMALLEST, LARGEST);
        if (classes != null && data == null) {
            throw Refusal.usage("--class names parts of a data set; give its folder with --data");
        }
        if (vgg != null && figure != Figure.METHODS) {
            throw Refusal.usage("--vgg is for figure 7 alone, where a column needs it");
        }
        if (data != null && pictures != null) {
            throw Refusal.usage("give pictures or --data, not both");
        }
        if (data != null && !figure.ofMany()) {
            throw Refusal.usage(
                    "figure %d is about single pictures, but --data gives many; figures 2 to 5 take"
                            + " it",
                    figure.number());
        }
    }

    /** The sample pictures, painted beside the models. */
    private List<Path> samples(Figure figure) throws IOException {
        Path samples = models.resolve("samples");
        List<Path> painted = Sample.paintAll(samples);
        if (figure.ofMany()) {
            return painted;
        }
        Path lattice = samples.resolve(Sample.HONEYCOMB.fileName());
        Path text = samples.resolve(Sample.TEXT.fileName());
        return figure == Figure.METHODS ? List.of(text, lattice) : List.of(lattice);
    }
}
