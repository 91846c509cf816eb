package ikat.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import ikat.text.Checks;
import java.util.List;

/**
 * How networks are built and steps are taken: what this project does otherwise than the papers.
 *
 * @param recipe where the values come from that the user did not give
 * @param departures settings of the user that differ from the published recipe, as {@code
 *     name=value}; empty for this project's own
 * @param upsampling how the generator's stages enlarge
 * @param border what the generator sees beyond a training patch
 * @param decision what the discriminator puts out
 * @param discriminatorKernel side of the discriminator's kernels, 5 or 6
 * @param colours in which the networks work
 * @param waveStart where wave vectors start
 * @param waveform what enters of a wave
 * @param fakes what the generator's step is taken on
 * @param weightDecay factor of the sum of the squared weights of the convolutions in both losses, 0
 *     to 1
 * @param restLoss loss of the discriminator in nats below which it takes no step, 0 to 100
 * @param codeRate learning rate of the codes, as a multiple of the networks', 0 to 1000
 */
public record Technique(
        Recipe recipe,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> departures,
        Upsampling upsampling,
        Border border,
        Decision decision,
        int discriminatorKernel,
        Colours colours,
        WaveStart waveStart,
        Waveform waveform,
        Fakes fakes,
        double weightDecay,
        double restLoss,
        double codeRate) {

    /** How a stage of the generator doubles the side of its input. */
    public enum Upsampling {
        /** 3x3 kernels to four times the channels, then a pixel shuffle, with even means. */
        SHUFFLED,
        /** A 5x5 transposed convolution of stride two (Radford et al. 2015). */
        TRANSPOSED
    }

    /** What the generator sees beyond a training patch. */
    public enum Border {
        /** More noise, whose pixels are cropped: a patch is like any other part of a texture. */
        CROPPED,
        /** Zeros at every stage. */
        ZERO
    }

    /** What the discriminator puts out. */
    public enum Decision {
        /** A map of decisions (SGAN, section 3). */
        MAP,
        /** One decision from all that the last layer but one puts out (Radford et al. 2015). */
        WHOLE
    }

    /** The colours in which the networks work. */
    public enum Colours {
        /** The principal axes of the pictures' colours. */
        PRINCIPAL,
        /** Red, green and blue, or grey. */
        PLAIN
    }

    /** Where wave vectors start. */
    public enum WaveStart {
        /** At the peaks of the pictures' spectra. */
        SPECTRUM,
        /** At the same vectors for all pictures, along the axes. */
        FIXED
    }

    /** What enters of a wave. */
    public enum Waveform {
        /** A sine and a cosine. */
        PAIR,
        /** A sine. */
        SINE
    }

    /** What the generator's step is taken on. */
    public enum Fakes {
        /** The fake patches of the discriminator's step. */
        SHARED,
        /** Fake patches of new noise (Goodfellow et al. 2014, algorithm 1). */
        FRESH
    }

    private static final int MOST_WHOLE = 16;

    public static final Setting<Recipe> RECIPE =
            Setting.choice("recipe", Recipe.class)
                    .byDefault("ikat")
                    .means("this project's own recipe, or the papers'");
    public static final Setting<Upsampling> UPSAMPLING =
            Setting.choice("upsampling", Upsampling.class)
                    .byDefault("shuffled; published: transposed")
                    .means(
                            "stages of the generator: 3x3 kernels and a pixel shuffle, or a 5x5"
                                    + " transposed convolution");
    public static final Setting<Border> BORDER =
            Setting.choice("border", Border.class)
                    .byDefault("cropped; published: zero")
                    .means("what the generator sees beyond a training patch: more noise, or zeros");
    public static final Setting<Decision> DECISION =
            Setting.choice("decision", Decision.class)
                    .byDefault("map; published for one cell: whole")
                    .means("output of the discriminator: a map of decisions, or one of the whole");
    public static final Setting<Integer> DISCRIMINATOR_KERNEL =
            Setting.whole("discriminatorKernel", 5, 6)
                    .byDefault("6; published: 5")
                    .means("side of the discriminator's kernels");
    public static final Setting<Colours> COLOURS =
            Setting.choice("colours", Colours.class)
                    .byDefault("principal; published: plain")
                    .means("the networks' colours: principal axes of the pictures', or plain RGB");
    public static final Setting<WaveStart> WAVE_START =
            Setting.choice("waveStart", WaveStart.class)
                    .byDefault("spectrum; published: fixed")
                    .means("where waves start: peaks of the spectrum, or fixed along the axes");
    public static final Setting<Waveform> WAVEFORM =
            Setting.choice("waveform", Waveform.class)
                    .byDefault("pair; published: sine")
                    .means("what enters of a wave: a pair of sine and cosine, or a sine");
    public static final Setting<Fakes> FAKES =
            Setting.choice("fakes", Fakes.class)
                    .byDefault("shared; published: fresh")
                    .means(
                            "the fake patches of the generator's step: the discriminator's, or"
                                    + " fresh ones");
    public static final Setting<Double> WEIGHT_DECAY =
            Setting.number("weightDecay", 0, 1)
                    .byDefault("0; published: 1e-8 (PSGAN), 1e-5 (SGAN)")
                    .means("factor of the squared weights of the convolutions in both losses");
    public static final Setting<Double> REST_LOSS =
            Setting.number("restLoss", 0, 100)
                    .byDefault("0.4; published: 0")
                    .means("loss of the discriminator below which it takes no step");
    public static final Setting<Double> CODE_RATE =
            Setting.number("codeRate", 0, 1000)
                    .byDefault("0.25")
                    .means("learning rate of the codes, as a multiple of the networks'");
    static final List<Setting<?>> SETTINGS =
            List.of(
                    RECIPE,
                    UPSAMPLING,
                    BORDER,
                    DECISION,
                    DISCRIMINATOR_KERNEL,
                    COLOURS,
                    WAVE_START,
                    WAVEFORM,
                    FAKES,
                    WEIGHT_DECAY,
                    REST_LOSS,
                    CODE_RATE);

    /** What this project does. */
    public static final Technique IKAT =
            new Technique(
                    Recipe.IKAT,
                    List.of(),
                    Upsampling.SHUFFLED,
                    Border.CROPPED,
                    Decision.MAP,
                    6,
                    Colours.PRINCIPAL,
                    WaveStart.SPECTRUM,
                    Waveform.PAIR,
                    Fakes.SHARED,
                    0,
                    0.4,
                    0.25);

    public Technique {
        Checks.present("recipe", recipe);
        departures = departures == null ? List.of() : Checks.copy("departures", departures);
        Checks.present("upsampling", upsampling);
        Checks.present("border", border);
        Checks.present("decision", decision);
        Checks.present("colours", colours);
        Checks.present("waveStart", waveStart);
        Checks.present("waveform", waveform);
        Checks.present("fakes", fakes);
        DISCRIMINATOR_KERNEL.check(discriminatorKernel);
        WEIGHT_DECAY.check(weightDecay);
        REST_LOSS.check(restLoss);
        CODE_RATE.check(codeRate);
    }

    static Technique of(PlanSettings settings, List<String> departures) {
        return new Technique(
                settings.or(RECIPE, Recipe.IKAT),
                departures,
                settings.or(UPSAMPLING, IKAT.upsampling),
                settings.or(BORDER, IKAT.border),
                settings.or(DECISION, IKAT.decision),
                settings.or(DISCRIMINATOR_KERNEL, IKAT.discriminatorKernel),
                settings.or(COLOURS, IKAT.colours),
                settings.or(WAVE_START, IKAT.waveStart),
                settings.or(WAVEFORM, IKAT.waveform),
                settings.or(FAKES, IKAT.fakes),
                settings.or(WEIGHT_DECAY, IKAT.weightDecay),
                settings.or(REST_LOSS, IKAT.restLoss),
                settings.or(CODE_RATE, IKAT.codeRate));
    }

    /** Throws IllegalArgumentException if the rest of a plan does not go with this. */
    void check(Crops crops, Noise noise, Shape shape) {
        if (waveform == Waveform.SINE
                && !(noise.waveStages().equals(List.of(0)) && noise.overtones().isEmpty())) {
            throw new IllegalArgumentException(
                    "waveform is sine, but with overtones or waves at later stages must be pair;"
                            + " set overtones=0 and waveStages=0, or leave it out");
        }
        int cell = 1 << shape.depth();
        boolean oneCell = shape.layout() == Layout.ONE_CELL;
        if (border == Border.ZERO && !oneCell && crops.patchPixels() % cell != 0) {
            throw new IllegalArgumentException(
                    "patchPixels is %s, but with zeros around a patch must be a multiple of %s"
                            .formatted(crops.patchPixels(), cell));
        }
        if (border == Border.ZERO
                && !(noise.fineChannels().isEmpty() && noise.globalStages().isEmpty())) {
            throw new IllegalArgumentException(
                    "border is zero, but with fineChannels or globalStages must be cropped");
        }
        if (upsampling == Upsampling.TRANSPOSED && shape.smoothStages() > 0) {
            throw new IllegalArgumentException(
                    "smoothStages is %s, but must be 0 with transposed convolutions"
                            .formatted(shape.smoothStages()));
        }
        int rest = crops.patchPixels() >> shape.discriminatorChannels().size();
        if (decision == Decision.WHOLE && rest > MOST_WHOLE) {
            throw new IllegalArgumentException(
                    ("decision is whole, but the last layer of the discriminator would see %sx%s"
                                    + " points; give a map, a smaller patch or more layers")
                            .formatted(rest, rest));
        }
    }
}
