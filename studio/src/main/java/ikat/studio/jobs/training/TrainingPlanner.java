package ikat.studio.jobs.training;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.service.report.Crop;
import ikat.service.train.ScanListener;
import ikat.service.train.StepTime;
import ikat.service.train.Training;
import ikat.studio.web.Problem;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Looks at pictures that were sent and plans their training; one request at a time. */
final class TrainingPlanner {

    private static final int CROP_PIXELS = 512;
    private static final int PATIENCE_SECONDS = 60;

    /** A large picture may take a good part of the memory while it is decoded. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /**
     * Plans a training.
     *
     * @param saved the pictures' files
     * @throws IOException if one is no picture; one sentence
     * @throws Problem if none can be learned, or many others plan just now
     */
    TrainingTask.Details plan(List<Path> saved, TrainingChoices choices, TrainingFiles files)
            throws IOException {
        if (!awaitTurn()) {
            throw Problem.busy("many pictures are being looked at just now", PATIENCE_SECONDS);
        }
        try {
            List<LearnedPicture> pictures = new ArrayList<>();
            for (Path file : saved) {
                pictures.add(look(file, files.crop(pictures.size())));
            }
            return planned(pictures, choices, files);
        } catch (OutOfMemoryError e) {
            throw Problem.tooLarge("the pictures are too large for the memory there is");
        } finally {
            turn.unlock();
        }
    }

    private boolean awaitTurn() {
        try {
            return turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static LearnedPicture look(Path file, Path crop) throws IOException {
        Exemplar exemplar = ImageFiles.read(file);
        ImageFiles.write(Crop.middle(exemplar, CROP_PIXELS), crop);
        return LearnedPicture.of(
                String.valueOf(file.getFileName()), PictureReport.of(exemplar), exemplar.notes());
    }

    private static TrainingTask.Details planned(
            List<LearnedPicture> pictures, TrainingChoices choices, TrainingFiles files)
            throws IOException {
        List<Path> used = files.pictures(pictures);
        if (used.isEmpty()) {
            throw Problem.badRequest(
                    pictures.get(0).file()
                            + " cannot be learned: "
                            + String.join(" ", pictures.get(0).sentences()));
        }
        List<String> leftOut = new ArrayList<>();
        Training planned =
                Training.prepare(
                        TrainingTask.ordered(used, choices, files),
                        new ScanListener() {
                            @Override
                            public void leftOut(Path picture, String reason) {
                                leftOut.add("left out: " + picture.getFileName() + " " + reason);
                            }
                        });
        return new TrainingTask.Details(
                choices, pictures, planned.table().rows(), leftOut, seconds(planned.plan()), null);
    }

    private static double seconds(TrainingPlan plan) {
        return plan.budget().steps() > 0
                ? plan.budget().steps() * StepTime.seconds(plan)
                : plan.budget().seconds();
    }
}
