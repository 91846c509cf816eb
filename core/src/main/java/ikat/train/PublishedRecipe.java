package ikat.train;

import ikat.image.Mirroring;
import ikat.train.Technique.Border;
import ikat.train.Technique.Colours;
import ikat.train.Technique.Decision;
import ikat.train.Technique.Fakes;
import ikat.train.Technique.Upsampling;
import ikat.train.Technique.WaveStart;
import ikat.train.Technique.Waveform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A published method: every value that a training takes from it. Values that the papers leave open
 * are those of the authors' published code. docs/reproduction.md says what of both is not here.
 *
 * @param layout whether pictures have any size
 * @param channels of the generator after each stage but the last, from coarse to fine; the
 *     discriminator has them in reverse
 * @param patchPixels side of a crop
 * @param batch crops of a step
 * @param localChannels noise of every cell
 * @param globalChannels noise that selects the texture, if there are several pictures
 * @param waves sines
 * @param waveHidden hidden units of the network that computes wave vectors, if there are global
 *     channels
 * @param learningRate Adam's, of everything that is trained, from the first step to the last
 * @param momentum Adam's β1
 * @param weightDecay factor of the squared weights of the convolutions in both losses
 * @param decision what the discriminator puts out
 */
public record PublishedRecipe(
        Layout layout,
        List<Integer> channels,
        int patchPixels,
        int batch,
        int localChannels,
        int globalChannels,
        int waves,
        int waveHidden,
        double learningRate,
        double momentum,
        double weightDecay,
        Decision decision) {

    /**
     * Bergmann, Jetchev and Vollgraf 2017, arXiv 1705.06566, section 4; the numbers of noise
     * channels and the weight decay are those of the authors' code for the honeycombs.
     */
    public static final PublishedRecipe PSGAN =
            new PublishedRecipe(
                    Layout.ENDLESS,
                    List.of(512, 256, 128, 64),
                    160,
                    25,
                    30,
                    60,
                    6,
                    60,
                    2e-4,
                    0.5,
                    1e-8,
                    Decision.MAP);

    /** Jetchev, Bergmann and Vollgraf 2016, arXiv 1611.08207, with the values of their code. */
    public static final PublishedRecipe SGAN =
            new PublishedRecipe(
                    Layout.ENDLESS,
                    List.of(512, 256, 128, 64),
                    256,
                    64,
                    100,
                    0,
                    0,
                    0,
                    5e-4,
                    0.5,
                    1e-5,
                    Decision.MAP);

    /** Radford, Metz and Chintala 2015, arXiv 1511.06434, figure 1 and section 4. */
    public static final PublishedRecipe DCGAN =
            new PublishedRecipe(
                    Layout.ONE_CELL,
                    List.of(1024, 512, 256, 128),
                    64,
                    128,
                    100,
                    0,
                    0,
                    0,
                    2e-4,
                    0.5,
                    0,
                    Decision.WHOLE);

    /**
     * The method that settings mean: DCGAN if they say one cell, SGAN if neither waves nor global
     * channels, else PSGAN.
     */
    static PublishedRecipe meant(PlanSettings settings) {
        if (settings.get(Shape.LAYOUT) == Layout.ONE_CELL) {
            return DCGAN;
        }
        boolean local =
                settings.or(Noise.WAVES, 1) == 0 && settings.or(Noise.GLOBAL_CHANNELS, 1) == 0;
        return local ? SGAN : PSGAN;
    }

    /** Name of the method. */
    public String method() {
        if (layout == Layout.ONE_CELL) {
            return "DCGAN";
        }
        return waves == 0 ? "SGAN" : "PSGAN";
    }

    /**
     * The recipe as settings, under those of a user. A width narrows both networks by its share of
     * the published channels, and the discriminator is the mirror image of the generator.
     *
     * @param given what the user wants otherwise
     * @param textures number of pictures
     */
    public PlanSettings settings(PlanSettings given, int textures) {
        Width width = given.or(TrainingPlan.WIDTH, Width.FULL);
        int depth = given.or(Shape.DEPTH, channels.size() + 1);
        List<Integer> generator =
                given.or(
                        Shape.GENERATOR_CHANNELS,
                        IntStream.range(0, depth - 1)
                                .map(stage -> width.share(channels.get(0) >> stage))
                                .boxed()
                                .toList());
        return published(width, generator, textures).with(given);
    }

    private PlanSettings published(Width width, List<Integer> generator, int textures) {
        int patch =
                layout == Layout.ONE_CELL ? Shape.onePicture(generator.size() + 1) : patchPixels;
        int global = textures > 1 ? globalChannels : 0;
        List<Integer> mirrored = new ArrayList<>(generator);
        Collections.reverse(mirrored);
        return technique()
                .with(TrainingPlan.WIDTH, width)
                .with(TrainingPlan.SELECTION, Selection.LAST)
                .with(Shape.LAYOUT, layout)
                .with(Shape.GENERATOR_CHANNELS, generator)
                .with(Shape.DISCRIMINATOR_CHANNELS, mirrored)
                .with(Shape.SMOOTH_STAGES, 0)
                .with(Crops.PATCH_PIXELS, patch)
                .with(Crops.BATCH, batch)
                .with(Crops.MIRRORING, Mirroring.NONE)
                .with(Noise.LOCAL_CHANNELS, localChannels)
                .with(Noise.GLOBAL_CHANNELS, global)
                .with(Noise.WAVES, waves)
                .with(Noise.OVERTONES, 0)
                .with(Noise.WAVE_STAGES, List.of(0))
                .with(Noise.FINE_CHANNELS, List.of())
                .with(Noise.GLOBAL_STAGES, List.of())
                .with(Noise.WAVE_HIDDEN, waveHidden)
                .with(TextureCodes.CODES, Codes.DRAWN)
                .with(Optimiser.LEARNING_RATE, learningRate)
                .with(Optimiser.FINAL_RATE, 1.0)
                .with(Optimiser.WAVE_RATE, 1.0)
                .with(Optimiser.DISCRIMINATOR_RATE, 1.0)
                .with(Optimiser.MOMENTUM, momentum)
                .with(Optimiser.AVERAGING, 0.0)
                .with(Optimiser.FEATURE_WEIGHT, 0.0)
                .with(Optimiser.PHASE_WEIGHT, 0.0);
    }

    private PlanSettings technique() {
        return PlanSettings.NONE
                .with(Technique.RECIPE, Recipe.PUBLISHED)
                .with(Technique.UPSAMPLING, Upsampling.TRANSPOSED)
                .with(Technique.BORDER, Border.ZERO)
                .with(Technique.DECISION, decision)
                .with(Technique.DISCRIMINATOR_KERNEL, 5)
                .with(Technique.COLOURS, Colours.PLAIN)
                .with(Technique.WAVE_START, WaveStart.FIXED)
                .with(Technique.WAVEFORM, Waveform.SINE)
                .with(Technique.FAKES, Fakes.FRESH)
                .with(Technique.WEIGHT_DECAY, weightDecay)
                .with(Technique.REST_LOSS, 0.0);
    }

    /**
     * Where wave vectors start: half of them along each axis, from above a quarter of a cycle to
     * half a cycle a cell (the authors' code).
     *
     * @param count number of waves
     */
    static List<Frequency> waveStart(int count, int cellPixels) {
        List<Frequency> waves = new ArrayList<>();
        int lengths = (count + 1) / 2;
        for (int i = 0; i < count; i++) {
            double cycles = (0.5 + 0.5 * (i / 2 + 1) / lengths) / 2;
            double along = cycles / cellPixels;
            waves.add(i % 2 == 0 ? new Frequency(along, 0) : new Frequency(0, along));
        }
        return waves;
    }

    /**
     * What settings of the user differ from the recipe, as {@code name=value}, in the order of
     * {@link PlanSettings#all}.
     */
    List<String> departures(PlanSettings given, int textures) {
        PlanSettings own = settings(PlanSettings.NONE, textures);
        List<String> departures = new ArrayList<>();
        for (Setting<?> setting : PlanSettings.all()) {
            Object value = given.get(setting);
            if (value != null && own.has(setting) && !value.equals(own.get(setting))) {
                departures.add(
                        setting.shortName() + "=" + value.toString().toLowerCase(Locale.ROOT));
            }
        }
        return departures;
    }
}
