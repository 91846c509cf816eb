package ikat.weave;

import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.io.Interrupts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The woven blocks that were used last, of all planes of a model together, so that memory does not
 * grow with the number of planes. Of callers that want the same block, one makes it. Thread-safe.
 */
final class BlockCache {

    /** 50 MB in colour: two rows of blocks of a picture of 16,384 columns. */
    private static final int MOST = 64;

    private final Map<Key, CompletableFuture<Pixels>> blocks =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Key, CompletableFuture<Pixels>> eldest) {
                    return size() > MOST;
                }
            };

    private record Key(Object plane, PixelRegion block) {}

    /**
     * The pixels of a block.
     *
     * @throws CancellationException if the calling thread was interrupted while it made the block;
     *     one that waits for another's block makes it itself when that one gives up
     */
    Pixels get(Object plane, PixelRegion block, Supplier<Pixels> maker) {
        Key key = new Key(plane, block);
        while (true) {
            CompletableFuture<Pixels> own = new CompletableFuture<>();
            CompletableFuture<Pixels> known;
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
    private void make(Key key, CompletableFuture<Pixels> own, Supplier<Pixels> maker) {
        try {
            own.complete(maker.get());
        } catch (RuntimeException | Error e) {
            synchronized (blocks) {
                blocks.remove(key, own);
            }
            own.completeExceptionally(e);
        }
    }

    private static Pixels made(CompletableFuture<Pixels> block) {
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
