package ikat.cli;

import ikat.cli.terminal.LiveLine;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.PixelRegion;
import ikat.image.Wraps;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.render.WrapCertificate.Axes;
import ikat.score.Finding;
import ikat.score.Score;
import ikat.service.Refusal;
import ikat.service.Rendering;
import ikat.service.inspect.FileKind;
import ikat.service.score.Candidates;
import ikat.service.score.ModelScore;
import ikat.service.score.ModelTexture;
import ikat.service.score.ScoreJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores pictures, or the renderings of a model, against an exemplar. */
@Command(
        name = "score",
        sortOptions = false,
        description = "Score how much pictures, or those that a model makes, resemble an exemplar.")
final class ScoreCommand extends IkatCommand {

    private static final PictureSize SIZE = new PictureSize(ModelScore.SIDE, ModelScore.SIDE);
    private static final int LARGEST = 4096;
    private static final int MOST_SEEDS = 64;
    private static final List<String> FOR_MODELS =
            List.of(
                    "--size",
                    "--seeds",
                    "--texture",
                    "--seed",
                    "--threads",
                    "--engine",
                    "--detail");

    @Parameters(paramLabel = "EXEMPLAR", index = "0", description = "The picture to compare with.")
    private Path exemplarFile;

    @Parameters(
            paramLabel = "CANDIDATE",
            index = "1..*",
            arity = "1..*",
            description = "Pictures of one texture, or one model.")
    private List<Path> files;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Size of the pictures that the model makes; default: 512x512.")
    private @Nullable PictureSize size;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many pictures the model makes, from --seed on; default: 3.")
    private int seeds = ModelScore.PICTURES;

    @Option(
            names = "--texture",
            paramLabel = "EXPR",
            description = "Texture of the model; default: the one named like EXEMPLAR.")
    private @Nullable String texture;

    @Option(
            names = "--wrap",
            paramLabel = "xy|x|y",
            description = "The pictures join with their copies, on both axes or one.")
    private @Nullable Axes axes;

    @Option(
            names = "--at-most",
            paramLabel = "X",
            description = "Exit code 1 if the overall figure is above X or a finding is raised.")
    private @Nullable Double atMost;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin private EngineOptions engine;

    @Override
    public Integer call() throws IOException {
        check();
        Exemplar exemplar = ImageFiles.read(exemplarFile);
        Candidates candidates = candidates();
        Score score = candidates.score(workshop(), exemplar, wraps());
        LiveLine line = line();
        if (json) {
            line.line(ScoreJson.of(exemplar, candidates, score));
        } else {
            ScoreText.lines(exemplar, candidates, score).forEach(line::line);
        }
        judge(score);
        return ExitCode.OK;
    }

    private void check() {
        engine.check();
        if (atMost != null && !(atMost > 0 && atMost < Double.POSITIVE_INFINITY)) {
            throw Refusal.usage("--at-most is %s, but must be a number above 0", atMost);
        }
        OptionError.range("--seeds", seeds, 1, MOST_SEEDS);
        if (size != null && Math.max(size.width(), size.height()) > LARGEST) {
            throw Refusal.usage(
                    "--size is %s, but what is scored has at most %d px a side", size, LARGEST);
        }
    }

    private Candidates candidates() throws IOException {
        for (Path file : files) {
            if (FileKind.of(file) == FileKind.MODEL) {
                if (files.size() > 1) {
                    throw Refusal.usage(
                            "%s is a model, which is scored alone; leave the others out", file);
                }
                return made(TextureModel.read(file), file);
            }
        }
        for (String option : FOR_MODELS) {
            if (isGiven(option)) {
                throw Refusal.usage(
                        "%s is for a model, but pictures are to be scored; leave it out", option);
            }
        }
        return Candidates.read(files);
    }

    private Wraps wraps() {
        return axes == null ? Wraps.NONE : new Wraps(axes.across(), axes.down());
    }

    private Candidates made(TextureModel model, Path file) {
        PictureSize wanted = size == null && model.spec().picturePixels() == 0 ? SIZE : size;
        PixelRegion window = RenderWindow.of(wanted, null, model.spec());
        Boundary boundary =
                axes == null ? Boundary.ENDLESS : WrapOptions.boundary(axes, window, model.spec());
        ModelTexture chosen =
                OptionError.naming(
                        "--texture",
                        () -> ModelTexture.choose(model, texture, exemplarFile, engine.seed()));
        try (Rendering rendering = engine.open(workshop(), model)) {
            return chosen.candidates(
                    String.valueOf(file.getFileName()),
                    rendering,
                    window,
                    boundary,
                    ModelScore.seeds(engine.seed(), seeds));
        }
    }

    private void judge(Score score) {
        if (atMost == null) {
            return;
        }
        if (!(score.overall() <= atMost)) {
            throw Refusal.failure(
                    "the overall figure is %s, above --at-most %s",
                    ScoreText.ratio(score.overall()), atMost);
        }
        if (score.caught()) {
            throw Refusal.failure(
                    "the overall figure is within --at-most %s, but findings were raised: %s",
                    atMost,
                    score.findings().stream()
                            .filter(Finding::raised)
                            .map(Finding::title)
                            .collect(Collectors.joining(", ")));
        }
    }
}
