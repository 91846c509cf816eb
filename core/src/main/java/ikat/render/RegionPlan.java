package ikat.render;

import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.model.Stage;
import ikat.noise.CellRegion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Plan for generating a region exactly: the noise cells that it depends on, and the crop of each
 * stage's output.
 *
 * <h2>Design</h2>
 *
 * A stage is a convolution without padding followed by a pixel shuffle [1]: it reads {@code margin}
 * points around each point that it computes, and turns a point into {@code scale x scale} points. A
 * network of such stages has a finite receptive field [2]. As nothing is padded with zeros, a pixel
 * is a function of the cells around it only, which is why a texture trained on patches can be
 * rendered at any size [3].
 *
 * <p>The plan is computed from the pixels back to the cells. From the last stage to the first, the
 * wanted area is divided by the scale and rounded outwards, which may yield more than is wanted
 * (hence the crop), then grown by the margin (the input). Tiles are planned independently, and a
 * pixel depends on the same cells in every plan.
 *
 * <p>Invariants, for stage {@code i} with input {@code I[i]}, crop {@code C[i]}, kernel {@code k}
 * and scale {@code s}:
 *
 * <ul>
 *   <li>{@code C[i]} lies within the {@code s (I[i].width - k + 1)} columns of the stage's output,
 *       and likewise for the rows;
 *   <li>{@code C[i]} has the size of {@code I[i + 1]}, and the last crop that of {@code pixels};
 *   <li>if two plans share a pixel, the inputs of both contain all cells of its receptive field.
 * </ul>
 *
 * <p>{@link #of} keeps only points that the next stage reads. {@link #inBlocks} keeps whole blocks
 * of {@code s x s} points, as cutting a block takes longer than computing one more row.
 *
 * <ol>
 *   <li>Shi et al., Real-time single image and video super-resolution using an efficient sub-pixel
 *       convolutional neural network, CVPR 2016, section 3.2.
 *   <li>Luo et al., Understanding the effective receptive field in deep convolutional neural
 *       networks, NIPS 2016.
 *   <li>Bergmann, Jetchev, Vollgraf, Learning texture manifolds with the periodic spatial GAN, ICML
 *       2017, section 3.
 * </ol>
 *
 * @param pixels the region to generate
 * @param inputs for each stage, the part of its grid that it reads: first the cells that the region
 *     depends on, then ever finer points
 * @param crops for each stage, the part of its upsampled output to keep
 */
public record RegionPlan(PixelRegion pixels, List<CellRegion> inputs, List<Crop> crops) {

    /**
     * A window of a stage's output.
     *
     * @param left columns dropped on the left
     * @param top rows dropped at the top
     * @param width columns kept
     * @param height rows kept
     */
    public record Crop(int left, int top, int width, int height) {}

    /** The noise cells that the region depends on. */
    public CellRegion cells() {
        return inputs.get(0);
    }

    /**
     * Plans a region so that no point is kept that the next stage does not read. The picture of a
     * single-picture model is the centre of the output of cell (0, 0), and depends on no other
     * cell.
     *
     * @throws IllegalArgumentException if the region reaches beyond the single picture
     */
    public static RegionPlan of(ModelSpec spec, PixelRegion pixels) {
        Area wanted = Area.of(spec, pixels);
        List<Crop> crops = new ArrayList<>();
        List<CellRegion> inputs = new ArrayList<>();
        for (int i = spec.stages().size() - 1; i >= 0; i--) {
            Stage stage = spec.stages().get(i);
            Area coarse = wanted.shrunk(stage.scale());
            crops.add(wanted.within(coarse.enlarged(stage.scale())));
            wanted = coarse.grown(stage.margin());
            inputs.add(wanted.region());
        }
        Collections.reverse(crops);
        Collections.reverse(inputs);
        return new RegionPlan(pixels, List.copyOf(inputs), List.copyOf(crops));
    }

    /**
     * Plans a region so that every stage but the last keeps its whole output. These are whole
     * blocks, and cutting one takes longer than computing one more row in the next stage.
     *
     * @throws IllegalArgumentException if the region reaches beyond the single picture
     */
    public static RegionPlan inBlocks(ModelSpec spec, PixelRegion pixels) {
        CellRegion cells = of(spec, pixels).cells();
        Area area =
                new Area(
                        new Span(cells.left(), cells.left() + cells.width()),
                        new Span(cells.top(), cells.top() + cells.height()));
        List<Crop> crops = new ArrayList<>();
        List<CellRegion> inputs = new ArrayList<>();
        for (int i = 0; i < spec.stages().size(); i++) {
            Stage stage = spec.stages().get(i);
            inputs.add(area.region());
            area = area.grown(-stage.margin()).enlarged(stage.scale());
            boolean last = i == spec.stages().size() - 1;
            crops.add((last ? Area.of(spec, pixels) : area).within(area));
        }
        return new RegionPlan(pixels, List.copyOf(inputs), List.copyOf(crops));
    }

    /**
     * Plans a patch whose stages see zeros instead of other cells.
     *
     * @param side of the patch in pixels, a multiple of a cell's
     */
    public static RegionPlan padded(ModelSpec spec, int side) {
        List<Crop> crops = new ArrayList<>();
        List<CellRegion> inputs = new ArrayList<>();
        int points = side / spec.cellPixels();
        for (Stage stage : spec.stages()) {
            inputs.add(new CellRegion(0, 0, points, points));
            points *= stage.scale();
            crops.add(new Crop(0, 0, points, points));
        }
        return new RegionPlan(
                new PixelRegion(0, 0, side, side), List.copyOf(inputs), List.copyOf(crops));
    }

    /**
     * The part of a stage's input that belongs to the cell of a model of one cell; all else is
     * zero. Empty if zeros surround nothing.
     *
     * @param spec the model that was planned for
     */
    public Optional<Crop> inside(ModelSpec spec, int stage) {
        if (!spec.bordered()) {
            return Optional.empty();
        }
        CellRegion input = inputs.get(stage);
        long side = spec.pointsPerCell(stage);
        Span x = Span.of(input.left(), input.width()).within(side);
        Span y = Span.of(input.top(), input.height()).within(side);
        return Optional.of(
                new Crop(
                        Math.toIntExact(x.from - input.left()),
                        Math.toIntExact(y.from - input.top()),
                        x.length(),
                        y.length()));
    }

    /**
     * Number of multiplications of all convolutions.
     *
     * @param spec the model that was planned for
     */
    public long multiplications(ModelSpec spec) {
        long sum = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Stage stage = spec.stages().get(i);
            long width = inputs.get(i).width() - 2L * stage.margin();
            long height = inputs.get(i).height() - 2L * stage.margin();
            long each =
                    (long) stage.inChannels()
                            * stage.convolvedChannels()
                            * stage.kernel()
                            * stage.kernel();
            sum += width * height * each;
        }
        return sum;
    }

    private static void checkInside(int side, PixelRegion pixels) {
        if (pixels.left() < 0
                || pixels.top() < 0
                || pixels.right() > side
                || pixels.bottom() > side) {
            throw new IllegalArgumentException(
                    ("the region of %sx%s pixels at %s,%s reaches beyond the only picture of"
                                    + " this model, %sx%s")
                            .formatted(
                                    pixels.width(),
                                    pixels.height(),
                                    pixels.left(),
                                    pixels.top(),
                                    side,
                                    side));
        }
    }

    /** A rectangle on the grid of a stage. */
    private record Area(Span x, Span y) {

        static Area of(ModelSpec spec, PixelRegion pixels) {
            int start = 0;
            if (spec.picturePixels() > 0) {
                checkInside(spec.picturePixels(), pixels);
                start = (spec.cellPixels() - spec.picturePixels()) / 2;
            }
            return new Area(
                    new Span(pixels.left() + start, pixels.right() + start),
                    new Span(pixels.top() + start, pixels.bottom() + start));
        }

        Area shrunk(int scale) {
            return new Area(x.shrunk(scale), y.shrunk(scale));
        }

        Area enlarged(int scale) {
            return new Area(x.enlarged(scale), y.enlarged(scale));
        }

        Area grown(int margin) {
            return new Area(x.grown(margin), y.grown(margin));
        }

        CellRegion region() {
            return new CellRegion(x.from, y.from, x.length(), y.length());
        }

        Crop within(Area whole) {
            return new Crop(
                    Math.toIntExact(x.from - whole.x.from),
                    Math.toIntExact(y.from - whole.y.from),
                    x.length(),
                    y.length());
        }
    }

    private record Span(long from, long to) {

        static Span of(long from, int length) {
            return new Span(from, from + length);
        }

        /** The part between 0 and a side. */
        Span within(long side) {
            long first = Math.max(0, Math.min(from, side));
            return new Span(first, Math.max(first, Math.min(to, side)));
        }

        Span shrunk(int scale) {
            return new Span(Math.floorDiv(from, scale), -Math.floorDiv(-to, scale));
        }

        Span enlarged(int scale) {
            return new Span(from * scale, to * scale);
        }

        Span grown(int margin) {
            return new Span(from - margin, to + margin);
        }

        int length() {
            return Math.toIntExact(to - from);
        }
    }
}
