package ikat.cli;

import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.service.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Continues a picture beyond its edges. */
@Command(
        name = "extend",
        sortOptions = false,
        description = "Continue a picture beyond its edges; the picture itself stays as it is.")
final class ExtendCommand extends IkatCommand {

    @Parameters(paramLabel = "PICTURE", arity = "1", description = "The picture.")
    private Path picture;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            required = true,
            description = "Size of the larger picture in pixels.")
    private PictureSize size;

    @Option(
            names = "--at",
            paramLabel = "X,Y",
            description = "Where the picture lies in the larger one; default: in the middle.")
    private RenderWindow.@Nullable Origin place;

    @Mixin private CompletionOptions completion;

    @Override
    public Integer call() throws IOException {
        Path output = completion.output(picture, size.toString());
        completion.check(size.width(), size.height());
        List<String> notes = new ArrayList<>();
        Pixels read = CompletionOptions.colours(ImageFiles.readData(picture, notes));
        notes.forEach(note -> line().line("note: " + note));
        long spareX = (long) size.width() - read.width();
        long spareY = (long) size.height() - read.height();
        if (spareX < 0 || spareY < 0) {
            throw Refusal.usage(
                    "--size is %s, but must be at least %dx%d, as large as the picture",
                    size, read.width(), read.height());
        }
        long left = place == null ? spareX / 2 : place.x();
        long top = place == null ? spareY / 2 : place.y();
        if (left < 0 || top < 0 || left > spareX || top > spareY) {
            throw Refusal.usage(
                    "--at is %d,%d, but must be from 0,0 to %d,%d", left, top, spareX, spareY);
        }
        Pixels larger = Pixels.empty(size.width(), size.height(), read.channels(), read.depth());
        read.copyInto(larger, (int) left, (int) top);
        boolean[] missing = new boolean[size.width() * size.height()];
        Arrays.fill(missing, true);
        for (int y = 0; y < read.height(); y++) {
            int from = (int) ((top + y) * size.width() + left);
            Arrays.fill(missing, from, from + read.width(), false);
        }
        completion.write(larger, missing, output, line());
        return ExitCode.OK;
    }
}
