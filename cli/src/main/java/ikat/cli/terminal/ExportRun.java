package ikat.cli.terminal;

import ikat.export.Export;
import ikat.export.TileChoice;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a picture of any size and shows how far it is. A stop, by Ctrl-C too, is told with how to
 * go on.
 *
 * @param identity of the plane
 * @param anew whether an earlier try is forgotten
 */
public record ExportRun(
        PixelSource plane,
        PixelRegion window,
        Path target,
        TileChoice tiles,
        int threads,
        String identity,
        boolean anew) {

    /**
     * Writes it.
     *
     * @throws IOException one sentence, if it cannot be written
     */
    public void write(LiveLine line) throws IOException {
        long all = (long) window.width() * window.height();
        ExportDisplay display = new ExportDisplay(line, all, System::nanoTime);
        Export export = new Export(plane, window, target, tiles, threads);
        if (anew) {
            export.forget();
        }
        Thread stopped =
                new Thread(
                        () -> {
                            if (Export.resumable(window)) {
                                line.line(
                                        "stopped at "
                                                + display.percent()
                                                + "; the same command goes on from there");
                            }
                        });
        Runtime.getRuntime().addShutdownHook(stopped);
        try {
            export.write(identity, display);
        } finally {
            forgetHook(stopped);
        }
    }

    private static void forgetHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // it is running already
        }
    }
}
