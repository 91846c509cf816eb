package ikat.texture;

import ikat.io.Interrupts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/**
 * A cache of squares of an endless grid, each made on its first use. When they grow too many, all
 * are dropped, as each can be made again, always the same. Thread-safe.
 */
final class Chunks<V> {

    private final BiFunction<Long, Long, V> maker;
    private final ToLongFunction<V> size;
    private final long most;
    private final Map<Key, V> kept = new ConcurrentHashMap<>();
    private final AtomicLong sizes = new AtomicLong();

    private record Key(long column, long row) {}

    /**
     * @param maker makes the square at a column and row
     * @param size of a square, at least 1
     * @param most sum of the sizes of all squares
     */
    Chunks(BiFunction<Long, Long, V> maker, ToLongFunction<V> size, long most) {
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
        Interrupts.check();
        V made = maker.apply(key.column(), key.row());
        long own = size.applyAsLong(made);
        if (sizes.addAndGet(own) > most) {
            kept.clear();
            sizes.set(own);
        }
        kept.put(key, made);
        return made;
    }

    /** Number of cached squares. */
    int kept() {
        return kept.size();
    }
}
