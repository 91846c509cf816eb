package ikat.weave;

import ikat.image.PixelRegion;
import ikat.io.Interrupts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The blocks that were used last, of several planes together, so that memory does not grow with the
 * number of planes. Of callers that want the same block, one makes it. Thread-safe.
 *
 * @param <V> what a block is kept as
 */
public final class BlockCache<V> {

    private final Map<Key, CompletableFuture<V>> blocks;

    private record Key(Object plane, PixelRegion block) {}

    /**
     * An empty cache.
     *
     * @param most blocks that are kept
     */
    public BlockCache(int most) {
        blocks =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<Key, CompletableFuture<V>> eldest) {
                        return size() > most;
                    }
                };
    }

    /**
     * What is kept of a block, or made of it.
     *
     * @param plane told apart by equals()
     * @throws CancellationException if the calling thread was interrupted while it made the block;
     *     one that waits for another's block makes it itself when that one gives up
     */
    public V get(Object plane, PixelRegion block, Supplier<V> maker) {
        Key key = new Key(plane, block);
        while (true) {
            CompletableFuture<V> own = new CompletableFuture<>();
            CompletableFuture<V> known;
            synchronized (blocks) {
                known = blocks.putIfAbsent(key, own);
            }
            if (known == null) {
                make(key, own, maker);
                return made(own);
            }
            try {
                return made(known);
            } catch (CancellationException e) {
                Interrupts.check();
            }
        }
    }

    /** What fails is forgotten before those who wait hear of it, so that they may try again. */
    private void make(Key key, CompletableFuture<V> own, Supplier<V> maker) {
        try {
            own.complete(maker.get());
        } catch (RuntimeException | Error e) {
            synchronized (blocks) {
                blocks.remove(key, own);
            }
            own.completeExceptionally(e);
        }
    }

    private static <V> V made(CompletableFuture<V> block) {
        try {
            return block.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
