package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.model.Weight;
import ikat.model.Weights;
import ikat.torch.train.ModelSelection.Standing;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import ikat.train.TrainingProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ModelSelectionTest {

    @Test
    void eachTenthOfTheWayHasARound() {
        int rounds = 0;
        for (int step = 0; step < 1000; step++) {
            rounds += ModelSelection.due(step / 1000.0, (step + 1) / 1000.0) ? 1 : 0;
        }
        assertThat(rounds).isEqualTo(10);
        assertThat(ModelSelection.due(0.95, 1)).isTrue();
    }

    @Test
    void smallPicturesAreJudgedByMoreSwatches() {
        assertThat(ModelSelection.judged(4000)).isEqualTo(new PixelRegion(0, 0, 512, 256));
        assertThat(ModelSelection.judged(512)).isEqualTo(new PixelRegion(0, 0, 512, 256));
        assertThat(ModelSelection.judged(300)).isEqualTo(new PixelRegion(0, 0, 750, 150));
        assertThat(ModelSelection.judged(128)).isEqualTo(new PixelRegion(0, 0, 384, 64));
    }

    @Test
    void theBestStateIsKept() {
        Standing standing =
                Standing.NONE
                        .after(state(1), 3)
                        .after(state(2), 2)
                        .after(state(3), 2.5)
                        .after(state(4), 2.1);
        assertThat(standing.told()).isEqualTo(2);
        assertThat(standing.best()).isNotNull();
        assertThat(standing.best().get("x").values()).containsExactly(2);
        assertThat(standing.rounds()).isEqualTo(2);
    }

    @Test
    void trainingEndsWhenThereIsNothingToGain() {
        Standing good = Standing.NONE.after(state(1), 0);
        assertThat(good.over(0.2)).as("a good state is no reason to stop").isFalse();
        Standing stuck = Standing.NONE.after(state(1), 2);
        for (int i = 0; i < 4; i++) {
            assertThat(stuck.over(0.9)).isFalse();
            stuck = stuck.after(state(2), 2);
        }
        assertThat(stuck.over(0.9)).isTrue();
        assertThat(stuck.over(0.7)).as("the learning rate has not fallen yet").isFalse();
    }

    @Test
    void aTrainingTellsItsScoresAndEndsWithTheBestState() throws IOException {
        Exemplar cloth = Trainings.cloth();
        TrainingPlan plan = Trainings.plan(cloth, 20, List.of(), 0);
        List<Double> scores = new ArrayList<>();
        List<Boolean> bests = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void scored(double score, boolean best, TrainingProgress progress) {
                        scores.add(score);
                        bests.add(best);
                    }
                };
        try (TrainingRun run =
                new TrainingRun(TrainingJob.of(Exemplars.of(cloth), plan), listener)) {
            run.toTheEnd();
        }
        assertThat(scores).hasSize(10).allMatch(score -> score >= 1);
        assertThat(bests.get(0)).isTrue();
    }

    @Test
    void whatIsHeldOutIsNotLearnedFrom() {
        Random random = new Random(1);
        float[] pixels = new float[400 * 160];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat() - 0.5f;
        }
        Exemplar cloth = Exemplar.made("cloth", 1, 400, 160, pixels);
        TrainingPlan plan =
                PlanFactory.plan(
                        List.of(PictureReport.of(cloth)),
                        PlanSettings.NONE.withText("held-out", "128").withText("steps", "10"));
        TrainingJob job = TrainingJob.of(Exemplars.of(cloth), plan);
        Exemplar learned = TrainingRun.learned(job).get(0);
        assertThat(learned.width()).isEqualTo(272);
        assertThat(learned.pixels()).isEqualTo(cloth.crop(0, 0, 272, 160).pixels());
    }

    private static Supplier<Weights> state(float value) {
        return () -> Weights.of(Map.of("x", new Weight(new int[] {1}, new float[] {value})));
    }
}
