package ikat.service.train;

import ikat.analysis.MeasuredExemplars;
import ikat.model.Precision;
import ikat.train.TrainingJob;
import ikat.train.TrainingPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants of a training.
 *
 * @param exemplars the pictures
 * @param studied what was found in those that were looked at closely
 * @param plan the resolved plan
 * @param table the plan in words
 * @param files what to write
 * @param start whether to begin anew or to go on
 * @param width of the rendering at the end, in pixels
 * @param height of the rendering at the end, in pixels
 * @param report whether to write one
 * @param precision of the model's file
 * @param licenceNote to be kept in the model, if any
 */
public record TrainingOrder(
        MeasuredExemplars exemplars,
        List<Studied> studied,
        TrainingPlan plan,
        PlanTable table,
        OutputFiles files,
        TrainingJob.Start start,
        int width,
        int height,
        Report report,
        Precision precision,
        @Nullable String licenceNote) {

    /** The report to write. */
    public enum Report {
        HTML,
        NONE
    }

    public TrainingOrder {
        studied = List.copyOf(studied);
    }
}
