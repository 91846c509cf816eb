package ikat.image;

import ikat.io.Workers;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A window of the plane rendered in bands of rows: the current band is cached and the one below it
 * is prefetched.
 *
 * <p>All rendering happens on one thread, so calls to the source never overlap. Reading from the
 * top downwards keeps at most two bands in memory. Thread-safe; concurrent callers block each
 * other.
 */
final class Bands implements AutoCloseable {

    private final PixelSource source;
    private final PixelRegion window;
    private final int rows;
    private final Workers renderer;
    private int currentIndex = -1;
    private byte @Nullable [] current;
    private int aheadIndex = -1;
    private @Nullable Future<byte[]> ahead;

    Bands(PixelSource source, PixelRegion window, int rows) {
        this.source = source;
        this.window = window;
        this.rows = rows;
        this.renderer = new Workers("ikat-bands", 1);
    }

    int count() {
        return (int) (((long) window.height() + rows - 1) / rows);
    }

    /** Rows of one band; the last may have fewer than the others. */
    int rowsOf(int index) {
        return (int) Math.min(rows, window.height() - (long) index * rows);
    }

    /** The pixels of a band, {@code [rowsOf(index), width, channels]}. */
    synchronized byte[] get(int index) {
        if (index == currentIndex && current != null) {
            return current;
        }
        boolean downwards = index == currentIndex + 1;
        Future<byte[]> wanted = takeAhead(index);
        byte[] pixels = await(wanted);
        current = pixels;
        currentIndex = index;
        if (downwards && index + 1 < count()) {
            aheadIndex = index + 1;
            ahead = renderer.submit(() -> render(index + 1));
        }
        return pixels;
    }

    private Future<byte[]> takeAhead(int index) {
        Future<byte[]> begun = ahead;
        ahead = null;
        current = null;
        if (begun != null && aheadIndex == index) {
            return begun;
        }
        if (begun != null) {
            begun.cancel(false);
        }
        return renderer.submit(() -> render(index));
    }

    private byte[] render(int index) {
        PixelRegion band =
                new PixelRegion(
                        window.left(),
                        window.top() + (long) index * rows,
                        window.width(),
                        rowsOf(index));
        byte[] pixels = source.render(band);
        long expected =
                (long) band.width() * band.height() * source.channels() * source.depth().bytes();
        if (pixels.length != expected) {
            throw new IllegalStateException(
                    "the source gave %s bytes for %s, not %s"
                            .formatted(pixels.length, band, expected));
        }
        return pixels;
    }

    private static byte[] await(Future<byte[]> band) {
        try {
            return Workers.await(band, "rendering");
        } catch (InterruptedIOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the band being rendered, since its source may be closed next. */
    @Override
    public synchronized void close() {
        renderer.close();
    }
}
