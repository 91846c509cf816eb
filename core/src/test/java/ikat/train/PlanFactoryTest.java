package ikat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanFactoryTest {

    private static final Map<Integer, PictureReport> REPORTS = new ConcurrentHashMap<>();

    @Test
    void aLatticeGetsTwoWavesAndTheirOvertones() {
        TrainingPlan plan = PlanFactory.plan(List.of(weave(256)), PlanSettings.NONE);
        assertThat(plan.noise().waves()).hasSize(2);
        assertThat(
                        plan.noise().waves().get(0).x() * plan.noise().waves().get(1).y()
                                - plan.noise().waves().get(0).y() * plan.noise().waves().get(1).x())
                .isNotZero();
        assertThat(plan.noise().overtones()).isNotEmpty();
    }

    @Test
    void noiseGetsNoWaves() {
        assertThat(PlanFactory.plan(List.of(noise(256)), PlanSettings.NONE).noise().waves())
                .isEmpty();
    }

    @Test
    void aSmallPictureGetsSmallerPatchesAndCells() {
        TrainingPlan small = PlanFactory.plan(List.of(noise(64)), PlanSettings.NONE);
        assertThat(small.crops().patchPixels()).isLessThanOrEqualTo(64);
        assertThat(small.shape().depth()).isLessThan(5);
        TrainingPlan large = PlanFactory.plan(List.of(noise(256)), PlanSettings.NONE);
        assertThat(large.crops().patchPixels()).isEqualTo(96);
        assertThat(large.shape().depth()).isEqualTo(5);
    }

    @Test
    void largeElementsGetLargePatchesAndADeeperDiscriminator() {
        TrainingPlan small = PlanFactory.plan(List.of(waves(256, 24)), PlanSettings.NONE);
        TrainingPlan large = PlanFactory.plan(List.of(waves(256, 50)), PlanSettings.NONE);
        assertThat(small.crops().patchPixels()).isEqualTo(96);
        assertThat(small.shape().discriminatorChannels()).containsExactly(16, 32, 64);
        assertThat(large.crops().patchPixels()).isEqualTo(128);
        assertThat(large.shape().discriminatorChannels()).containsExactly(16, 32, 64, 128);
    }

    @Test
    void severalTexturesGetMoreChannelsWhereTheyShareThem() {
        TrainingPlan one = PlanFactory.plan(List.of(noise(256)), PlanSettings.NONE);
        TrainingPlan two = PlanFactory.plan(List.of(noise(256), noise(256)), PlanSettings.NONE);
        assertThat(one.shape().generatorChannels()).containsExactly(128, 64, 48, 24);
        assertThat(two.shape().generatorChannels()).containsExactly(128, 64, 48, 32);
    }

    @Test
    void wavesEnterWhereTheirGridShowsThem() {
        assertThat(
                        PlanFactory.plan(List.of(waves(256, 24)), PlanSettings.NONE)
                                .noise()
                                .waveStages())
                .containsExactly(2, 3);
        assertThat(
                        PlanFactory.plan(List.of(waves(256, 50)), PlanSettings.NONE)
                                .noise()
                                .waveStages())
                .containsExactly(1, 2);
        assertThat(PlanFactory.plan(List.of(noise(256)), PlanSettings.NONE).noise().waveStages())
                .containsExactly(0);
    }

    @Test
    void phasesAreMatchedOnlyWherePlacesSayThem() {
        assertThat(phaseWeight(weave(256), "{}")).isPositive();
        assertThat(phaseWeight(weave(96), "{}")).as("no room for a period").isZero();
        assertThat(phaseWeight(weave(1200), "{}")).as("too far to know the phase").isZero();
        assertThat(phaseWeight(weave(256), "{\"batch\": 1}")).isZero();
        assertThat(phaseWeight(weave(256), "{\"mirroring\": \"RANDOM\"}")).isZero();
        List<PictureReport> two = List.of(weave(256), weave(256));
        PlanSettings plain = settings("{\"globalChannels\": 0}");
        assertThat(PlanFactory.plan(two, plain).optimiser().phaseWeight()).isZero();
    }

    private static double phaseWeight(PictureReport report, String settings) {
        return PlanFactory.plan(List.of(report), settings(settings)).optimiser().phaseWeight();
    }

    @Test
    void aPatchHasWholeCellsAndShowsSomething() {
        for (int depth = 3; depth <= 7; depth++) {
            PlanSettings settings = settings("{\"depth\": " + depth + "}");
            int patch = PlanFactory.plan(List.of(noise(256)), settings).crops().patchPixels();
            assertThat(patch % (1 << depth)).isZero();
            assertThat(patch).isBetween(96, 160);
        }
    }

    @Test
    void wavesEnterStagesThatThereAre() {
        assertThatThrownBy(
                        () ->
                                PlanFactory.plan(
                                        List.of(weave(256)), settings("{\"waveStages\": [2, 5]}")))
                .hasMessageContaining("waveStages is 5, but must be from 0 to 4");
        for (String wrong : new String[] {"[]", "[3, 2]", "[2, 2]"}) {
            PlanSettings settings = settings("{\"waveStages\": " + wrong + "}");
            assertThatThrownBy(() -> PlanFactory.plan(List.of(weave(256)), settings))
                    .hasMessageContaining("waveStages is " + wrong)
                    .hasMessageContaining("each once and in order");
        }
        PlanSettings shallow = settings("{\"depth\": 2}");
        assertThat(PlanFactory.plan(List.of(weave(256)), shallow).noise().waveStages())
                .containsExactly(0, 1);
    }

    @Test
    void channelsAreWithinReason() {
        for (String wrong : new String[] {"-5", "0", "100000", "16, 0, 32"}) {
            for (String name : new String[] {"discriminatorChannels", "generatorChannels"}) {
                PlanSettings settings = settings("{\"%s\": [%s]}".formatted(name, wrong));
                assertThatThrownBy(() -> PlanFactory.plan(List.of(weave(256)), settings))
                        .hasMessageContaining("an entry of " + name + " is ")
                        .hasMessageContaining("but must be from 1 to 4096");
            }
        }
    }

    @Test
    void onlySmoothPicturesAreEnlargedSmoothly() {
        assertThat(
                        PlanFactory.plan(List.of(waves(256, 24)), PlanSettings.NONE)
                                .shape()
                                .smoothStages())
                .isEqualTo(2);
        assertThat(PlanFactory.plan(List.of(noise(256)), PlanSettings.NONE).shape().smoothStages())
                .isZero();
        assertThat(
                        PlanFactory.plan(List.of(waves(256, 24), noise(256)), PlanSettings.NONE)
                                .shape()
                                .smoothStages())
                .isZero();
    }

    @Test
    void texturesWithCodesAreToldToTheLaterStagesToo() {
        TrainingPlan several = PlanFactory.plan(List.of(weave(256), noise(256)), PlanSettings.NONE);
        assertThat(several.noise().globalStages()).containsExactly(1, 2, 3);
        assertThat(PlanFactory.plan(List.of(weave(256)), PlanSettings.NONE).noise().globalStages())
                .isEmpty();
        PlanSettings drawn = PlanSettings.NONE.withText("codes", "drawn");
        TrainingPlan published = PlanFactory.plan(List.of(weave(256), noise(256)), drawn);
        assertThat(published.noise().globalStages()).isEmpty();
    }

    @Test
    void phasesAreMatchedWherePicturesHaveWavesOfTheirOwn() {
        TrainingPlan plan = PlanFactory.plan(List.of(weave(256)), PlanSettings.NONE);
        assertThat(plan.optimiser().phaseWeight()).isPositive();
        assertThat(
                        PlanFactory.plan(List.of(noise(256)), PlanSettings.NONE)
                                .optimiser()
                                .phaseWeight())
                .isZero();
        assertThat(
                        PlanFactory.plan(List.of(weave(256), noise(256)), PlanSettings.NONE)
                                .optimiser()
                                .phaseWeight())
                .isPositive();
        assertThat(
                        PlanFactory.plan(
                                        List.of(weave(256), weave(256)),
                                        PlanSettings.NONE.withText("codes", "drawn"))
                                .optimiser()
                                .phaseWeight())
                .isZero();
        assertThat(
                        PlanFactory.plan(
                                        List.of(weave(256)),
                                        PlanSettings.NONE.withText("places", "64"))
                                .optimiser()
                                .phaseWeight())
                .isZero();
        assertThatThrownBy(
                        () ->
                                PlanFactory.plan(
                                        List.of(noise(256)), settings("{\"phaseWeight\": 1}")))
                .hasMessageContaining("phaseWeight is 1")
                .hasMessageContaining("needs one or two waves");
    }

    @Test
    void onlyOneTextureOfOneLargePictureIsScored() {
        assertThat(PlanFactory.plan(List.of(noise(128)), PlanSettings.NONE).selection())
                .isEqualTo(Selection.EARLY);
        assertThat(PlanFactory.plan(List.of(noise(96)), PlanSettings.NONE).selection())
                .isEqualTo(Selection.LAST);
        assertThat(PlanFactory.plan(List.of(noise(256), noise(256)), PlanSettings.NONE).selection())
                .isEqualTo(Selection.LAST);
        PlanSettings best = settings("{\"selection\": \"BEST\"}");
        assertThat(PlanFactory.plan(List.of(noise(128)), best).selection())
                .isEqualTo(Selection.BEST);
        assertThatThrownBy(() -> PlanFactory.plan(List.of(noise(96)), best))
                .hasMessageContaining("selection is best")
                .hasMessageContaining("128 pixels");
    }

    @Test
    void aLargePictureLendsAPartThatIsNotLearnedFrom() {
        PictureSet large = PictureSet.of(List.of(noise(1024)));
        assertThat(PlanFactory.plan(large, PlanSettings.NONE).crops().heldOutPixels())
                .isEqualTo(256);
        PlanSettings last = PlanSettings.NONE.withText("select", "last");
        assertThat(PlanFactory.plan(large, last).crops().heldOutPixels()).isZero();
        PlanSettings none = PlanSettings.NONE.withText("held-out", "0");
        assertThat(PlanFactory.plan(large, none).crops().heldOutPixels()).isZero();
        PictureSet small = PictureSet.of(List.of(noise(300)));
        assertThat(PlanFactory.plan(small, PlanSettings.NONE).crops().heldOutPixels()).isZero();
        PlanSettings given = PlanSettings.NONE.withText("held-out", "150");
        assertThat(PlanFactory.plan(small, given).crops().heldOutPixels()).isEqualTo(150);
        assertThatThrownBy(
                        () ->
                                PlanFactory.plan(
                                        small, PlanSettings.NONE.withText("held-out", "250")))
                .hasMessage("heldOutPixels is 250, but must be from 128 to 204");
        assertThatThrownBy(
                        () ->
                                PlanFactory.plan(
                                        PictureSet.of(List.of(noise(256), noise(256))), given))
                .hasMessageStartingWith("heldOutPixels is 150, but the last state is kept");
    }

    @Test
    void aPatchLargerThanThePictureIsRefused() {
        PlanSettings settings = settings("{\"patchPixels\": 300}");
        assertThatThrownBy(() -> PlanFactory.plan(List.of(noise(256)), settings))
                .hasMessageContaining("300")
                .hasMessageContaining("256");
    }

    @Test
    void settingsWinOverDefaults() {
        PlanSettings settings =
                settings(
                        "{\"batch\": 3, \"depth\": 3, \"steps\": 7, \"waves\": 0, \"learningRate\":"
                                + " 0.001, \"width\": \"FULL\"}");
        TrainingPlan plan = PlanFactory.plan(List.of(weave(256)), settings);
        assertThat(plan.crops().batch()).isEqualTo(3);
        assertThat(plan.shape().generatorChannels()).containsExactly(512, 256);
        assertThat(plan.shape().discriminatorChannels()).containsExactly(256, 512);
        assertThat(plan.budget().steps()).isEqualTo(7);
        assertThat(plan.budget().seconds()).isZero();
        assertThat(plan.noise().waves()).isEmpty();
        assertThat(plan.optimiser().learningRate()).isEqualTo(0.001);
    }

    @Test
    void aPlanSurvivesItsJson() {
        TrainingPlan plan = PlanFactory.plan(List.of(weave(256)), PlanSettings.NONE);
        assertThat(TrainingPlan.fromJson(plan.toJson())).isEqualTo(plan);
        assertThatThrownBy(() -> TrainingPlan.fromJson("{\"batch\": 1}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyTheLengthOfATrainingMayChange() {
        TrainingPlan plan = PlanFactory.plan(List.of(weave(256)), PlanSettings.NONE);
        TrainingPlan longer = PlanFactory.plan(List.of(weave(256)), settings("{\"seconds\": 900}"));
        TrainingPlan other = PlanFactory.plan(List.of(weave(256)), settings("{\"batch\": 3}"));
        longer.requireSameLearning(plan);
        assertThatThrownBy(() -> other.requireSameLearning(plan))
                .hasMessageContaining("batch was 8 and is now 3");
    }

    @Test
    void entriesThatAreLeftOutCountAsEmptyInBothPlans() {
        TrainingPlan plain = planOfNoise();
        TrainingPlan fine = planOfNoise(PlanSettings.NONE.with(Noise.FINE_CHANNELS, List.of(4, 2)));
        assertThatThrownBy(() -> fine.requireSameLearning(plain))
                .hasMessage("fineChannels was [] and is now [4, 2], but must stay the same");
        assertThatThrownBy(() -> plain.requireSameLearning(fine))
                .hasMessage("fineChannels was [4, 2] and is now [], but must stay the same");
        TrainingPlan held = planOfNoise(PlanSettings.NONE.withText("held-out", "128"));
        assertThatThrownBy(() -> held.requireSameLearning(plain))
                .hasMessage("heldOutPixels was 0 and is now 128, but must stay the same");
    }

    /** The plan of a picture of grain. */
    static TrainingPlan planOfNoise() {
        return planOfNoise(PlanSettings.NONE);
    }

    static TrainingPlan planOfNoise(PlanSettings settings) {
        return PlanFactory.plan(List.of(noise(256)), settings);
    }

    /** Settings by name. */
    private static PlanSettings settings(String json) {
        PlanSettings settings = PlanSettings.NONE;
        Map<?, ?> entries = JsonMapper.shared().readValue(json, Map.class);
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            settings = settings.with(String.valueOf(entry.getKey()), entry.getValue());
        }
        return settings;
    }

    private static PictureReport weave(int side) {
        float[] pixels = new float[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (0.4 * Math.sin(i % side / 5.0) + 0.4 * Math.sin(i / side / 4.0));
        }
        return report(side, pixels);
    }

    private static PictureReport waves(int side, double period) {
        float[] pixels = new float[side * side];
        for (int i = 0; i < pixels.length; i++) {
            double across = Math.sin(2 * Math.PI * (i % side) / period);
            double down = Math.sin(2 * Math.PI * (i / side) / period);
            pixels[i] = (float) (0.4 * across + 0.4 * down);
        }
        return report(side, pixels);
    }

    private static PictureReport noise(int side) {
        float[] pixels = new float[side * side];
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble(-1, 1);
        }
        return report(side, pixels);
    }

    /** Reports are the most of this test's time, and pictures are few. */
    private static PictureReport report(int side, float[] pixels) {
        return REPORTS.computeIfAbsent(
                Arrays.hashCode(pixels),
                any ->
                        PictureReport.of(
                                new Exemplar(
                                        "p.png",
                                        "0".repeat(64),
                                        1,
                                        side,
                                        side,
                                        pixels,
                                        List.of())));
    }

    @Test
    void picturesThatWereNotAnalysedHaveNoWavesOfTheirOwn() {
        PictureReport report = weave(256);
        PictureSet set =
                new PictureSet(100, 150, new java.util.TreeMap<>(java.util.Map.of(7, report)));

        TrainingPlan plan = PlanFactory.plan(set, PlanSettings.NONE);

        assertThat(plan.crops().patchPixels()).isEqualTo(144);
        assertThat(plan.noise().globalChannels()).isPositive();
        assertThat(plan.codes().pictureWaves()).hasSize(100);
        assertThat(plan.codes().pictureWaves().get(7))
                .hasSameSizeAs(plan.noise().waves())
                .isNotEmpty();
        assertThat(plan.codes().pictureWaves().get(8)).isEmpty();
        assertThatThrownBy(() -> new PictureSet(7, 150, set.reports()))
                .hasMessageContaining("each from 0 to 6");
    }
}
