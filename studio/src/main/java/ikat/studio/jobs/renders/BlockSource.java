package ikat.studio.jobs.renders;

import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.io.IdleThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;

/** A plane whose regions are made in blocks, shared out among a few threads. */
final class BlockSource implements PixelSource, AutoCloseable {

    private static final int SIDE = 512;

    private final PixelSource plane;
    private final ThreadPoolExecutor crew;

    BlockSource(PixelSource plane, int threads) {
        this.plane = plane.onOneThread();
        this.crew = IdleThreads.pool("studio-export", threads);
    }

    @Override
    public int channels() {
        return plane.channels();
    }

    @Override
    public byte[] render(PixelRegion region) {
        byte[] picture = new byte[region.width() * region.height() * channels()];
        List<CompletableFuture<Void>> blocks = new ArrayList<>();
        for (int top = 0; top < region.height(); top += SIDE) {
            for (int left = 0; left < region.width(); left += SIDE) {
                PixelRegion block = block(region, left, top);
                blocks.add(CompletableFuture.runAsync(() -> make(block, region, picture), crew));
            }
        }
        try {
            blocks.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
        return picture;
    }

    private static PixelRegion block(PixelRegion region, int left, int top) {
        return new PixelRegion(
                region.left() + left,
                region.top() + top,
                Math.min(SIDE, region.width() - left),
                Math.min(SIDE, region.height() - top));
    }

    private void make(PixelRegion block, PixelRegion region, byte[] picture) {
        byte[] pixels = plane.render(block);
        int row = block.width() * channels();
        int stride = region.width() * channels();
        int left = (int) (block.left() - region.left()) * channels();
        int top = (int) (block.top() - region.top());
        for (int y = 0; y < block.height(); y++) {
            System.arraycopy(pixels, y * row, picture, (top + y) * stride + left, row);
        }
    }

    /** Lets what is being made come to its end. */
    @Override
    public void close() {
        crew.shutdown();
    }
}
