package ikat.train;

import ikat.analysis.PictureReport;
import ikat.image.Mirroring;
import ikat.model.Overtone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a plan: what the user's settings leave open is chosen from the pictures. Every default
 * stands here, once, with where it comes from; "measured" means on this project's pictures, see
 * docs/recipe.md.
 */
public final class PlanFactory {

    /** Three minutes: what a first try on two cores may take. */
    public static final double DEFAULT_SECONDS = 180;

    private static final int DEPTH = 5; // PSGAN, section 4: one cell is 32 pixels
    private static final int PATCH_PIXELS = 160; // PSGAN, section 4
    private static final int BATCH = 8; // measured: more steps of 8 beat fewer of 25 on a CPU
    private static final int LOCAL_CHANNELS = 32;
    private static final int ONE_CELL_CHANNELS = 100; // Radford et al. 2015
    private static final int ONE_CELL_DEPTH = 6; // pictures of 128 pixels
    private static final int WAVE_HIDDEN = 60; // PSGAN, section 3.1
    private static final int OVERTONES = 4;
    private static final int SMOOTH_STAGES =
            2; // measured: a lattice gains by it, the grain of gravel is lost

    /**
     * With fewer patches side by side the discriminator learns the picture by heart, and the
     * generator nothing.
     */
    private static final int SCARCE_PATCHES = 6;

    private static final double SCARCE_DISCRIMINATOR_RATE = 0.5; // measured on water
    private static final double CODED_DISCRIMINATOR_RATE = 0.7; // measured on nine honeycombs
    private static final double LEAST_ISOTROPY = 0.9;
    private static final double LEARNING_RATE = 4e-4; // measured: the published 2e-4 is slower
    private static final double FINAL_RATE = 0.05;
    private static final double WAVE_RATE = 2;
    private static final double MOMENTUM = 0.5; // Radford et al. 2015
    private static final double AVERAGING = 0.995;
    private static final double FEATURE_WEIGHT =
            0.5; // measured: stones come out separate and shaded
    private static final double MIXED_SHARE = 0.125;
    private static final int LEAST_PATCH_PIXELS = 32;

    /** The score cuts a picture into four. */
    private static final int LEAST_SCORED_PIXELS = 128;

    private PlanFactory() {}

    /**
     * Plans a training.
     *
     * @param reports of the pictures, at least one, none refused
     * @throws IllegalArgumentException if a setting is out of its range or does not fit the
     *     pictures
     */
    public static TrainingPlan plan(List<PictureReport> reports, PlanSettings settings) {
        return plan(PictureSet.of(reports), settings);
    }

    /**
     * Plans a training on pictures of which some may be too small or not analysed.
     *
     * @throws IllegalArgumentException if a setting is out of its range or does not fit the
     *     pictures
     */
    public static TrainingPlan plan(PictureSet pictures, PlanSettings settings) {
        List<PictureReport> reports = pictures.studied();
        int side = pictures.side();
        Width width = or(settings.width(), Width.LIVE);
        Layout layout = or(settings.layout(), Layout.ENDLESS);
        int depth =
                or(
                        settings.depth(),
                        settings.generatorChannels() == null
                                ? depth(layout, side)
                                : settings.generatorChannels().size() + 1);
        Ranges.check("depth", depth, 2, 7);
        List<Integer> generator = or(settings.generatorChannels(), width.channels(depth));
        int patch = or(settings.patchPixels(), patch(layout, side, depth));
        if (patch > side) {
            throw new IllegalArgumentException(
                    "patchPixels is "
                            + patch
                            + ", but the smallest picture has only "
                            + side
                            + " pixels a side; give at most that");
        }
        boolean endless = layout == Layout.ENDLESS;
        PlannedNoise noise = PlannedNoise.of(pictures, settings, layout, 1 << depth);
        boolean bends = noise.global() > 0 && !noise.waves().isEmpty();
        boolean scarce = pixels(reports) < SCARCE_PATCHES * patch * patch;
        double seconds = or(settings.seconds(), settings.steps() == null ? DEFAULT_SECONDS : 0);
        return new TrainingPlan(
                width,
                patch,
                or(settings.batch(), BATCH),
                or(
                        settings.mirroring(),
                        scarce && directionless(reports) ? Mirroring.RANDOM : Mirroring.NONE),
                or(settings.localChannels(), endless ? LOCAL_CHANNELS : ONE_CELL_CHANNELS),
                noise.global(),
                noise.waves(),
                overtones(noise.waves().size(), settings.overtones()),
                bends ? or(settings.waveHidden(), WAVE_HIDDEN) : 0,
                or(settings.codes(), Codes.LEARNED),
                noise.coded() ? or(settings.mixedShare(), MIXED_SHARE) : 0,
                noise.coded() ? or(settings.placePixels(), 0) : 0,
                bends ? noise.pictureWaves() : List.of(),
                layout,
                generator,
                or(settings.smoothStages(), noise.waves().isEmpty() ? 0 : SMOOTH_STAGES),
                or(settings.discriminatorChannels(), reversed(generator)),
                or(settings.learningRate(), LEARNING_RATE),
                or(settings.finalRate(), FINAL_RATE),
                or(settings.waveRate(), WAVE_RATE),
                or(settings.discriminatorRate(), discriminatorRate(scarce, noise.coded())),
                or(settings.momentum(), MOMENTUM),
                or(settings.averaging(), AVERAGING),
                or(settings.featureWeight(), FEATURE_WEIGHT),
                selection(pictures, endless && noise.global() == 0, settings.selection()),
                or(settings.steps(), 0L),
                seconds,
                or(settings.seed(), 0L));
    }

