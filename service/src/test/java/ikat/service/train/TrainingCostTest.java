package ikat.service.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.ExemplarFacts;
import ikat.image.Exemplars;
import ikat.service.Refusal;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.TrainingPlan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingCostTest {

    private static final long GB = 1_000_000_000L;
    private static final Exemplar PICTURE = noise(1024);

    private static final List<ExemplarFacts> FACTS = Exemplars.of(PICTURE).facts();

    private static Exemplar noise(int side) {
        Random random = new Random(5);
        float[] pixels = new float[3 * side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat() * 2 - 1;
        }
        return Exemplar.made("noise.png", 3, side, side, pixels);
    }

    private static TrainingPlan plan(String... settings) {
        PlanSettings all = PlanSettings.NONE;
        for (int i = 0; i < settings.length; i += 2) {
            all = all.withText(settings[i], settings[i + 1]);
        }
        return PlanFactory.plan(List.of(PictureReport.of(PICTURE)), all);
    }

    @Test
    void theDiskTakesWhatModelsAndCheckpointsHave() {
        assertThat(TrainingCost.diskBytes(plan("width", "live")) / (double) GB)
                .isBetween(0.015, 0.1); // a checkpoint has 12 MB
        assertThat(TrainingCost.diskBytes(plan("width", "full")) / (double) GB).isBetween(0.2, 2.0);
    }

    /** Peaks of the resident memory of four steps, measured. */
    @ParameterizedTest
    @CsvSource({
        "live, 8, 160, 0.70",
        "live, 16, 320, 1.67",
        "live, 8, 1024, 6.46",
        "standard, 32, 256, 3.60",
        "full, 8, 256, 2.22",
        "full, 8, 512, 5.96"
    })
    void theEstimateIsWhatWasMeasured(String width, String batch, String patch, double gigabytes) {
        double bytes =
                TrainingCost.bytes(plan("width", width, "batch", batch, "patchPixels", patch));
        assertThat(bytes / GB).isCloseTo(gigabytes, within(0.35 * gigabytes));
    }

    @Test
    void aStepThatTakesMoreThanTheMemoryIsRefused() {
        TrainingPlan huge = plan("width", "full", "batch", "64", "patchPixels", "1024");
        assertThatThrownBy(() -> TrainingCost.check(huge, FACTS, 24 * GB))
                .isInstanceOf(Refusal.class)
                .hasMessageMatching(
                        "a step of batch 64, patch 1024 and width full takes about 1\\d\\d GB, but"
                            + " this machine has 24 GB of memory; take a smaller batch, patch or"
                            + " width");
        assertThatCode(() -> TrainingCost.check(plan(), FACTS, 4 * GB)).doesNotThrowAnyException();
    }

    @Test
    void moreCodesThanCanBeComparedAreRefused() {
        TrainingPlan dense = plan("placePixels", "1", "globalChannels", "8");
        assertThatThrownBy(() -> TrainingCost.check(dense, FACTS, 24 * GB))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "placePixels is 1, which makes 1048576 codes, but at most 4096 are"
                                + " learned; give at least 16");
        TrainingPlan sparse = plan("placePixels", "16", "globalChannels", "8");
        assertThatCode(() -> TrainingCost.check(sparse, FACTS, 24 * GB)).doesNotThrowAnyException();
    }
}
