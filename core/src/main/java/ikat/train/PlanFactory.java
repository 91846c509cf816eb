package ikat.train;

import ikat.analysis.PictureReport;
import ikat.image.Mirroring;
import ikat.model.Overtone;
import ikat.text.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a plan: values that the user leaves open are chosen from the pictures. Every default is
 * defined here with its source; "measured" means on this project's pictures, see docs/recipe.md.
 */
public final class PlanFactory {

    private static final double SECONDS = 180; // acceptable for a first attempt on two cores

    /**
     * With fewer pixels (six patches of the published size), the discriminator memorises the
     * picture and the generator learns nothing.
     */
    private static final int SCARCE_PIXELS = 6 * 160 * 160;

    private static final double LEAST_ISOTROPY = 0.9;

    /** The score divides a picture into four. */
    private static final int LEAST_SCORED_PIXELS = 128;

    private static final int LARGE_PIXELS = 512;
    private static final int MOST_HELD_OUT = 512;

    /**
     * Multiples of one wave, and of two, from low to high frequency; the third direction of a
     * hexagonal lattice is first.
     */
    private static final int[][] ALONG_ONE_WAVE = {
        {2, 0}, {3, 0}, {4, 0}, {5, 0}, {6, 0}, {7, 0}, {8, 0}
    };

    private static final int[][] OF_TWO_WAVES = {
        {1, 1}, {1, -1}, {2, 0}, {0, 2}, {2, 1}, {1, 2}, {2, -1}, {1, -2}, {2, 2}, {2, -2}, {3, 0},
        {0, 3}, {3, 1}, {1, 3}, {3, -1}, {1, -3}
    };

    private PlanFactory() {}

    /**
     * Plans a training.
     *
     * @param reports reports of the pictures; at least one, and none of a rejected picture
     * @throws IllegalArgumentException if a setting is out of its range or does not fit the
     *     pictures
     */
    public static TrainingPlan plan(List<PictureReport> reports, PlanSettings settings) {
        return plan(PictureSet.of(reports), settings);
    }

    /**
     * Plans a training on pictures some of which may be too small or not analysed.
     *
     * @throws IllegalArgumentException if a setting is out of its range or does not fit the
     *     pictures
     */
    public static TrainingPlan plan(PictureSet pictures, PlanSettings given) {
        PlanSettings settings = given;
        List<String> departures = List.of();
        if (given.get(Technique.RECIPE) == Recipe.PUBLISHED) {
            PublishedRecipe recipe = PublishedRecipe.meant(given);
            settings = recipe.settings(given, pictures.size());
            departures = recipe.departures(given, pictures.size());
        }
        WithoutEffect.checkChannels(given);
        TrainingPlan plan = plan(pictures, settings, departures);
        WithoutEffect.check(given, plan);
        return plan;
    }

    private static TrainingPlan plan(
            PictureSet pictures, PlanSettings settings, List<String> departures) {
        Width width = settings.or(TrainingPlan.WIDTH, Width.LIVE);
        Layout layout = settings.or(Shape.LAYOUT, Layout.ENDLESS);
        PlannedShape shape = PlannedShape.of(pictures, settings, layout, width);
        PlannedNoise planned = PlannedNoise.of(pictures, settings, layout, 1 << shape.depth());
        boolean scarce = pixels(pictures.studied()) < SCARCE_PIXELS;
        Noise noise = noise(planned, settings, layout, shape.depth(), shape.waveStages(planned));
        Selection selection =
                selection(pictures, noise, layout, settings.get(TrainingPlan.SELECTION));
        TextureCodes codes = codes(planned, settings);
        int heldOut = heldOut(pictures, settings, selection, shape.patchPixels());
        Crops crops = crops(pictures, settings, shape.patchPixels(), heldOut, scarce);
        return new TrainingPlan(
                width,
                Intake.of(settings),
                crops,
                noise,
                codes,
                shape(pictures, shape, settings, layout),
                optimiser(
                        settings,
                        MatchedPhases.possible(pictures, noise, codes, crops),
                        discriminatorRate(planned, scarce)),
                Technique.of(settings, departures),
                selection,
                budget(settings),
                settings.or(TrainingPlan.SEED, 0L));
    }

    private static Budget budget(PlanSettings settings) {
        boolean counted = settings.has(Budget.STEPS);
        if (counted && settings.has(Budget.SECONDS)) {
            throw new IllegalArgumentException(
                    "both a time and a number of steps are given; give one of them");
        }
        return new Budget(
                settings.or(Budget.STEPS, 0L),
                settings.or(Budget.SECONDS, counted ? 0 : SECONDS),
                settings.or(Budget.TICKS, List.of()));
    }

    private static Crops crops(
            PictureSet pictures,
            PlanSettings settings,
            int patchPixels,
            int heldOut,
            boolean scarce) {
        boolean mirrored = scarce && directionless(pictures.studied());
        return new Crops(
                patchPixels,
                settings.or(Crops.BATCH, 8), // measured: beats fewer steps of 25 on a CPU
                settings.or(Crops.MIRRORING, mirrored ? Mirroring.RANDOM : Mirroring.NONE),
                heldOut);
    }

