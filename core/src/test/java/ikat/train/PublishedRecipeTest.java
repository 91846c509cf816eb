package ikat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every entry of the published plans against its source: P is Bergmann et al. 2017 (PSGAN), J
 * Jetchev et al. 2016 (SGAN), R Radford et al. 2015 (DCGAN), each with its section; "code" is what
 * the authors of P or J published with it, for what the paper leaves open.
 */
class PublishedRecipeTest {

    private static final PictureReport PICTURE = report(512);
    private static final PlanSettings PUBLISHED =
            PlanSettings.NONE.with(Technique.RECIPE, Recipe.PUBLISHED);

    /** Those of a plan that no paper says: the length, the seed, the pictures, and their widths. */
    private static final Set<String> FREE =
            Set.of(
                    "steps",
                    "seconds",
                    "ticks",
                    "seed",
                    "width",
                    "recipe",
                    "departures",
                    "codeRate",
                    "placePixels",
                    "heldOutPixels",
                    "alpha",
                    "crop",
                    "corners",
                    "turn",
                    "straighten",
                    "flatten",
                    "scale",
                    "tileable");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # entry               | one picture       | source
                    layout                | ENDLESS           | P 3.1: fully convolutional
                    generatorChannels     | 512,256,128,64    | P 4
                    discriminatorChannels | 64,128,256,512    | P 4: the mirror image
                    upsampling            | TRANSPOSED        | P 4: as R, fractional strides, 5x5
                    discriminatorKernel   | 5                 | P 4
                    border                | ZERO              | code: crop 'same' at every layer
                    decision              | MAP               | P 2, J 3: a map of decisions
                    patchPixels           | 160               | P 4
                    batch                 | 25                | P 4
                    mirroring             | NONE              | code
                    colours               | PLAIN             | code: scaled to -1 to 1
                    localChannels         | 30                | code, honeycombs
                    globalChannels        | 0                 | P 3.1: none for one texture
                    waves                 | 6                 | code: three pairs
                    waveHidden            | 0                 | P 3.1: without global channels learned itself
                    waveStart             | FIXED             | code
                    waveform              | SINE              | P 3.1, equation 4
                    waveStages            | 0                 | P 3.1: part of the noise tensor
                    overtones             | []                | P: none
                    fineChannels          | []                | P: none
                    globalStages          | []                | P: none
                    smoothStages          | 0                 | P: none
                    codes                 | DRAWN             | P 3.1: global dimensions are drawn
                    mixedShare            | 0.0               | P: none
                    pictureWaves          | []                | P: none
                    learningRate          | 2.0E-4            | P 4
                    finalRate             | 1.0               | P 4: constant
                    waveRate              | 1.0               | P 3.1: learned with the generator
                    discriminatorRate     | 1.0               | P 4: the same
                    momentum              | 0.5               | P 4
                    averaging             | 0.0               | P: none
                    featureWeight         | 0.0               | P: the GAN loss alone
                    phaseWeight           | 0.0               | P: the GAN loss alone
                    weightDecay           | 1.0E-8            | code
                    restLoss              | 0.0               | P: none
                    fakes                 | FRESH             | Goodfellow et al. 2014, algorithm 1
                    selection             | LAST              | P: none
                    """)
    void psganIsAsPublished(String entry, String value, String source) {
        assertThat(text(plan(PUBLISHED, 1).get(entry))).as(source).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    localChannels         | 30  | code, honeycombs
                    globalChannels        | 60  | code, honeycombs
                    waves                 | 6   | code: three pairs
                    waveHidden            | 60  | P 3.1: the hidden layer
                    codes                 | DRAWN | P 3.1
                    globalStages          | []  | P: none
                    batch                 | 25  | P 4
                    """)
    void psganOfSeveralPicturesIsAsPublished(String entry, String value, String source) {
        assertThat(text(plan(PUBLISHED, 9).get(entry))).as(source).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    generatorChannels     | 512,256,128,64 | code
                    discriminatorChannels | 64,128,256,512 | code
                    patchPixels           | 256            | code: 257, whose layers are one short
                    batch                 | 64             | code
                    localChannels         | 100            | code
                    globalChannels        | 0              | J 3: local noise
                    waves                 | []             | J 3: local noise
                    learningRate          | 5.0E-4         | code
                    momentum              | 0.5            | code
                    weightDecay           | 1.0E-5         | code
                    """)
    void sganIsAsPublished(String entry, String value, String source) {
        assertThat(text(plan(sgan(), 1).get(entry))).as(source).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    layout                | ONE_CELL          | R 3
                    generatorChannels     | 1024,512,256,128  | R figure 1
                    discriminatorChannels | 128,256,512,1024  | R 3: strided, the other way
                    decision              | WHOLE             | R 3: flattened, one sigmoid
                    patchPixels           | 64                | R figure 1
                    batch                 | 128               | R 4
                    localChannels         | 100               | R figure 1
                    waves                 | []                | R 3
                    learningRate          | 2.0E-4            | R 4
                    momentum              | 0.5               | R 4
                    weightDecay           | 0.0               | R 4: none
                    """)
    void dcganIsAsPublished(String entry, String value, String source) {
        assertThat(text(plan(dcgan(), 1).get(entry))).as(source).isEqualTo(value);
    }

    /** An entry that the methods have in common is the same as that of PSGAN. */
    @Test
    void whatAMethodDoesNotSayIsThatOfPsgan() {
        Set<String> own =
                Set.of(
                        "layout",
                        "decision",
                        "patchPixels",
                        "batch",
                        "localChannels",
                        "waves",
                        "learningRate",
                        "weightDecay",
                        "generatorChannels",
                        "discriminatorChannels");
        for (PlanSettings settings : List.of(sgan(), dcgan())) {
            Map<String, Object> theirs = new LinkedHashMap<>(plan(settings, 1));
            Map<String, Object> psgan = new LinkedHashMap<>(plan(PUBLISHED, 1));
            theirs.keySet().removeAll(own);
            psgan.keySet().removeAll(own);
            assertThat(theirs).isEqualTo(psgan);
        }
    }

    @Test
    void noEntryOfAPlanIsWithoutASource() throws NoSuchMethodException {
        Set<String> entries = new TreeSet<>(plan(PUBLISHED, 1).keySet());
        entries.removeAll(FREE);
        String table =
                getClass()
                        .getDeclaredMethod(
                                "psganIsAsPublished", String.class, String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .textBlock();
        assertThat(
                        table.lines()
                                .filter(line -> !line.startsWith("#"))
                                .map(line -> line.split("\\|")[0].strip()))
                .containsAll(entries);
    }

    @Test
    void wavesStartAlongTheAxesBetweenAQuarterAndHalfACycleACell() {
        List<Frequency> waves = PlanFactory.plan(List.of(PICTURE), PUBLISHED).noise().waves();
        double[] bands = {2 / 3.0, 5 / 6.0, 1}; // of pi radians a cell: code
        for (int i = 0; i < 3; i++) {
            double cycles = bands[i] / 2 / 32;
            assertThat(waves.get(2 * i).x()).isCloseTo(cycles, within(1e-12));
            assertThat(waves.get(2 * i).y()).isZero();
            assertThat(waves.get(2 * i + 1).x()).isZero();
            assertThat(waves.get(2 * i + 1).y()).isCloseTo(cycles, within(1e-12));
        }
    }

    @Test
    void aNarrowerWidthIsADeparture() {
        TrainingPlan plan =
                PlanFactory.plan(
                        List.of(PICTURE),
                        PUBLISHED.with(TrainingPlan.WIDTH, Width.LIVE).with(Crops.BATCH, 25));
        assertThat(plan.shape().generatorChannels()).containsExactly(128, 64, 32, 16);
        assertThat(plan.shape().discriminatorChannels()).containsExactly(16, 32, 64, 128);
        assertThat(plan.technique().departures()).containsExactly("width=live");
        assertThat(TrainingPlan.fromMap(plan.toMap())).isEqualTo(plan);
    }

    @Test
    void withoutDeparturesThereAreNone() {
        for (PlanSettings settings : List.of(PUBLISHED, sgan(), dcgan())) {
            assertThat(plan(settings, 1)).containsEntry("departures", List.of());
        }
    }

    @Test
    void aPlanFromBeforeTheRecipesIsThisProjectsOwn() {
        TrainingPlan now = PlanFactory.plan(List.of(PICTURE), PlanSettings.NONE);
        Map<String, Object> before = new LinkedHashMap<>(now.toMap());
        assertThat(before).doesNotContainKeys("recipe", "restLoss", "discriminatorKernel");
        assertThat(now.technique()).isEqualTo(Technique.IKAT);
        assertThat(TrainingPlan.fromMap(before)).isEqualTo(now);
    }

    private static PlanSettings sgan() {
        return PUBLISHED.with(Noise.WAVES, 0).with(Noise.GLOBAL_CHANNELS, 0);
    }

    private static PlanSettings dcgan() {
        return sgan().with(Shape.LAYOUT, Layout.ONE_CELL);
    }

    private static Map<String, Object> plan(PlanSettings settings, int pictures) {
        return PlanEntries.of(PlanFactory.plan(Collections.nCopies(pictures, PICTURE), settings));
    }

    private static String text(Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list.get(0) instanceof Integer
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                    : String.valueOf(list.size());
        }
        return String.valueOf(value);
    }

    private static PictureReport report(int side) {
        float[] pixels = new float[side * side];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        return PictureReport.of(
                new Exemplar("noise.png", "0".repeat(64), 1, side, side, pixels, List.of()));
    }
}
