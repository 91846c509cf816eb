package ikat.graph;

import ikat.model.ModelSpec;
import ikat.model.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * The grid that a stage reads when the stages before it keep all that they make: for n cells along
 * an axis, {@code perCell n - less} points, the first of which is point {@code first} as counted
 * from the first of cell 0.
 *
 * @param perCell points along a cell, at least 1
 * @param less points that the margins of the stages before take away
 * @param first index of the first point
 */
record ExportedGrid(long perCell, long less, long first) {

    /** The grids that the stages read, and last the pixels. */
    static List<ExportedGrid> of(ModelSpec spec) {
        List<ExportedGrid> grids = new ArrayList<>();
        ExportedGrid grid = new ExportedGrid(1, 0, 0);
        grids.add(grid);
        for (Stage stage : spec.stages()) {
            grid = grid.after(stage);
            grids.add(grid);
        }
        return grids;
    }

    private ExportedGrid after(Stage stage) {
        long scale = stage.scale();
        return new ExportedGrid(
                scale * perCell,
                scale * (less + 2L * stage.margin()),
                scale * (first + stage.margin()));
    }
}
