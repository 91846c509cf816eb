package ikat.export;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.io.Workers;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Writer of PNG files of any size, in bands of rows. The tiles of a band are rendered on all
 * threads, then its rows are packed on all threads while the next band is rendered. At most two
 * bands are in memory.
 */
final class StreamedPng implements Assembly {

    private static final int TILE_WIDTH = 512; // that of the blocks of a woven plane
    private static final int MOST_ROWS = 512;
    private static final int ROW_STEP = 64;
    private static final long BAND_BYTES = 256L << 20;
    private static final int PACKED_BYTES = 2 << 20; // raw bytes of rows that are packed together
    private static final int AHEAD = 1;

    /** An IDAT chunk of packed rows, ready to be written. */
    private record Packed(byte[] chunk, int adler, long length) {}

    private record Band(Pixels pixels, CompletableFuture<List<Packed>> packed) {}

    private final PixelSource plane;
    private final PixelRegion window;
    private final Workers workers;
    private final int bandRows;
    private final int packedRows;
    private final Deque<Pixels> free = new ArrayDeque<>();
    private final Part part;
    private int written;
    private int adler = 1;

    StreamedPng(PixelSource plane, PixelRegion window, Path target, Workers workers)
            throws IOException {
        this.plane = plane;
        this.window = window;
        this.workers = workers;
        int stride = Math.multiplyExact(window.width(), plane.channels() * plane.depth().bytes());
        this.bandRows = Math.min(bandRows(stride), window.height());
        this.packedRows = Math.max(1, Math.min(bandRows, PACKED_BYTES / stride));
        this.part = Part.open(target);
    }

    private static int bandRows(int stride) {
        long rows = BAND_BYTES / stride;
        long steps = Math.min(MOST_ROWS, rows) / ROW_STEP * ROW_STEP;
        return (int) Math.max(steps, Math.max(1, Math.min(rows, ROW_STEP)));
    }

    private int bands() {
        return (int) (((long) window.height() + bandRows - 1) / bandRows);
    }

    private int rowsOf(int band) {
        return (int) Math.min(bandRows, window.height() - (long) band * bandRows);
    }

    @Override
    public void begin() throws IOException {
        part.cutTo(0);
        part.append(
                PngChunks.beginning(
                        window.width(), window.height(), plane.channels(), plane.depth()));
        part.append(PngChunks.data(PackedRows.ZLIB_HEADER));
    }

    @Override
    public long restore(DataInputStream saved) throws IOException {
        written = saved.readInt();
        if (written < 0 || written > bands()) {
            throw Resume.damaged();
        }
        adler = saved.readInt();
        part.cutTo(saved.readLong());
        return pixels();
    }

    private long pixels() {
        return Math.min((long) written * bandRows, window.height()) * window.width();
    }

    @Override
    public void save(DataOutputStream state) throws IOException {
        part.force();
        state.writeInt(written);
        state.writeInt(adler);
        state.writeLong(part.length());
    }

    @Override
    public void make(Listener listener) throws IOException {
        Deque<Band> begun = new ArrayDeque<>();
        for (int band = written; band < bands(); band++) {
            begun.add(begin(band));
            if (begun.size() > AHEAD) {
                write(begun.remove(), listener);
            }
        }
        while (!begun.isEmpty()) {
            write(begun.remove(), listener);
        }
    }

    private Band begin(int band) {
        Pixels kept = free.poll();
        Pixels pixels = kept == null ? Pixels.empty(plane, window.width(), bandRows) : kept;
        List<CompletableFuture<Void>> tiles = new ArrayList<>();
        for (int left = 0; left < window.width(); left += TILE_WIDTH) {
            int from = left;
            tiles.add(CompletableFuture.runAsync(() -> render(band, from, pixels), workers));
        }
        CompletableFuture<List<Packed>> packed =
                CompletableFuture.allOf(tiles.toArray(CompletableFuture[]::new))
                        .thenComposeAsync(rendered -> pack(band, pixels), workers);
        return new Band(pixels, packed);
    }

    private void render(int band, int left, Pixels pixels) {
        int width = Math.min(TILE_WIDTH, window.width() - left);
        PixelRegion tile =
                new PixelRegion(
                        window.left() + left,
                        window.top() + (long) band * bandRows,
                        width,
                        rowsOf(band));
        Pixels.of(plane, tile).copyInto(pixels, left, 0);
    }

    private CompletableFuture<List<Packed>> pack(int band, Pixels pixels) {
        List<CompletableFuture<Packed>> parts = new ArrayList<>();
        int all = rowsOf(band);
        for (int row = 0; row < all; row += packedRows) {
            int from = row;
            int rows = Math.min(packedRows, all - row);
            boolean last = band == bands() - 1 && row + rows == all;
            parts.add(CompletableFuture.supplyAsync(() -> pack(pixels, from, rows, last), workers));
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(done -> parts.stream().map(CompletableFuture::join).toList());
    }

    private Packed pack(Pixels pixels, int row, int rows, boolean last) {
        PackedRows packed = PackedRows.of(pixels, row, rows, last);
        return new Packed(PngChunks.data(packed.bytes()), packed.adler(), packed.length());
    }

    private void write(Band band, Listener listener) throws IOException {
        for (Packed packed : Workers.await(band.packed(), "writing")) {
            part.append(packed.chunk());
            adler = PackedRows.combined(adler, packed.adler(), packed.length());
        }
        free.add(band.pixels());
        written++;
        listener.written(pixels());
    }

    @Override
    public void finish() throws IOException {
        byte[] sum = ByteBuffer.allocate(Integer.BYTES).putInt(adler).array();
        part.append(PngChunks.data(sum));
        part.append(PngChunks.end());
        part.finish();
    }

    @Override
    public void discard() throws IOException {
        part.discard();
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
