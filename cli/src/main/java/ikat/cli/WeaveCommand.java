package ikat.cli;

import ikat.cli.terminal.Columns;
import ikat.cli.terminal.LiveLine;
import ikat.image.Exemplars;
import ikat.model.Precision;
import ikat.model.Provenance;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.service.Refusal;
import ikat.service.train.OutputFiles;
import ikat.service.train.PictureScan;
import ikat.service.train.ScanListener;
import ikat.service.train.TrainingPictures;
import ikat.text.FileSize;
import ikat.train.Intake;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a trained model its pictures to weave detail from, or takes them away. */
@Command(
        name = "weave",
        sortOptions = false,
        description = {
            "Give a trained model its training pictures, so that detail can be woven from them;",
            "without pictures, take them out of the model."
        })
final class WeaveCommand extends IkatCommand {

    @Parameters(paramLabel = "MODEL", index = "0", description = "A model that 'ikat train' wrote.")
    private Path model;

    @Parameters(
            paramLabel = "PICTURE",
            index = "1..*",
            arity = "0..*",
            description = "The pictures that it was trained on, or folders of them.")
    private List<Path> pictures = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The new file, .safetensors; default: MODEL itself.")
    private @Nullable Path output;

    @Option(
            names = "--start",
            paramLabel = "N",
            description =
                    "Choose places at 1/2^N of the size, 1 to 4: the larger, the larger are the"
                        + " pieces of picture that are shown; default: 2 or 3, what looks better"
                        + " and copies less.")
    private @Nullable Integer start;

    @Mixin private MapOptions maps;

    @Option(names = "--half", description = "Half precision (F16) of the network: half the space.")
    private boolean half;

    @Override
    public Integer call() throws IOException {
        Path target = output == null ? model : output;
        OutputFiles.checkModel(target);
        if (start != null) {
            OptionError.range("--start", start, 1, Weave.MOST_START);
        }
        LiveLine line = line();
        TextureModel texture = TextureModel.read(model);
        TextureModel changed = texture.withWeave(pictures.isEmpty() ? null : weave(texture, line));
        changed.write(target, half ? Precision.HALF : Precision.FULL);
        line.line("wrote %s (%s)".formatted(target, FileSize.of(target)));
        return ExitCode.OK;
    }

    private Weave weave(TextureModel texture, LiveLine line) throws IOException {
        TrainingPictures read =
                PictureScan.read(
                        pictures,
                        List.of(),
                        maps.choice(),
                        intake(texture),
                        new ScanListener() {
                            @Override
                            public void noted(String sentence) {
                                line.line("note: " + sentence);
                            }
                        });
        Exemplars exemplars = read.exemplars();
        check(texture.provenance(), exemplars);
        Optional<Weave> weave =
                workshop()
                        .weave(
                                texture.withWeave(null),
                                exemplars,
                                start == null ? 0 : start,
                                () -> false,
                                fact -> Columns.of(List.of(fact)).forEach(line::line));
        return weave.orElseThrow(
                        () -> Refusal.failure("nothing was written, as no detail can be woven"))
                .withMaps(read.materials(line::line));
    }

    /** What was done to the pictures before they were learned. */
    private static Intake intake(TextureModel texture) {
        try {
            return TrainingPlan.fromMap(texture.plan()).intake();
        } catch (IllegalArgumentException e) {
            return Intake.NONE; // a plan of another version or program
        }
    }

    /** Which pixels go with which texture is known by their order only. */
    private static void check(Provenance provenance, Exemplars exemplars) {
        List<Provenance.Picture> known = provenance.pictures();
        if (known.size() != exemplars.size()) {
            throw Refusal.usage(
                    "the model was trained on %d pictures, but %d are given",
                    known.size(), exemplars.size());
        }
        for (int i = 0; i < known.size(); i++) {
            if (!known.get(i).sha256().equals(exemplars.facts(i).sha256())) {
                throw Refusal.usage(
                        "%s is not the picture %s that the model was trained on",
                        exemplars.facts(i).name(), known.get(i).name());
            }
        }
    }
}
