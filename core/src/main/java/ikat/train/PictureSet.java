package ikat.train;

import ikat.analysis.PictureReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts about the pictures of a training, as known when it is planned. If there are thousands, only
 * some are analysed.
 *
 * @param size number of pictures, at least 1
 * @param side shorter side in pixels of the smallest picture that must hold a patch
 * @param reports reports by picture index; at least one, and none of a rejected picture
 */
public record PictureSet(int size, int side, SortedMap<Integer, PictureReport> reports) {

    public PictureSet {
        reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
        if (reports.isEmpty() || reports.firstKey() < 0 || reports.lastKey() >= size) {
            throw new IllegalArgumentException(
                    ("the reports are of the pictures %s, but must be of at least one, each"
                                    + " from 0 to %s")
                            .formatted(reports.keySet(), size - 1));
        }
    }

    /** A set of pictures that were all analysed and must all hold a patch. */
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

    /** Expands values of the analysed pictures to all pictures, with empty lists for the others. */
    <T> List<List<T>> spread(List<List<T>> ofStudied) {
        List<List<T>> all = new ArrayList<>(Collections.nCopies(size, List.of()));
        int next = 0;
        for (int index : reports.keySet()) {
            all.set(index, ofStudied.get(next++));
        }
        return all;
    }
}
