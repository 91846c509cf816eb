package ikat.studio.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;

/**
 * Does work once while many ask for it, keeps what was made within a bound of bytes, and drops what
 * was not begun when the last who asked has gone. Safe for many threads.
 */
public final class Flights<K, V> {

    private static final int ENTRY_BYTES = 200; // of an address and of what the cache adds

    private final FairQueue queue;
    private final Cache<K, V> made;
    private final Map<K, Flight> underway = new HashMap<>();

    /** One piece of work underway. */
    private final class Flight {

        private final K key;
        private final FairQueue.Ticket<V> ticket;
        private int seats;

        Flight(K key, FairQueue.Ticket<V> ticket) {
            this.key = key;
            this.ticket = ticket;
        }
    }

    /** What one of those who asked holds. */
    public final class Seat {

        private final CompletableFuture<V> future;
        private Optional<Flight> flight;

        private Seat(CompletableFuture<V> future, Optional<Flight> flight) {
            this.future = future;
            this.flight = flight;
        }

        /** What was asked for; not to be completed by others. */
        public CompletableFuture<V> future() {
            return future;
        }

        /** Who asked has gone. */
        public void leave() {
            synchronized (underway) {
                flight.ifPresent(Flights.this::leave);
                flight = Optional.empty();
            }
        }
    }

    /**
     * Work over a queue.
     *
     * @param bytes that all that was made may take
     * @param weigher how many bytes one value takes
     */
    public Flights(FairQueue queue, long bytes, ToIntFunction<V> weigher) {
        this.queue = queue;
        this.made =
                Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .<K, V>weigher((key, value) -> ENTRY_BYTES + weigher.applyAsInt(value))
                        .recordStats()
                        .build();
    }

    /** What is kept, for its figures. */
    public Cache<K, V> cache() {
        return made;
    }

    /**
     * Asks for something.
     *
     * @param client whose lane of the queue new work goes to
     * @param work how it is made
     * @throws ikat.studio.web.Problem 503 if the queue is full
     */
    public Seat ask(K key, String client, Callable<V> work) {
        synchronized (underway) {
            V value = made.getIfPresent(key);
            if (value != null) {
                return new Seat(CompletableFuture.completedFuture(value), Optional.empty());
            }
            Flight flight = underway.get(key);
            // Who waited may hear of a failure before the flight is taken from the list.
            if (flight == null || flight.ticket.future().isDone()) {
                flight = new Flight(key, queue.submit(client, () -> make(key, work)));
                underway.put(key, flight);
                Flight begun = flight;
                flight.ticket.future().whenComplete((done, failure) -> land(begun));
            }
            flight.seats++;
            return new Seat(flight.ticket.future().copy(), Optional.of(flight));
        }
    }

    private V make(K key, Callable<V> work) throws Exception {
        V value = work.call();
        made.put(key, value);
        return value;
    }

    private void land(Flight flight) {
        synchronized (underway) {
            underway.remove(flight.key, flight);
        }
    }

    private void leave(Flight flight) {
        flight.seats--;
        if (flight.seats == 0) {
            flight.ticket.leave();
        }
    }
}
