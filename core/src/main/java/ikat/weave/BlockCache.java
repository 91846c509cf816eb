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
 * The woven blocks that were used last, of all planes of a model together, so that memory does not
 * grow with the number of planes. Of callers that want the same block, one makes it. Thread-safe.
 */
final class BlockCache {

    /** 68 MB: two rows of blocks of a picture of 16,384 columns. */
    private static final int MOST = 64;

    private final Map<Key, CompletableFuture<PlaceGrid>> blocks =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Key, CompletableFuture<PlaceGrid>> eldest) {
                    return size() > MOST;
                }
            };

    private record Key(Object plane, PixelRegion block) {}

    /**
     * The places of a block.
     *
     * @throws CancellationException if the calling thread was interrupted while it made the block;
     *     one that waits for another's block makes it itself when that one gives up
     */
    PlaceGrid get(Object plane, PixelRegion block, Supplier<PlaceGrid> maker) {
        Key key = new Key(plane, block);
        while (true) {
            CompletableFuture<PlaceGrid> own = new CompletableFuture<>();
            CompletableFuture<PlaceGrid> known;
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
    private void make(Key key, CompletableFuture<PlaceGrid> own, Supplier<PlaceGrid> maker) {
        try {
            own.complete(maker.get());
        } catch (RuntimeException | Error e) {
            synchronized (blocks) {
                blocks.remove(key, own);
            }
            own.completeExceptionally(e);
        }
    }

    private static PlaceGrid made(CompletableFuture<PlaceGrid> block) {
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
