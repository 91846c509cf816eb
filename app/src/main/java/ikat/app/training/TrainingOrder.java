package ikat.app.training;

import ikat.analysis.PictureReport;
import ikat.app.plan.PlanTable;
import ikat.image.Exemplar;
import ikat.train.TrainingJob;
import ikat.train.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants of a training.
 *
 * @param pictures the files as they were typed
 * @param exemplars what was read from them
 * @param reports what was found in them
 * @param plan the resolved plan
 * @param table the plan in words
 * @param files what to write
 * @param start whether to begin anew or to go on
 * @param width of the rendering at the end, in pixels
 * @param height of the rendering at the end, in pixels
 * @param report whether to write one
 * @param licenceNote to be kept in the model, if any
 */
public record TrainingOrder(
        List<Path> pictures,
        List<Exemplar> exemplars,
        List<PictureReport> reports,
        TrainingPlan plan,
        PlanTable table,
        OutputFiles files,
        TrainingJob.Start start,
        int width,
        int height,
        Report report,
        @Nullable String licenceNote) {

    /** The report to write. */
    public enum Report {
        HTML,
        NONE
    }

    public TrainingOrder {
        pictures = List.copyOf(pictures);
        exemplars = List.copyOf(exemplars);
        reports = List.copyOf(reports);
    }
}