    /** One texture of one picture that is large enough can be scored. */
    private static Selection selection(
            PictureSet pictures, boolean oneTexture, @Nullable Selection wanted) {
        boolean scored =
                oneTexture && pictures.size() == 1 && pictures.side() >= LEAST_SCORED_PIXELS;
        if (!scored && wanted != null && wanted != Selection.LAST) {
            throw new IllegalArgumentException(
                    "selection is "
                            + wanted.name().toLowerCase(Locale.ROOT)
                            + ", but only one endless texture of one picture of at least "
                            + LEAST_SCORED_PIXELS
                            + " pixels a side can be scored; leave --select out");
        }
        return or(wanted, scored ? Selection.EARLY : Selection.LAST);
    }

    private static double discriminatorRate(boolean scarce, boolean coded) {
        if (scarce) {
            return SCARCE_DISCRIMINATOR_RATE;
        }
        return coded ? CODED_DISCRIMINATOR_RATE : 1;
    }

    /**
     * A picture smaller than the usual patch gets smaller cells, so that a patch still holds
     * several.
     */
    private static int depth(Layout layout, int side) {
        if (layout == Layout.ONE_CELL) {
            return side < patch(layout, side, ONE_CELL_DEPTH) ? ONE_CELL_DEPTH - 1 : ONE_CELL_DEPTH;
        }
        int depth = DEPTH;
        while (depth > 3 && side < 5 << depth) {
            depth--;
        }
        return depth;
    }

    /** The largest whole number of cells up to the usual patch, or the picture of one cell. */
    private static int patch(Layout layout, int side, int depth) {
        if (layout == Layout.ONE_CELL) {
            return TrainingPlan.onePicture(depth);
        }
        int cell = 1 << depth;
        return Math.max(LEAST_PATCH_PIXELS, Math.min(PATCH_PIXELS, side) / cell * cell);
    }

    /**
     * The overtones of one or two waves from slow to fast: the third direction of a hexagonal
     * lattice comes first.
     */
    private static List<Overtone> overtones(int waves, @Nullable Integer wanted) {
        List<Overtone> all =
                switch (waves) {
                    case 0 -> List.of();
                    case 1 ->
                            List.of(
                                    new Overtone(2, 0),
                                    new Overtone(3, 0),
                                    new Overtone(4, 0),
                                    new Overtone(5, 0));
                    default ->
                            List.of(
                                    new Overtone(1, 1),
                                    new Overtone(1, -1),
                                    new Overtone(2, 0),
                                    new Overtone(0, 2),
                                    new Overtone(2, 1),
                                    new Overtone(1, 2),
                                    new Overtone(2, -1),
                                    new Overtone(1, -2));
                };
        int count = wanted == null ? OVERTONES : wanted;
        Ranges.check("overtones", count, 0, 8);
        return all.subList(0, Math.min(count, all.size()));
    }

    private static List<Integer> reversed(List<Integer> channels) {
        List<Integer> reversed = new ArrayList<>(channels);
        Collections.reverse(reversed);
        return reversed;
    }

    private static long pixels(List<PictureReport> reports) {
        return reports.stream().mapToLong(r -> (long) r.width() * r.height()).sum();
    }

    private static boolean directionless(List<PictureReport> reports) {
        return reports.stream()
                .allMatch(r -> r.peaks().isEmpty() && r.isotropy() >= LEAST_ISOTROPY);
    }

    private static <T> T or(@Nullable T chosen, T otherwise) {
        return chosen == null ? otherwise : chosen;
    }
}
