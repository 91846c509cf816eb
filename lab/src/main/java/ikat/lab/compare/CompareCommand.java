package ikat.lab.compare;

import ikat.cli.IkatCommand;
import ikat.cli.OptionError;
import ikat.cli.PictureSize;
import ikat.cli.ThreadsOption;
import ikat.cli.terminal.Interruption;
import ikat.cli.terminal.LiveLine;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.lab.compare.Comparison.Task;
import ikat.lab.method.GivenModel;
import ikat.lab.method.TextureMethod;
import ikat.service.Refusal;
import ikat.service.Scoring;
import ikat.text.FileSize;
import ikat.text.Suggestion;
import ikat.text.TimeText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets methods side by side on one picture. */
@Command(
        name = "compare",
        sortOptions = false,
        description = "Make more of a picture in several ways and set them side by side.")
public final class CompareCommand extends IkatCommand {

    private static final int LARGEST = 4096;
    private static final int MOST_SEEDS = 16;

    private final Methods known;

    @Parameters(paramLabel = "PICTURE", arity = "1", description = "What to make more of.")
    private Path picture;

    @Option(
            names = "--methods",
            paramLabel = "A,B,...",
            split = ",",
            description = "Which methods, in order; default: all.")
    private @Nullable List<String> methods;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "3m",
            description = "How long each method that trains may train; default: 3m.")
    private Duration time;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "512x512",
            description = "Size of the pictures to make; default: 512x512.")
    private PictureSize size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything random; default: 0.")
    private long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many pictures of each method are shown and scored; default: 1.")
    private int seeds;

    @Option(
            names = "--vgg",
            paramLabel = "FILE.safetensors",
            description = "Weights of VGG-19, for the methods that need them.")
    private @Nullable Path vgg;

    @Option(
            names = "--model",
            paramLabel = "FILE.safetensors",
            description = "A trained model, as the method called model.")
    private @Nullable Path model;

    @Mixin private ThreadsOption threads;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "compare.html",
            description = "The report; default: ${DEFAULT-VALUE}.")
    private Path output;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures.")
    private @Nullable Path json;

    public CompareCommand(Methods known) {
        this.known = known;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        check();
        List<TextureMethod> chosen = chosen();
        ComparisonFiles files = new ComparisonFiles(output, json);
        files.check();
        Exemplar exemplar = ImageFiles.read(picture);
        Scoring scoring = workshop().scoring(exemplar);
        LiveLine line = line();
        Comparison done = compare(task(exemplar), scoring, chosen, files, line);
        boolean stopped = done.state() == Comparison.State.STOPPED;
        String what = "wrote " + output + " (" + FileSize.of(output) + ")";
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        line.line((stopped ? "stopped; " : "") + what + " in " + TimeText.format(elapsed));
        if (stopped) {
            return Interruption.EXIT_CODE;
        }
        if (!done.hasPictures()) {
            throw Refusal.failure("no method made a picture; %s says why", output);
        }
        return ExitCode.OK;
    }

    private static Comparison compare(
            Task task,
            Scoring scoring,
            List<TextureMethod> methods,
            ComparisonFiles files,
            LiveLine line)
            throws IOException {
        Runnable announce =
                () -> line.line("stopping; press Ctrl-C again to stop at once, without a report");
        try (Interruption interruption = Interruption.listen(announce);
                StageDisplay stages = new StageDisplay(line, System::nanoTime, methods.size())) {
            return new ComparisonRun(task, scoring, files::write, new Display(line, stages))
                    .of(methods, interruption::asked);
        }
    }

    /** Shows what is being done, and a line for each method that has been tried. */
    private record Display(LiveLine line, StageDisplay stages) implements ComparisonRun.Listener {

        @Override
        public void began(int done, TextureMethod method, String stage) {
            stages.begin(done, method.name() + ": " + stage);
        }

        @Override
        public void tried(Trial trial) {
            line.line(TrialText.line(trial));
        }
    }

    private void check() {
        if (Math.max(size.width(), size.height()) > LARGEST) {
            throw Refusal.usage(
                    "--size is %s, but what is compared has at most %d px a side", size, LARGEST);
        }
        OptionError.range("--seeds", seeds, 1, MOST_SEEDS);
        threads.check();
    }

    private Task task(Exemplar exemplar) {
        return new Task(exemplar, size.width(), size.height(), seed, seeds, time, threads.count());
    }

    /** The methods asked for, or all; a given model is one of them. */
    private List<TextureMethod> chosen() throws IOException {
        List<TextureMethod> all = new ArrayList<>(known.with(vgg));
        if (model != null) {
            all.add(GivenModel.read(model));
        }
        return methods == null ? all : chosen(all, methods);
    }

    /**
     * The methods of a list of names, in its order.
     *
     * @throws Refusal if one does not exist or is named twice
     */
    private static List<TextureMethod> chosen(List<TextureMethod> all, List<String> wanted) {
        List<TextureMethod> chosen = new ArrayList<>();
        for (String name : wanted) {
            TextureMethod method = named(all, name.strip().toLowerCase(Locale.ROOT));
            if (chosen.contains(method)) {
                throw Refusal.usage("--methods names %s twice; once is enough", method.name());
            }
            chosen.add(method);
        }
        return chosen;
    }

    private static TextureMethod named(List<TextureMethod> all, String name) {
        List<String> names = all.stream().map(TextureMethod::name).toList();
        int index = names.indexOf(name);
        if (index >= 0) {
            return all.get(index);
        }
        throw Refusal.usage(
                "--methods: there is no method %s; %s",
                name,
                Suggestion.of(name, names)
                        .map(close -> "did you mean " + close + "?")
                        .orElse("there are " + String.join(", ", names)));
    }
}
