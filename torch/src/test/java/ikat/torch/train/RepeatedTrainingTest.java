package ikat.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.model.TextureModel;
import ikat.train.Budget;
import ikat.train.Selection;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A training by time, and one of as many steps that repeats it. */
class RepeatedTrainingTest {

    private static final Exemplar CLOTH = Trainings.cloth();

    @ParameterizedTest
    @EnumSource(names = {"LAST", "BEST"})
    void stepsAndTicksRepeatATrainingByTimeBitForBit(Selection selection) throws IOException {
        TextureModel timed = train(plan(selection, Map.of("steps", 0, "seconds", 5)));
        Object ticks = timed.plan().get("ticks");
        assertThat((List<?>) ticks).hasSize(Budget.TICKS_IN_ALL);

        Map<String, Object> again =
                Map.of("steps", timed.provenance().steps(), "seconds", 0, "ticks", ticks);
        TextureModel counted = train(plan(selection, again));

        assertThat(counted.provenance().steps()).isEqualTo(timed.provenance().steps());
        assertThat(counted.weights()).isEqualTo(timed.weights());
    }

    @Test
    void aShareIsTheSameWheneverItIsAskedForAndRepeatsByItsTicks() {
        AtomicInteger seconds = new AtomicInteger();
        Schedule timed = new Schedule(new Budget(0, 20), seconds::get);
        double[] shares = new double[30];
        int steps = 0;
        while (timed.fraction(steps) < 1) {
            shares[steps] = timed.fraction(steps);
            seconds.addAndGet(steps % 3);
            assertThat(timed.fraction(steps)).isEqualTo(shares[steps]);
            steps++;
        }
        Schedule again = new Schedule(new Budget(steps, 0, timed.ticks()), () -> 0);
        for (int step = 0; step < steps; step++) {
            assertThat(again.fraction(step)).isEqualTo(shares[step]);
        }
        assertThat(again.fraction(steps)).isEqualTo(1);
    }

    private static TrainingPlan plan(Selection selection, Map<String, Object> budget) {
        Map<String, Object> entries = Trainings.plan(CLOTH, 5, List.of(), 0).toMap();
        entries.put("selection", selection);
        entries.putAll(budget);
        return Trainings.plan(entries);
    }

    private static TextureModel train(TrainingPlan plan) throws IOException {
        return new TorchTrainer(1)
                .train(TrainingJob.of(Exemplars.of(CLOTH), plan), TrainingListener.SILENT);
    }
}
