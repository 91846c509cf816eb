package ikat.render;

import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.noise.CellRegion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a generator needs to make a region exactly: the cells of noise with their margin, and what
 * each stage keeps of its shuffled output, so that no border is ever padded and no pixel is
 * computed that the next stage does not read.
 *
 * @param pixels the region to make
 * @param inputs for each stage, the part of the grid that it takes: first the cells that the region
 *     depends on, then ever finer points
 * @param crops for each stage, the part of its enlarged output to keep
 */
public record RegionPlan(PixelRegion pixels, List<CellRegion> inputs, List<Crop> crops) {

    /**
     * A window into a stage's output.
     *
     * @param left columns dropped on the left
     * @param top rows dropped at the top
     * @param width columns kept
     * @param height rows kept
     */
    public record Crop(int left, int top, int width, int height) {}

    /** The cells of noise that the region depends on. */
    public CellRegion cells() {
        return inputs.get(0);
    }

    /**
     * Plans a region by walking back from the pixels to the cells. Where a model makes a single
     * picture, that is the middle of what cell (0, 0) becomes, and depends on no other cell.
     *
     * @throws IllegalArgumentException if the region reaches beyond the single picture
     */
    public static RegionPlan of(ModelSpec spec, PixelRegion pixels) {
        int start = 0;
        if (spec.picturePixels() > 0) {
            checkInside(spec.picturePixels(), pixels);
            start = (spec.cellPixels() - spec.picturePixels()) / 2;
        }
        Span x = new Span(pixels.left() + start, pixels.right() + start);
        Span y = new Span(pixels.top() + start, pixels.bottom() + start);
        List<Crop> crops = new ArrayList<>();
        List<CellRegion> inputs = new ArrayList<>();
        for (int i = spec.stages().size() - 1; i >= 0; i--) {
            Stage stage = spec.stages().get(i);
            Span coarseX = x.shrunk(stage.scale());
            Span coarseY = y.shrunk(stage.scale());
            crops.add(
                    new Crop(
                            Math.toIntExact(x.from - coarseX.from * stage.scale()),
                            Math.toIntExact(y.from - coarseY.from * stage.scale()),
                            x.length(),
                            y.length()));
            x = coarseX.grown(stage.margin());
            y = coarseY.grown(stage.margin());
            inputs.add(new CellRegion(x.from, y.from, x.length(), y.length()));
        }
        Collections.reverse(crops);
        Collections.reverse(inputs);
        return new RegionPlan(pixels, List.copyOf(inputs), List.copyOf(crops));
    }

    private static void checkInside(int side, PixelRegion pixels) {
        if (pixels.left() < 0
                || pixels.top() < 0
                || pixels.right() > side
                || pixels.bottom() > side) {
            throw new IllegalArgumentException(
                    "the region of "
                            + pixels.width()
                            + "x"
                            + pixels.height()
                            + " pixels at "
                            + pixels.left()
                            + ","
                            + pixels.top()
                            + " reaches beyond the only picture of this model, "
                            + side
                            + "x"
                            + side);
        }
    }

    private record Span(long from, long to) {

        Span shrunk(int scale) {
            return new Span(Math.floorDiv(from, scale), -Math.floorDiv(-to, scale));
        }

        Span grown(int margin) {
            return new Span(from - margin, to + margin);
        }

        int length() {
            return Math.toIntExact(to - from);
        }
    }
}
