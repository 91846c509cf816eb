package ikat.service.train;

import ikat.model.Precision;
import ikat.train.PlanSettings;
import ikat.train.TrainingJob;
import ikat.weave.Detail;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's request for a training.
 *
 * @param pictures what to learn from: files, and folders of them
 * @param maps of the material that they show
 * @param settings of the plan; what they leave open is chosen from the pictures
 * @param files what to write
 * @param start whether to start from scratch or to resume
 * @param width of the rendering at the end, in pixels
 * @param height of the rendering at the end, in pixels
 * @param report whether to write one
 * @param precision of the model's file
 * @param detail whether the model shall hold its pictures to weave detail from
 * @param licenceNote to be kept in the model, if any
 */
public record TrainingRequest(
        List<Path> pictures,
        MapChoice maps,
        PlanSettings settings,
        OutputFiles files,
        TrainingJob.Start start,
        int width,
        int height,
        Report report,
        Precision precision,
        Detail detail,
        @Nullable String licenceNote) {

    /** The report to write. */
    public enum Report {
        HTML,
        NONE
    }

    public TrainingRequest {
        pictures = List.copyOf(pictures);
    }
}
