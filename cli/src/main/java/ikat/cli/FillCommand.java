package ikat.cli;

import ikat.image.Domain;
import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.service.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills holes of a picture with what the rest of it shows. */
@Command(
        name = "fill",
        sortOptions = false,
        description = {
            "Fill holes of a picture with what the rest of it shows; all else stays as it is.",
            "A picture with transparent pixels needs no mask: these are its holes."
        })
final class FillCommand extends IkatCommand {

    @Parameters(paramLabel = "PICTURE", arity = "1", description = "The picture.")
    private Path picture;

    @Option(
            names = "--mask",
            paramLabel = "FILE",
            description = "A picture of the same size that is white where something is missing.")
    private @Nullable Path mask;

    @Mixin private CompletionOptions completion;

    @Override
    public Integer call() throws IOException {
        Path output = completion.output(picture, "filled");
        List<String> notes = new ArrayList<>();
        Pixels read = ImageFiles.readData(picture, notes);
        completion.check(read.width(), read.height());
        BitSet holes = mask == null ? transparent(read) : masked(read, notes);
        boolean[] missing = Domain.without(holes, read.width(), read.height()).hiddenPixels();
        notes.forEach(note -> line().line("note: " + note));
        completion.write(CompletionOptions.colours(read), missing, output, line());
        return ExitCode.OK;
    }

    private BitSet transparent(Pixels read) {
        int alpha = read.channels() - 1;
        if (alpha % 2 == 0) {
            throw Refusal.usage(
                    "nothing of %s is transparent; --mask says what is missing", picture);
        }
        return read.where(alpha, value -> value < 0.5);
    }

    private BitSet masked(Pixels read, List<String> notes) throws IOException {
        Pixels shape = ImageFiles.readData(Objects.requireNonNull(mask), notes);
        if (shape.width() != read.width() || shape.height() != read.height()) {
            throw Refusal.usage(
                    "--mask has %dx%d pixels, but must have %dx%d as the picture",
                    shape.width(), shape.height(), read.width(), read.height());
        }
        return shape.where(0, value -> value >= 0.5);
    }
}
