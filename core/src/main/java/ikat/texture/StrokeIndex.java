package ikat.texture;

import ikat.texture.Stroke.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the segments of strokes that matter in a square of the plane, without looking at all: each
 * square takes those of a square of {@value #TIMES} times its side around it. Thread-safe.
 */
final class StrokeIndex {

    private static final int TIMES = 4;

    /** Squares of the highest level hold all that is painted, however far away. */
    private static final int LEVELS = 16;

    private static final long MOST_SEGMENTS = 1 << 18; // kept of each level

    private final double[] reaches;
    private final double side;
    private final List<Near> all;
    private final List<Chunks<List<Near>>> levels = new ArrayList<>();

    /**
     * The segments of a stroke.
     *
     * @param stroke its index
     * @param segments those that may be the nearest of the stroke to some point
     */
    record Near(int stroke, List<Segment> segments) {}

    /**
     * @param reaches distances in pixels from each stroke within which it matters
     * @param side of the squares in pixels
     */
    StrokeIndex(List<Stroke> strokes, double[] reaches, double side) {
        this.reaches = reaches;
        this.side = side;
        this.all =
                IntStream.range(0, strokes.size())
                        .mapToObj(i -> new Near(i, strokes.get(i).segments()))
                        .toList();
        for (int level = 0; level < LEVELS; level++) {
            int at = level;
            levels.add(
                    new Chunks<>(
                            (column, row) -> find(at, column, row),
                            near -> 1 + near.stream().mapToLong(n -> n.segments().size()).sum(),
                            MOST_SEGMENTS));
        }
    }

    /** What matters in the square at a column and row, in the order of the strokes. */
    List<Near> at(long column, long row) {
        return levels.get(0).at(column, row);
    }

    private List<Near> find(int level, long column, long row) {
        List<Near> around =
                level + 1 == LEVELS
                        ? all
                        : levels.get(level + 1)
                                .at(Math.floorDiv(column, TIMES), Math.floorDiv(row, TIMES));
        double wide = side * Math.pow(TIMES, level);
        Extent square =
                new Extent(column * wide, row * wide, (column + 1) * wide, (row + 1) * wide);
        List<Near> near = new ArrayList<>();
        for (Near stroke : around) {
            List<Segment> segments = near(stroke, square);
            if (!segments.isEmpty()) {
                near.add(
                        segments.size() == stroke.segments().size()
                                ? stroke
                                : new Near(stroke.stroke(), segments));
            }
        }
        return near;
    }

    private List<Segment> near(Near stroke, Extent square) {
        double bound = reaches[stroke.stroke()];
        for (Segment segment : stroke.segments()) {
            bound = Math.min(bound, segment.farthest(square));
        }
        double most = bound;
        return stroke.segments().stream()
                .filter(segment -> segment.distance(square) <= most)
                .toList();
    }
}
