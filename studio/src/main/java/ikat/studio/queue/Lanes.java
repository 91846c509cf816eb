package ikat.studio.queue;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tasks that wait: readers take turns, and so do the pages of each reader. Not thread-safe.
 *
 * @param <T> tasks
 */
final class Lanes<T> {

    private final Map<String, Lane<T>> lanes = new LinkedHashMap<>();
    private int size;

    /** The tasks of a reader, by page. */
    private static final class Lane<T> {
        private final Map<String, ArrayDeque<T>> pages = new LinkedHashMap<>();
        private int size;
    }

    int size() {
        return size;
    }

    /** The number of tasks of a reader. */
    int size(Client client) {
        Lane<T> lane = lanes.get(client.reader());
        return lane == null ? 0 : lane.size;
    }

    void add(Client client, T task) {
        Lane<T> lane = lanes.computeIfAbsent(client.reader(), reader -> new Lane<>());
        lane.pages.computeIfAbsent(client.page(), page -> new ArrayDeque<>()).add(task);
        lane.size++;
        size++;
    }

    /** Takes a task out; returns false if it does not wait. */
    boolean remove(Client client, T task) {
        Lane<T> lane = lanes.get(client.reader());
        ArrayDeque<T> page = lane == null ? null : lane.pages.get(client.page());
        if (lane == null || page == null || !page.remove(task)) {
            return false;
        }
        if (page.isEmpty()) {
            lane.pages.remove(client.page());
        }
        if (--lane.size == 0) {
            lanes.remove(client.reader());
        }
        size--;
        return true;
    }

    /** Takes the first task of the first page of the first reader; both go to the end. */
    T next() {
        Map.Entry<String, Lane<T>> first = takeFirst(lanes);
        Lane<T> lane = first.getValue();
        Map.Entry<String, ArrayDeque<T>> page = takeFirst(lane.pages);
        T task = page.getValue().remove();
        if (!page.getValue().isEmpty()) {
            lane.pages.put(page.getKey(), page.getValue());
        }
        if (--lane.size > 0) {
            lanes.put(first.getKey(), lane);
        }
        size--;
        return task;
    }

    private static <V> Map.Entry<String, V> takeFirst(Map<String, V> map) {
        Iterator<Map.Entry<String, V>> entries = map.entrySet().iterator();
        Map.Entry<String, V> first = entries.next();
        entries.remove();
        return first;
    }
}
