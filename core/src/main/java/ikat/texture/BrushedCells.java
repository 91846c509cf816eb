package ikat.texture;

import ikat.texture.Stroke.SampleSquare;
import java.util.List;

/**
 * Cells that a brush drew anew: the generation of a cell is the number of strokes over its middle.
 * Thread-safe.
 */
public final class BrushedCells implements Rerolls {

    private static final int SIDE = 32; // cells of a chunk
    private static final long MOST_CELLS = 1 << 19;
    private static final int[] UNTOUCHED = new int[1];

    private final int cellPixels;
    private final List<Stroke> strokes;
    private final StrokeIndex index;
    private final Extent extent;
    private final Chunks<int[]> chunks =
            new Chunks<>(this::make, cells -> cells.length, MOST_CELLS);

    private BrushedCells(int cellPixels, List<Stroke> strokes) {
        this.cellPixels = cellPixels;
        this.strokes = strokes;
        this.index =
                new StrokeIndex(
                        strokes,
                        strokes.stream().mapToDouble(Stroke::radius).toArray(),
                        (double) SIDE * cellPixels);
        this.extent =
                strokes.stream()
                        .map(stroke -> stroke.extent().grown(stroke.radius()))
                        .reduce(Extent.NOTHING, Extent::with);
    }

    /**
     * The cells under strokes.
     *
     * @param cellPixels of the model at full size
     * @param strokes whose softness is ignored: a cell is drawn anew as a whole
     */
    public static Rerolls of(int cellPixels, List<Stroke> strokes) {
        return strokes.isEmpty() ? NONE : new BrushedCells(cellPixels, List.copyOf(strokes));
    }

    @Override
    public int generation(long column, long row) {
        if (!extent.holds(middle(column), middle(row))) {
            return 0;
        }
        int[] cells = chunks.at(Math.floorDiv(column, SIDE), Math.floorDiv(row, SIDE));
        int at = Math.floorMod(row, SIDE) * SIDE + Math.floorMod(column, SIDE);
        return cells == UNTOUCHED ? 0 : cells[at];
    }

    private double middle(long cell) {
        return (cell + 0.5) * cellPixels;
    }

    private int[] make(long column, long row) {
        SampleSquare middles =
                new SampleSquare(middle(column * SIDE), middle(row * SIDE), cellPixels, SIDE);
        int[] cells = UNTOUCHED;
        double[] squares = new double[SIDE * SIDE];
        for (StrokeIndex.Near near : index.at(column, row)) {
            double radius = strokes.get(near.stroke()).radius();
            if (Stroke.measure(near.segments(), middles, radius, radius, squares)) {
                cells = cells == UNTOUCHED ? new int[SIDE * SIDE] : cells;
                for (int i = 0; i < cells.length; i++) {
                    cells[i] += squares[i] < radius * radius ? 1 : 0;
                }
            }
        }
        return cells;
    }
}
