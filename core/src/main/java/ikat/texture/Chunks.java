package ikat.texture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * Squares of an endless grid, made when they are first asked for. When they get too many, all go:
 * each can be made again, always the same. Safe for many threads.
 */
final class Chunks<V> {

    private final Maker<V> maker;
    private final ToLongFunction<V> size;
    private final long most;
    private final Map<Key, V> kept = new ConcurrentHashMap<>();
    private final AtomicLong sizes = new AtomicLong();

    private record Key(long column, long row) {}

    /** Makes a square. */
    @FunctionalInterface
    interface Maker<V> {

        V make(long column, long row);
    }

    /**
     * @param size of a square, at least 1
     * @param most that all squares together may have
     */
    Chunks(Maker<V> maker, ToLongFunction<V> size, long most) {
        this.maker = maker;
        this.size = size;
        this.most = most;
    }

    V at(long column, long row) {
        Key key = new Key(column, row);
        V known = kept.get(key);
        return known != null ? known : make(key);
    }

    private V make(Key key) {
        V made = maker.make(key.column(), key.row());
        long own = size.applyAsLong(made);
        if (sizes.addAndGet(own) > most) {
            kept.clear();
            sizes.set(own);
        }
        kept.put(key, made);
        return made;
    }

    /** How many squares are kept. */
    int kept() {
        return kept.size();
    }
}
