package ikat.cli.terminal;

import ikat.export.Export;
import ikat.export.ExportListener;
import ikat.export.TileChoice;
import ikat.export.WrappedSides;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.text.FileSize;
import ikat.text.TimeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Export of a picture of any size, with a progress display. If it is stopped, including by Ctrl-C,
 * a line explains how to resume it.
 *
 * @param sides that join with copies of the picture
 * @param identity of the plane
 * @param restart whether to discard an interrupted export
 */
public record ExportRun(
        PixelSource plane,
        PixelRegion window,
        Path target,
        TileChoice tiles,
        int threads,
        WrappedSides sides,
        String identity,
        boolean restart) {
    private static final String DEEP_ZOOM = ".dzi";
    private static final long END_MILLIS = 1500;

    /**
     * Writes the picture.
     *
     * @throws IOException one sentence, if it cannot be written
     */
    public void write(LiveLine line) throws IOException {
        Display display = new Display(line, (long) window.width() * window.height());
        Export export = new Export(plane, window, target, tiles, threads).wrapping(sides);
        if (restart) {
            export.forget();
        }
        CountDownLatch ended = new CountDownLatch(1);
        Thread writing = Thread.currentThread();
        Thread stopped =
                new Thread(
                        () -> {
                            if (export.hasProgress()) {
                                line.line(
                                        "stopped at "
                                                + display.percent()
                                                + "; repeat the command to continue from there");
                            } else {
                                await(writing, ended);
                            }
                        });
        Runtime.getRuntime().addShutdownHook(stopped);
        try {
            export.write(identity, display);
        } finally {
            ended.countDown();
            removeHook(stopped);
        }
    }

    /** Lets an export that cannot be continued remove what it has written. */
    private static void await(Thread writing, CountDownLatch ended) {
        writing.interrupt();
        try {
            ended.await(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the shutdown has already begun
        }
    }

    /** The amount written, such as {@code 2.1 GB}, or {@code 2.1 GB in 5461 tiles}. */
    public static String written(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(DEEP_ZOOM)) {
            return Files.isRegularFile(file) ? FileSize.of(file) : "in tiles";
        }
        String stem = name.substring(0, name.length() - DEEP_ZOOM.length());
        List<Path> tiles;
        try (Stream<Path> tree = Files.walk(file.resolveSibling(stem + "_files"))) {
            tiles = tree.filter(Files::isRegularFile).toList();
        }
        long bytes = 0;
        for (Path tile : tiles) {
            bytes += Files.size(tile);
        }
        return FileSize.text(bytes) + " in " + tiles.size() + " tiles";
    }

    /** Display of the progress, speed and remaining time. */
    private static final class Display implements ExportListener {
        /** Exports shorter than this need no bar. */
        private static final long MOMENT_NANOS = 450_000_000L;

        private final LiveLine line;
        private final ProgressBar bar;
        private final long all;
        private final long start = System.nanoTime();
        private long before;
        private volatile long done;

        /**
         * Creates the display of an export that begins now.
         *
         * @param all number of pixels of the picture
         */
        Display(LiveLine line, long all) {
            this.line = line;
            this.all = all;
            bar = ProgressBar.atOnce(line, System::nanoTime);
        }

        @Override
        public void resumed(long pixels) {
            before = pixels;
            done = pixels;
            line.line("continuing at " + percent() + ", where an earlier run was stopped");
        }

        @Override
        public void written(long pixels) {
            done = pixels;
            if (System.nanoTime() - start >= MOMENT_NANOS && bar.isDue()) {
                bar.draw((double) pixels / all, rate());
            }
        }

        /** The progress in per cent, such as 37%. */
        String percent() {
            return done * 100 / all + "%";
        }

        private String rate() {
            double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
            double perSecond = (done - before) / seconds;
            Duration left = Duration.ofSeconds(Math.round((all - done) / Math.max(1, perSecond)));
            return String.format(
                    Locale.ROOT, "  %.1f MP/s  %s left", perSecond / 1e6, TimeText.format(left));
        }
    }
}
