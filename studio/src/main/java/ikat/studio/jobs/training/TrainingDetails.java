package ikat.studio.jobs.training;

import ikat.service.train.PlanTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a training is about, and what came of it.
 *
 * @param choices what was chosen
 * @param pictures in order
 * @param plan in words
 * @param notes what was left out
 * @param expectedSeconds that training takes, at least roughly
 * @param model name of the finished model, or null
 */
record TrainingDetails(
        TrainingChoices choices,
        List<LearnedPicture> pictures,
        List<PlanTable.Row> plan,
        List<String> notes,
        double expectedSeconds,
        @Nullable String model) {

    TrainingDetails {
        pictures = List.copyOf(pictures);
        plan = List.copyOf(plan);
        notes = List.copyOf(notes);
    }

    TrainingDetails withModel(String name) {
        return new TrainingDetails(choices, pictures, plan, notes, expectedSeconds, name);
    }
}