    /** A large picture can spare a quarter for judging states by what they were not made from. */
    private static int heldOut(
            PictureSet pictures, PlanSettings settings, Selection selection, int patchPixels) {
        PictureReport first = pictures.studied().get(0);
        int longer = Math.max(first.width(), first.height());
        Integer given = settings.get(Crops.HELD_OUT_PIXELS);
        if (given == null || given == 0) {
            int quarter = Math.min(longer / 4, MOST_HELD_OUT) / 2 * 2; // to be halved
            boolean large =
                    longer >= 2 * LARGE_PIXELS
                            && pictures.side() >= LARGE_PIXELS
                            && longer - quarter >= patchPixels;
            return given == null && selection != Selection.LAST && large ? quarter : 0;
        }
        if (selection == Selection.LAST) {
            throw new IllegalArgumentException(
                    ("heldOutPixels is %s, but the last state is kept and none is judged; leave"
                                    + " it out")
                            .formatted(given));
        }
        return Checks.range("heldOutPixels", given, LEAST_SCORED_PIXELS, longer - patchPixels);
    }

    private static Noise noise(
            PlannedNoise planned,
            PlanSettings settings,
            Layout layout,
            int depth,
            List<Integer> stages) {
        int local = layout == Layout.ENDLESS ? 32 : 100; // Radford et al. 2015 for one cell
        int count = settings.or(Noise.OVERTONES, 8); // measured: knit needs more than four
        int hidden = settings.or(Noise.WAVE_HIDDEN, 60); // PSGAN, section 3.1
        return new Noise(
                settings.or(Noise.LOCAL_CHANNELS, local),
                planned.global(),
                planned.waves(),
                overtones(planned.waves().size(), count),
                settings.or(Noise.WAVE_STAGES, stages),
                settings.or(Noise.FINE_CHANNELS, List.of()), // no gain yet: docs/recipe.md
                settings.or(Noise.GLOBAL_STAGES, globalStages(planned, depth)),
                planned.adaptsWaves() ? hidden : 0);
    }

    /** All between the first and the last, which takes a third of the time of a picture. */
    private static List<Integer> globalStages(PlannedNoise planned, int depth) {
        return planned.coded() ? IntStream.range(1, depth - 1).boxed().toList() : List.of();
    }

    private static TextureCodes codes(PlannedNoise planned, PlanSettings settings) {
        return new TextureCodes(
                settings.or(TextureCodes.CODES, Codes.LEARNED),
                planned.coded() ? settings.or(TextureCodes.MIXED_SHARE, 0.125) : 0,
                planned.coded() ? settings.or(TextureCodes.PLACE_PIXELS, 0) : 0,
                planned.adaptsWaves() ? planned.pictureWaves() : List.of());
    }

    private static Shape shape(
            PictureSet pictures, PlannedShape planned, PlanSettings settings, Layout layout) {
        int smooth = PlannedShape.smoothStages(pictures.studied());
        return new Shape(
                layout,
                planned.generator(),
                settings.or(Shape.SMOOTH_STAGES, smooth),
                planned.discriminator());
    }

    private static Optimiser optimiser(
            PlanSettings settings, boolean matched, double discriminatorRate) {
        return new Optimiser(
                settings.or(
                        Optimiser.LEARNING_RATE, 4e-4), // measured: the published 2e-4 is slower
                settings.or(Optimiser.FINAL_RATE, 0.05),
                settings.or(Optimiser.WAVE_RATE, 2.0),
                settings.or(Optimiser.DISCRIMINATOR_RATE, discriminatorRate),
                settings.or(Optimiser.MOMENTUM, 0.5), // Radford et al. 2015
                settings.or(Optimiser.AVERAGING, 0.995),
                settings.or(Optimiser.FEATURE_WEIGHT, 0.5), // measured: stones separate and shaded
                settings.or(Optimiser.PHASE_WEIGHT, matched ? 1.0 : 0)); // measured: cells differ
    }

    /** Only a single texture of one picture that is large enough can be scored. */
    private static Selection selection(
            PictureSet pictures, Noise noise, Layout layout, @Nullable Selection wanted) {
        boolean oneTexture =
                layout == Layout.ENDLESS && noise.globalChannels() == 0 && pictures.size() == 1;
        boolean scored = oneTexture && pictures.side() >= LEAST_SCORED_PIXELS;
        if (!scored && wanted != null && wanted != Selection.LAST) {
            throw new IllegalArgumentException(
                    ("selection is %s, but only one endless texture of one picture of at"
                                    + " least %s pixels a side can be scored; leave --select out")
                            .formatted(
                                    wanted.name().toLowerCase(Locale.ROOT), LEAST_SCORED_PIXELS));
        }
        if (wanted != null) {
            return wanted;
        }
        return scored ? Selection.EARLY : Selection.LAST;
    }

    /**
     * The learning rate of the discriminator, as a multiple of the generator's. If the generator
     * needs long to find a structure, such as a lattice or a rare curve, the discriminator must not
     * be far ahead; if there is only grain it must not fall behind.
     */
    private static double discriminatorRate(PlannedNoise noise, boolean scarce) {
        if (noise.coded()) {
            return 0.7; // measured on nine honeycombs
        }
        boolean gentle = scarce || !noise.waves().isEmpty();
        return gentle ? 0.5 : 1; // measured on water, text and knit; on gravel
    }

    private static List<Overtone> overtones(int waves, int count) {
        int[][] all =
                switch (waves) {
                    case 0 -> new int[0][];
                    case 1 -> ALONG_ONE_WAVE;
                    default -> OF_TWO_WAVES;
                };
        return Arrays.stream(all).limit(count).map(m -> new Overtone(m[0], m[1])).toList();
    }

    private static long pixels(List<PictureReport> reports) {
        return reports.stream().mapToLong(r -> (long) r.width() * r.height()).sum();
    }

    private static boolean directionless(List<PictureReport> reports) {
        return reports.stream()
                .allMatch(r -> r.peaks().isEmpty() && r.isotropy() >= LEAST_ISOTROPY);
    }
}
