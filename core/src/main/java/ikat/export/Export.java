package ikat.export;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.io.AtomicFile;
import ikat.io.DiskSpace;
import ikat.io.OutputLock;
import ikat.io.Workers;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a window of a plane to a file of any size, in little memory and with all threads: PNG
 * ({@code .png}), tiled BigTIFF with smaller versions ({@code .btf}, and {@code .tif} above 4 GB),
 * Deep Zoom ({@code .dzi}, or {@code .zip} for one file), or numbered tiles ({@code
 * tile-{y}-{x}.png}, {@code {z}/{x}/{y}.jpg}).
 *
 * <p>The file appears when it is complete. If the export of a large file is interrupted, in
 * whatever way, enough is left on disk for the same export to resume with at most a few seconds of
 * work lost. The bytes of the result depend neither on the number of threads nor on interruptions.
 */
public final class Export {

    /** Size in pixels from which an interrupted export can be resumed. */
    public static final long RESUMABLE_PIXELS = 64L << 20;

    private static final long SAVE_NANOS = 5_000_000_000L;
    private static final int SAMPLE_PIXELS = 256;

    private final PixelSource plane;
    private final PixelRegion window;
    private final Path target;
    private final TileChoice tiles;
    private final int threads;
    private final boolean lasting;
    private final WrappedSides sides;
    private final LongSupplier nanoTime;

    /**
     * Creates an export; {@link #write} runs it.
     *
     * @param plane safe for many threads
     * @param threads number of threads that render and pack, at least 1
     */
    public Export(
            PixelSource plane, PixelRegion window, Path target, TileChoice tiles, int threads) {
        this(plane, window, target, tiles, threads, RESUMABLE_PIXELS, System::nanoTime);
    }

    Export(
            PixelSource plane,
            PixelRegion window,
            Path target,
            TileChoice tiles,
            int threads,
            long resumablePixels,
            LongSupplier nanoTime) {
        this.plane = plane.onOneThread();
        this.window = window;
        this.target = target;
        this.tiles = tiles;
        this.threads = threads;
        this.lasting = (long) window.width() * window.height() >= resumablePixels;
        this.nanoTime = nanoTime;
        this.sides = WrappedSides.NONE;
    }

    private Export(Export other, WrappedSides sides) {
        this.plane = other.plane;
        this.window = other.window;
        this.target = other.target;
        this.tiles = other.tiles;
        this.threads = other.threads;
        this.lasting = other.lasting;
        this.nanoTime = other.nanoTime;
        this.sides = sides;
    }

    /**
     * This export of a picture that joins with its copies: all of its levels do as well.
     *
     * @throws IllegalArgumentException if a side that wraps cannot be halved evenly as many times
     *     as {@link #evenHalvings} says
     */
    public Export wrapping(WrappedSides wrapped) {
        format().ifPresent(format -> wrapped.check(format.levels(window, target, tiles)));
        return new Export(this, wrapped);
    }

    /**
     * How many times the sides of a picture that wraps must be halved evenly for a file: until it
     * is a single tile, or 0 if the file shows it at full size only.
     */
    public static int evenHalvings(
            Path target, PixelRegion window, int channels, TileChoice tiles) {
        return ExportFormat.of(target, window, channels)
                .map(format -> format.levels(window, target, tiles).single())
                .orElse(0);
    }

    /** Whether a file of this name and size can be written piece by piece. */
    public static boolean takes(Path target, PixelRegion window, PixelSource plane) {
        return ExportFormat.of(target, window, pixelBytes(plane)).isPresent();
    }

    private static int pixelBytes(PixelSource plane) {
        return plane.channels() * plane.depth().bytes();
    }

    /** Whether an interrupted export of this size can be resumed. */
    public static boolean resumable(PixelRegion window) {
        return (long) window.width() * window.height() >= RESUMABLE_PIXELS;
    }

    /** Whether an interrupted export of this picture could be resumed now. */
    public boolean hasProgress() {
        return Files.exists(resumeFile(target));
    }

    /**
     * Deletes the resume state of an interrupted export, so that the next one starts from scratch.
     */
    public void forget() throws IOException {
        Files.deleteIfExists(resumeFile(target));
    }

