package ikat.weave;

import ikat.image.Pixels;
import ikat.io.Workers;
import java.util.Arrays;

/**
 * Shows what lies at the places of a grid: colours, and maps of the material.
 *
 * @param grid of the places
 */
record PlacePainter(PlaceGrid grid) {

    /**
     * The picture: each pixel is the mean of what its own and its neighbours' pieces of exemplar
     * continue with, weighted by nearness. Within a piece, these are all the same pixel; where
     * pieces meet, they fade into each other.
     *
     * @param exemplars at this level, by source
     * @param left column of the picture's first pixel in this grid, at least 1
     * @param top row of the picture's first pixel in this grid, at least 1
     * @param picture filled with 8-bit values; the grid reaches a pixel farther on each side
     */
    void paint(ExemplarLevel[] exemplars, int left, int top, Pixels picture, Workers workers) {
        PlaceGrid.bands(
                workers,
                picture.height(),
                (from, to) -> {
                    Mean mean = new Mean(exemplars);
                    for (int row = from; row < to; row++) {
                        for (int column = 0; column < picture.width(); column++) {
                            mean.at(left + column, top + row);
                            mean.write(picture, column, row);
                        }
                    }
                });
    }

    /**
     * A map of the picture: what the exemplars' maps hold at each place, unmixed, so that no value
     * appears that they do not hold.
     *
     * @param maps of the exemplars at this level, by source
     * @param left column of the picture's first pixel in this grid
     * @param top row of the picture's first pixel in this grid
     * @param picture filled; as deep as the maps
     */
    void lookUp(Pixels[] maps, int left, int top, Pixels picture) {
        int bytes = picture.pixelBytes();
        for (int row = 0; row < picture.height(); row++) {
            int from = (top + row) * grid.width() + left;
            for (int column = 0; column < picture.width(); column++) {
                int place = grid.places()[from + column];
                Pixels map = maps[PlaceGrid.source(place)];
                System.arraycopy(
                        map.bytes(),
                        map.at(PlaceGrid.x(place), PlaceGrid.y(place)),
                        picture.bytes(),
                        picture.at(column, row),
                        bytes);
            }
        }
    }

    /** The mean colour at one pixel after the other. */
    private final class Mean {

        private final ExemplarLevel[] exemplars;
        private final int[] sums;
        private int total;

        Mean(ExemplarLevel[] exemplars) {
            this.exemplars = exemplars;
            this.sums = new int[exemplars[0].colours().channels()];
        }

        void at(int x, int y) {
            Arrays.fill(sums, 0);
            total = 0;
            int own = grid.places()[y * grid.width() + x];
            if (grid.isWithinPiece(x, y, exemplars[PlaceGrid.source(own)].stride())) {
                add(own, 1);
                return;
            }
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int place = grid.continued(exemplars, x, y, dx, dy);
                    if (place < 0) {
                        continue;
                    }
                    add(place, (2 - Math.abs(dx)) * (2 - Math.abs(dy)));
                }
            }
        }

        private void add(int place, int weight) {
            Pixels shown = exemplars[PlaceGrid.source(place)].shown();
            int at = shown.at(PlaceGrid.x(place), PlaceGrid.y(place));
            for (int c = 0; c < sums.length; c++) {
                sums[c] += weight * (shown.bytes()[at + c] & 0xff);
            }
            total += weight;
        }

        void write(Pixels picture, int x, int y) {
            int to = picture.at(x, y);
            for (int c = 0; c < sums.length; c++) {
                picture.bytes()[to + c] = (byte) ((sums[c] + total / 2) / total);
            }
        }
    }
}
