package ikat.cli;

import ikat.cli.terminal.LiveLine;
import ikat.cli.terminal.ProgressBar;
import ikat.fill.Completion;
import ikat.image.ImageFiles;
import ikat.image.Pixels;
import ikat.service.Refusal;
import ikat.service.train.OutputFiles;
import ikat.text.FileSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that complete a picture. */
final class CompletionOptions {

    private static final long MOST_PIXELS = 1L << 24;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The new picture, .png or .tif, which change no pixel; default: beside the"
                            + " picture.")
    private @Nullable Path output;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed, another way to do it.")
    private long seed;

    /** The file to write. */
    Path output(Path picture, String what) {
        Path file =
                output == null
                        ? picture.resolveSibling(
                                OutputFiles.baseName(picture) + "-" + what + ".png")
                        : output;
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".tif") && !name.endsWith(".tiff")) {
            throw Refusal.usage(
                    "--output is %s, but must end in .png or .tif, which change no pixel", file);
        }
        return file;
    }

    /** Checks the size, whose search takes memory and time. */
    void check(int width, int height) {
        if ((long) width * height > MOST_PIXELS) {
            throw Refusal.usage(
                    "the picture has %dx%d pixels, but at most %d million are completed",
                    width, height, MOST_PIXELS / 1_000_000);
        }
    }

    /** The colours of a picture that may have alpha. */
    static Pixels colours(Pixels read) {
        return read.channels(0, read.channels() < 3 ? 1 : 3);
    }

    /** Completes a picture and writes it. */
    void write(Pixels picture, boolean[] missing, Path file, LiveLine line) throws IOException {
        long count = 0;
        for (boolean one : missing) {
            count += one ? 1 : 0;
        }
        Pixels whole;
        try {
            whole = Completion.of(picture, missing, seed, ProgressBar.rendering(line));
        } catch (IllegalArgumentException e) {
            throw Refusal.failure("%s", e.getMessage());
        }
        line.wipe();
        ImageFiles.write(whole.toImage(), file);
        line.line(
                "wrote %s (%dx%d, %d pixels of them new, %s)"
                        .formatted(file, whole.width(), whole.height(), count, FileSize.of(file)));
    }
}
