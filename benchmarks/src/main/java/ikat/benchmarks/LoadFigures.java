package ikat.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the clients of a load trial saw. Safe for many threads. */
final class LoadFigures {

    private final List<Double> milliseconds = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    /** A tile came. */
    synchronized void answered(double took) {
        milliseconds.add(took);
        count("200");
    }

    /** Anything else happened to a request. */
    synchronized void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    synchronized long answered() {
        return milliseconds.size();
    }

    /** Counts of what happened, and how long tiles took. */
    synchronized String table() {
        StringBuilder table = new StringBuilder("outcomes " + outcomes + "\n");
        if (!milliseconds.isEmpty()) {
            Collections.sort(milliseconds);
            for (double share : new double[] {0.5, 0.9, 0.99, 1}) {
                int at = (int) Math.min(milliseconds.size() - 1.0, share * milliseconds.size());
                table.append(
                        String.format(
                                Locale.ROOT,
                                "p%-4.0f %8.0f ms%n",
                                100 * share,
                                milliseconds.get(at)));
            }
        }
        return table.toString();
    }
}
