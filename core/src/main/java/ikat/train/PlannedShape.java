package ikat.train;

import ikat.analysis.PictureReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shape of both networks and size of the training crops, chosen by the element size of the
 * pictures. "Measured" means on this project's pictures, see docs/recipe.md.
 *
 * @param depth stages of the generator
 * @param patchPixels side of the training crops
 * @param generator channels after each stage but the last, from coarse to fine
 * @param discriminator channels after each layer but the last, from fine to coarse
 */
record PlannedShape(
        int depth, int patchPixels, List<Integer> generator, List<Integer> discriminator) {

    private static final int DEPTH = 5; // PSGAN, section 4: one cell is 32 pixels
    private static final int LARGEST_PATCH = 160; // PSGAN, section 4
    private static final int SMALLEST_PATCH = 96; // measured: smaller ones lack context
    private static final int LEAST_PATCH = 32;
    private static final double ELEMENTS = 3; // approximate number side by side in a patch
    private static final int ONE_CELL_DEPTH = 6; // pictures of 128 pixels

    /** Largest patch judged by four layers, whose receptive field is 76 pixels. */
    private static final int SMALL_PATCH = 96;

    private static final double SMOOTH_GRAIN = 0.06;
    private static final double LITTLE_GRAIN = 0.09;
    private static final double POINTS_PER_PERIOD = 2.5; // on the coarsest grid with waves

    static PlannedShape of(PictureSet pictures, PlanSettings settings, Layout layout, Width width) {
        List<Integer> given = settings.get(Shape.GENERATOR_CHANNELS);
        int side = pictures.side();
        int usual = given == null ? depth(layout, side) : given.size() + 1;
        int depth = Shape.DEPTH.check(settings.or(Shape.DEPTH, usual));
        int patch = settings.or(Crops.PATCH_PIXELS, patch(layout, pictures, depth));
        if (patch > side) {
            throw new IllegalArgumentException(
                    ("patchPixels is %s, but the smallest picture has only %s pixels a"
                                    + " side; give at most that")
                            .formatted(patch, side));
        }
        boolean several = pictures.size() > 1 || settings.or(TextureCodes.PLACE_PIXELS, 0) > 0;
        List<Integer> ours = several ? width.generatorOfSeveral(depth) : width.generator(depth);
        List<Integer> generator = given == null ? ours : given;
        List<Integer> mirrored = reversed(given == null ? width.published(depth) : given);
        int layers = given == null ? layers(layout, depth, patch) : depth;
        return new PlannedShape(
                depth,
                patch,
                generator,
                settings.or(Shape.DISCRIMINATOR_CHANNELS, mirrored.subList(0, layers - 1)));
    }

    /**
     * Pictures smaller than the usual patch get smaller cells, so that a patch still holds several.
     */
    private static int depth(Layout layout, int side) {
        if (layout == Layout.ONE_CELL) {
            boolean small = side < Shape.onePicture(ONE_CELL_DEPTH);
            return small ? ONE_CELL_DEPTH - 1 : ONE_CELL_DEPTH;
        }
        int depth = DEPTH;
        while (depth > 3 && side < 5 << depth) {
            depth--;
        }
        return depth;
    }

    /**
     * Side of the crops: three elements, rounded to whole cells; for several pictures, whose
     * elements differ, the published size; for one cell, the size of its picture.
     */
    private static int patch(Layout layout, PictureSet pictures, int depth) {
        if (layout == Layout.ONE_CELL) {
            return Shape.onePicture(depth);
        }
        double element = pictures.studied().get(0).element().decisive();
        double wanted = pictures.size() > 1 ? LARGEST_PATCH : ELEMENTS * element;
        int most = Math.min(LARGEST_PATCH, pictures.side());
        int least = Math.min(SMALLEST_PATCH, most);
        int cell = 1 << depth;
        int cells = (int) Math.max(least, Math.min(wanted, most)) / cell;
        boolean small = cells * cell < least && (cells + 1) * cell <= most;
        return Math.max(LEAST_PATCH, (small ? cells + 1 : cells) * cell);
    }

    private static int layers(Layout layout, int depth, int patch) {
        return layout == Layout.ENDLESS && patch <= SMALL_PATCH ? Math.min(4, depth) : depth;
    }

    /**
     * How many of the last stages upsample smoothly. Both stages that draw detail finer than six
     * pixels do if there is hardly any, only the last if there is little, and none if grain would
     * be lost (measured on ten pictures).
     */
    static int smoothStages(List<PictureReport> reports) {
        double grain = reports.stream().mapToDouble(PictureReport::grain).max().orElse(0);
        return grain < SMOOTH_GRAIN ? 2 : grain < LITTLE_GRAIN ? 1 : 0;
    }

    /**
     * The stages that receive the waves: two, starting with the first on whose grid the shortest
     * period spans at least 2.5 points. A coarser grid undersamples the wave, and the pattern would
     * have to be shifted within the cells (measured on knit and text).
     *
     * @param noise holds the initial frequencies of the waves, including those of each picture
     */
    List<Integer> waveStages(PlannedNoise noise) {
        double fastest =
                Stream.concat(
                                noise.waves().stream(),
                                noise.pictureWaves().stream().flatMap(List::stream))
                        .mapToDouble(Frequency::length)
                        .max()
                        .orElse(0);
        int stage = 0;
        while (stage < depth - 2 && fastest * (1 << depth - stage) * POINTS_PER_PERIOD > 1) {
            stage++;
        }
        return noise.waves().isEmpty() ? List.of(0) : List.of(stage, stage + 1);
    }

    private static List<Integer> reversed(List<Integer> channels) {
        List<Integer> reversed = new ArrayList<>(channels);
        Collections.reverse(reversed);
        return reversed;
    }
}
