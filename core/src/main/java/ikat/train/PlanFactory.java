package ikat.train;

import ikat.analysis.PictureReport;
import ikat.image.Mirroring;
import ikat.model.Overtone;
import ikat.text.Checks;
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

    private static final int BATCH = 8; // measured: more steps of 8 beat fewer of 25 on a CPU
    private static final int LOCAL_CHANNELS = 32;
    private static final int ONE_CELL_CHANNELS = 100; // Radford et al. 2015
    private static final int WAVE_HIDDEN = 60; // PSGAN, section 3.1
    private static final int OVERTONES = 8; // measured: knit needs more than four

    /**
     * With fewer pixels, six patches as published, the discriminator learns the picture by heart,
     * and the generator nothing.
     */
    private static final int SCARCE_PIXELS = 6 * 160 * 160;

    private static final double DISCRIMINATOR_RATE = 1; // measured on gravel
    private static final double GENTLE_DISCRIMINATOR_RATE = 0.5; // measured on water, text and knit
    private static final double CODED_DISCRIMINATOR_RATE = 0.7; // measured on nine honeycombs
    private static final double LEAST_ISOTROPY = 0.9;
    private static final double LEARNING_RATE = 4e-4; // measured: the published 2e-4 is slower
    private static final double FINAL_RATE = 0.05;
    private static final double WAVE_RATE = 2;
    private static final double MOMENTUM = 0.5; // Radford et al. 2015
    private static final double AVERAGING = 0.995;
    private static final double FEATURE_WEIGHT =
            0.5; // measured: stones come out separate and shaded
    private static final double PHASE_WEIGHT = 1; // measured: the cells of honeycombs differ
    private static final double MIXED_SHARE = 0.125;

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
        Width width = or(settings.width(), Width.LIVE);
        Layout layout = or(settings.layout(), Layout.ENDLESS);
        PlannedShape shape = PlannedShape.of(pictures, settings, layout, width);
        PlannedNoise planned = PlannedNoise.of(pictures, settings, layout, 1 << shape.depth());
        boolean scarce = pixels(pictures.studied()) < SCARCE_PIXELS;
        Crops crops = crops(pictures, settings, shape.patchPixels(), scarce);
        Noise noise = noise(planned, settings, layout, shape.waveStages(planned));
        return new TrainingPlan(
                width,
                crops,
                noise,
                codes(planned, settings),
                shape(pictures, shape, settings, layout),
                optimiser(pictures, settings, noise, crops, discriminatorRate(planned, scarce)),
                selection(pictures, noise, layout, settings.selection()),
                new Budget(
                        or(settings.steps(), 0L),
                        or(settings.seconds(), settings.steps() == null ? DEFAULT_SECONDS : 0)),
                or(settings.seed(), 0L));
    }

    private static Crops crops(
            PictureSet pictures, PlanSettings settings, int patchPixels, boolean scarce) {
        boolean mirrored = scarce && directionless(pictures.studied());
        return new Crops(
                patchPixels,
                or(settings.batch(), BATCH),
                or(settings.mirroring(), mirrored ? Mirroring.RANDOM : Mirroring.NONE));
    }

    private static Noise noise(
            PlannedNoise planned, PlanSettings settings, Layout layout, List<Integer> stages) {
        int local = layout == Layout.ENDLESS ? LOCAL_CHANNELS : ONE_CELL_CHANNELS;
        return new Noise(
                or(settings.localChannels(), local),
                planned.global(),
                planned.waves(),
                overtones(planned.waves().size(), settings.overtones()),
                or(settings.waveStages(), stages),
                planned.bends() ? or(settings.waveHidden(), WAVE_HIDDEN) : 0);
    }

    private static TextureCodes codes(PlannedNoise planned, PlanSettings settings) {
        return new TextureCodes(
                or(settings.codes(), Codes.LEARNED),
                planned.coded() ? or(settings.mixedShare(), MIXED_SHARE) : 0,
                planned.coded() ? or(settings.placePixels(), 0) : 0,
                planned.bends() ? planned.pictureWaves() : List.of());
    }

    private static Shape shape(
            PictureSet pictures, PlannedShape planned, PlanSettings settings, Layout layout) {
        return new Shape(
                layout,
                planned.generator(),
                or(settings.smoothStages(), PlannedShape.smoothStages(pictures.studied())),
                planned.discriminator());
    }

    private static Optimiser optimiser(
            PictureSet pictures,
            PlanSettings settings,
            Noise noise,
            Crops crops,
            double discriminatorRate) {
        double phaseWeight = MatchedPhases.possible(pictures, noise, crops) ? PHASE_WEIGHT : 0;
        return new Optimiser(
                or(settings.learningRate(), LEARNING_RATE),
                or(settings.finalRate(), FINAL_RATE),
                or(settings.waveRate(), WAVE_RATE),
                or(settings.discriminatorRate(), discriminatorRate),
                or(settings.momentum(), MOMENTUM),
                or(settings.averaging(), AVERAGING),
                or(settings.featureWeight(), FEATURE_WEIGHT),
                or(settings.phaseWeight(), phaseWeight));
    }

    /** One texture of one picture that is large enough can be scored. */
    private static Selection selection(
            PictureSet pictures, Noise noise, Layout layout, @Nullable Selection wanted) {
        boolean oneTexture =
                layout == Layout.ENDLESS && noise.globalChannels() == 0 && pictures.size() == 1;
        boolean scored = oneTexture && pictures.side() >= LEAST_SCORED_PIXELS;
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

    /**
     * Where a generator needs long to find what is there, a lattice or a rare curve, the
     * discriminator must not be far ahead; where all is grain it must not fall behind.
     */
    private static double discriminatorRate(PlannedNoise noise, boolean scarce) {
        if (noise.coded()) {
            return CODED_DISCRIMINATOR_RATE;
        }
        boolean gentle = scarce || !noise.waves().isEmpty();
        return gentle ? GENTLE_DISCRIMINATOR_RATE : DISCRIMINATOR_RATE;
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
                                    new Overtone(5, 0),
                                    new Overtone(6, 0),
                                    new Overtone(7, 0),
                                    new Overtone(8, 0));
                    default ->
                            List.of(
                                    new Overtone(1, 1),
                                    new Overtone(1, -1),
                                    new Overtone(2, 0),
                                    new Overtone(0, 2),
                                    new Overtone(2, 1),
                                    new Overtone(1, 2),
                                    new Overtone(2, -1),
                                    new Overtone(1, -2),
                                    new Overtone(2, 2),
                                    new Overtone(2, -2),
                                    new Overtone(3, 0),
                                    new Overtone(0, 3),
                                    new Overtone(3, 1),
                                    new Overtone(1, 3),
                                    new Overtone(3, -1),
                                    new Overtone(1, -3));
                };
        int count = wanted == null ? OVERTONES : wanted;
        Checks.range("overtones", count, 0, 16);
        return all.subList(0, Math.min(count, all.size()));
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
