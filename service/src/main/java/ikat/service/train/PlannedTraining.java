package ikat.service.train;

import ikat.service.Refusal;
import ikat.train.PlanFactory;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures that were read, and how they are to be learned. The same pictures with the same settings
 * give the same plan.
 *
 * @param pictures without those that are too small for the plan
 * @param plan resolved
 * @param table the plan in words
 */
public record PlannedTraining(TrainingPictures pictures, TrainingPlan plan, PlanTable table) {

    /**
     * Reads pictures and plans their training.
     *
     * @param arguments files and folders
     * @param own files that the training itself writes; in a folder they are passed over
     * @param settings that the user gave
     * @param listener hears of progress, of what was found, and of what was left out
     * @throws IOException if a file that was named cannot be read
     * @throws Refusal if pictures or settings will not do; the message is one sentence
     */
    public static PlannedTraining of(
            List<Path> arguments, List<Path> own, Settings settings, ScanListener listener)
            throws IOException {
        TrainingPictures all = PictureScan.read(arguments, own, listener);
        int side = all.commonSide();
        int patch = plan(all, side, settings).crops().patchPixels();
        TrainingPictures pictures = all.holding(patch, listener);
        TrainingPlan plan = plan(pictures, side, settings);
        return new PlannedTraining(
                pictures, plan, PlanTable.of(plan, pictures.reports(), settings.names()));
    }

    private static TrainingPlan plan(TrainingPictures pictures, int side, Settings settings) {
        try {
            return PlanFactory.plan(pictures.set(side), settings.toRecord());
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }
}
