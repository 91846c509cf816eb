package ikat.studio.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;

/*
 * Design
 *
 * A view of an endless plane asks for dozens of tiles at a time, several pages ask for the same
 * ones, and a page that is panned abandons most of what it asked for. So a value has three states:
 * cached (Caffeine, bounded by bytes), pending (one ticket of the queue), or neither.
 *
 * - Requests for one key share one computation [1]. Each holds a handle; a pending computation
 *   counts its handles, and when the last is released before a worker has taken it, its ticket
 *   leaves the queue. Work that has begun always runs to its end: the value is cached.
 * - A handle carries a copy of the ticket's future, so that a caller who cancels or completes it
 *   disturbs nobody else.
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
 * A bounded cache that computes each missing value once, however many callers wait for it, and
 * withdraws a computation that has not begun when its last caller leaves. Thread-safe.
 */
public final class SingleFlightCache<K, V> {

    private static final int ENTRY_BYTES = 200; // of a key and of what the cache adds

    private final FairQueue queue;
    private final Cache<K, V> cache;
    private final Map<K, Computation> pending = new HashMap<>();

    private final class Computation {

        private final FairQueue.Ticket<V> ticket;
        private int handles;

        Computation(FairQueue.Ticket<V> ticket) {
            this.ticket = ticket;
        }

        void release() {
            handles--;
            if (handles == 0) {
                ticket.withdraw();
            }
        }
    }

    /** One caller's share in a value that may still be computed. */
    public final class Handle {

        private final CompletableFuture<V> future;
        private Optional<Computation> computation;

        private Handle(CompletableFuture<V> future, Optional<Computation> computation) {
            this.future = future;
            this.computation = computation;
        }

        /** The value; cancelling this future does not affect other callers. */
        public CompletableFuture<V> future() {
            return future;
        }

        /** Gives up the value; repeated calls have no effect. */
        public void release() {
            synchronized (pending) {
                computation.ifPresent(Computation::release);
                computation = Optional.empty();
            }
        }
    }

    /**
     * An empty cache.
     *
     * @param bytes that all cached values may take
     * @param weigher how many bytes one value takes
     */
    public SingleFlightCache(FairQueue queue, long bytes, ToIntFunction<V> weigher) {
        this.queue = queue;
        this.cache =
                Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .<K, V>weigher((key, value) -> ENTRY_BYTES + weigher.applyAsInt(value))
                        .recordStats()
                        .build();
    }

    /** The cached values, for metrics. */
    public Cache<K, V> cache() {
        return cache;
    }

    /**
     * Requests a value.
     *
     * @param client whose lane of the queue a new computation enters
     * @param work computes the value
     * @throws ikat.studio.web.Problem 503 if the queue is full
     */
    public Handle request(K key, String client, Callable<V> work) {
        synchronized (pending) {
            V value = cache.getIfPresent(key);
            if (value != null) {
                return new Handle(CompletableFuture.completedFuture(value), Optional.empty());
            }
            Computation computation = pending.get(key);
            if (computation == null || computation.ticket.future().isDone()) {
                computation = new Computation(queue.submit(client, () -> compute(key, work)));
                pending.put(key, computation);
                Computation begun = computation;
                computation.ticket.future().whenComplete((done, failure) -> end(key, begun));
            }
            computation.handles++;
            return new Handle(computation.ticket.future().copy(), Optional.of(computation));
        }
    }

    private V compute(K key, Callable<V> work) throws Exception {
        V value = work.call();
        cache.put(key, value);
        return value;
    }

    private void end(K key, Computation computation) {
        synchronized (pending) {
            pending.remove(key, computation);
        }
    }
}
