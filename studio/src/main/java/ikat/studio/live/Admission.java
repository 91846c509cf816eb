package ikat.studio.live;

import java.util.HashMap;
import java.util.Map;

/** Counts who is connected, and lets no more in than there is room for. Safe for many threads. */
final class Admission {

    /** The most connections from one address. */
    static final int MOST_EACH = 8;

    /** The most connections in all. */
    static final int MOST = 32;

    private final Map<String, Integer> here = new HashMap<>();
    private int all;

    /** Whether there was room; then {@link #leave} must follow. */
    synchronized boolean enter(String address) {
        int own = here.getOrDefault(address, 0);
        if (all >= MOST || own >= MOST_EACH) {
            return false;
        }
        here.put(address, own + 1);
        all++;
        return true;
    }

    /** Makes room. */
    synchronized void leave(String address) {
        here.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
        all--;
    }

    /** How many are connected. */
    synchronized int count() {
        return all;
    }
}
