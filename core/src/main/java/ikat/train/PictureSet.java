package ikat.train;

import ikat.analysis.PictureReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of the pictures of a training when it is planned. Of thousands, only some are
 * analysed.
 *
 * @param size how many pictures there are, at least 1
 * @param side pixels a side of the smallest picture that has to hold a patch
 * @param reports by the index of their picture; at least one, none refused
 */
public record PictureSet(int size, int side, SortedMap<Integer, PictureReport> reports) {

    public PictureSet {
        reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
        if (reports.isEmpty() || reports.firstKey() < 0 || reports.lastKey() >= size) {
            throw new IllegalArgumentException(
                    "the reports are of the pictures "
                            + reports.keySet()
                            + ", but must be of at least one, each from 0 to "
                            + (size - 1));
        }
    }

    /** Pictures that were all analysed and must all hold a patch. */
    public static PictureSet of(List<PictureReport> reports) {
        SortedMap<Integer, PictureReport> all = new TreeMap<>();
        int side = Integer.MAX_VALUE;
        for (PictureReport report : reports) {
            all.put(all.size(), report);
            side = Math.min(side, Math.min(report.width(), report.height()));
        }
        return new PictureSet(reports.size(), side, all);
    }

    /** The reports in the order of their pictures. */
    List<PictureReport> studied() {
        return List.copyOf(reports.values());
    }

    /** A list with an entry for every picture: that of its report, else an empty one. */
    <T> List<List<T>> spread(List<List<T>> ofStudied) {
        List<List<T>> all = new ArrayList<>(Collections.nCopies(size, List.of()));
        int next = 0;
        for (int index : reports.keySet()) {
            all.set(index, ofStudied.get(next++));
        }
        return all;
    }
}
