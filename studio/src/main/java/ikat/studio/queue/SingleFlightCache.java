package ikat.studio.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/*
 * Design
 *
 * A view of an endless plane asks for dozens of tiles at a time, several pages ask for the same
 * ones, and a page that is panned abandons most of what it asked for. So a value has three states:
 * cached (Caffeine, bounded by bytes), pending (one ticket of the queue), or neither.
 *
 * - Requests for one key share one computation [1]. Each caller has a copy of the ticket's future,
 *   so that one who cancels it disturbs nobody else; a pending computation counts its callers, and
 *   when the last has cancelled, its ticket is withdrawn: it leaves the queue, or ends if it has
 *   run for long. Shorter work runs to its end: the value is cached.
 * - "pending" is guarded by one lock, held only for map operations; values are computed outside
 *   of it, on the queue's threads. Caffeine's own loading would compute on the caller's thread or
 *   in an executor without lanes, priorities or withdrawal, hence the map beside it.
 * - The worker puts the value into the cache before it completes the future, and the entry leaves
 *   "pending" after that: no key is ever in neither place between the two. A failed computation
 *   may still be listed for a moment after its future has failed, so a done future is not joined.
 *
 * [1] Go's golang.org/x/sync/singleflight; the name comes from there.
 */

/**
 * A bounded cache that computes each missing answer once, however many callers wait for it, and
 * withdraws a computation that has not begun when its last caller leaves. Thread-safe.
 */
final class SingleFlightCache<K> {

    private static final int ENTRY_BYTES = 200; // of a key and of what the cache adds

    private final FairQueue queue;
    private final Cache<K, byte[]> cache;
    private final Map<K, Computation> pending = new HashMap<>();

    private final class Computation {

        private final FairQueue.Ticket<byte[]> ticket;
        private int callers;

        Computation(FairQueue.Ticket<byte[]> ticket) {
            this.ticket = ticket;
        }

        CompletableFuture<byte[]> join() {
            callers++;
            CompletableFuture<byte[]> own = ticket.future().copy();
            own.whenComplete(
                    (value, failure) -> {
                        if (own.isCancelled()) {
                            leave();
                        }
                    });
            return own;
        }

        /** Whether a caller may join: it has not ended, and is not about to be ended. */
        boolean takes() {
            return !ticket.future().isDone() && (callers > 0 || ticket.resume());
        }

        private void leave() {
            synchronized (pending) {
                callers--;
                if (callers == 0) {
                    ticket.withdraw();
                }
            }
        }
    }

    /** An empty cache, whose answers may take so many bytes together. */
    SingleFlightCache(FairQueue queue, long bytes) {
        this.queue = queue;
        this.cache =
                Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .<K, byte[]>weigher((key, answer) -> ENTRY_BYTES + answer.length)
                        .recordStats()
                        .build();
    }

    /** The cached answers, for metrics. */
    Cache<K, byte[]> cache() {
        return cache;
    }

    /**
     * Requests an answer.
     *
     * @param client whose lane of the queue a new computation enters
     * @param work computes the answer
     * @return the answer; a caller who no longer needs it cancels this future
     * @throws ikat.studio.web.Problem 503 if the queue is full
     */
    CompletableFuture<byte[]> request(K key, Client client, Callable<byte[]> work) {
        synchronized (pending) {
            byte[] answer = cache.getIfPresent(key);
            if (answer != null) {
                return CompletableFuture.completedFuture(answer);
            }
            Computation computation = pending.get(key);
            if (computation == null || !computation.takes()) {
                Computation begun = new Computation(queue.submit(client, () -> compute(key, work)));
                pending.put(key, begun);
                begun.ticket.future().whenComplete((done, failure) -> end(key, begun));
                computation = begun;
            }
            return computation.join();
        }
    }

    private byte[] compute(K key, Callable<byte[]> work) throws Exception {
        byte[] answer = work.call();
        cache.put(key, answer);
        return answer;
    }

    private void end(K key, Computation computation) {
        synchronized (pending) {
            pending.remove(key, computation);
        }
    }
}