    /**
     * Writes the picture.
     *
     * @param identity identifies everything that the pixels depend on: an interrupted export is
     *     resumed only if this is the same; null keeps nothing of an interrupted export
     * @throws IOException with a one-sentence message, if the folder is missing or the disk is too
     *     small or full
     * @throws IllegalArgumentException if this kind of file is not written piece by piece
     */
    public void write(@Nullable String identity, ExportListener listener) throws IOException {
        ExportFormat format =
                format().orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "not piece by piece: " + target));
        try {
            checkWritable(target);
            Path lock = folder(target).resolve(resumeFile(target).getFileName());
            try (OutputLock held = OutputLock.claim(lock)) {
                writeAs(format, identity, listener);
            }
        } catch (IOException e) {
            throw AtomicFile.failure(target, e);
        }
    }

    private Optional<ExportFormat> format() {
        return ExportFormat.of(target, window, pixelBytes(plane));
    }

    private void writeAs(ExportFormat format, @Nullable String identity, ExportListener listener)
            throws IOException {
        String whole =
                "%s %s %s %s %s %s"
                        .formatted(
                                identity,
                                format,
                                window,
                                tiles,
                                plane.channels() + " " + plane.depth(),
                                sides);
        Resume resume = new Resume(resumeFile(target), whole);
        boolean keeps = identity != null && lasting;
        try (Workers crew = new Workers("ikat-export", threads);
                Assembly assembly = format.assembly(plane, window, sides, target, tiles, crew)) {
            boolean complete = false;
            try {
                long done = keeps ? resume.restore(assembly) : 0;
                if (done > 0) {
                    listener.resumed(done);
                } else {
                    resume.delete(); // that of another picture, whose output is deleted next
                    assembly.begin();
                    DiskSpace.require(folder(target), Math.round(format.sizes * packedBytes()));
                }
                make(assembly, keeps ? resume : null, listener);
                assembly.finish();
                complete = true;
                resume.delete();
            } finally {
                if (!complete && !(keeps && hasProgress())) {
                    assembly.discard(); // at once: the crew, which never writes, ends later
                }
            }
        }
    }

    private void make(Assembly assembly, @Nullable Resume resume, ExportListener listener)
            throws IOException {
        long[] next = {nanoTime.getAsLong() + SAVE_NANOS};
        assembly.make(
                pixels -> {
                    listener.written(pixels);
                    if (resume != null && nanoTime.getAsLong() - next[0] >= 0) {
                        resume.save(assembly);
                        next[0] = nanoTime.getAsLong() + SAVE_NANOS;
                    }
                });
    }

    /** Estimated bytes of the packed picture, from a sample of its middle. */
    private double packedBytes() {
        int width = Math.min(SAMPLE_PIXELS, window.width());
        int height = Math.min(SAMPLE_PIXELS, window.height());
        PixelRegion middle =
                new PixelRegion(
                        window.left() + (window.width() - width) / 2,
                        window.top() + (window.height() - height) / 2,
                        width,
                        height);
        int packed = tiles.format().pack(Pixels.of(plane, middle)).length;
        return (double) packed / width / height * window.width() * window.height();
    }

    /** The nearest existing folder above a file. */
    private static Path folder(Path target) {
        Path folder = fixed(target).toAbsolutePath().getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return folder == null ? target.resolveSibling(".").toAbsolutePath() : folder;
    }

    /** The file that holds the progress of an interrupted export. */
    private static Path resumeFile(Path target) {
        return NumberedTiles.matches(target.toString())
                ? fixed(target).resolveSibling("ikat.resume")
                : target.resolveSibling(target.getFileName() + ".resume");
    }

    /** A path in the deepest folder that does not depend on the tile. */
    private static Path fixed(Path target) {
        String name = target.toString();
        int brace = name.indexOf('{');
        return brace < 0 ? target : target.getFileSystem().getPath(name.substring(0, brace) + "_");
    }

    /** Checks, before anything is rendered, that the target can be written. */
    private static void checkWritable(Path target) throws IOException {
        if (!NumberedTiles.matches(target.toString())) {
            AtomicFile.requireWritable(target.toAbsolutePath());
        } else if (!Files.isWritable(folder(target))) {
            throw new AccessDeniedException(folder(target).toString());
        }
    }
}
