package ikat.studio.jobs.training;

import ikat.app.training.OutputFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * The files of a training.
 *
 * @param folder that holds them all
 */
record TrainingFiles(Path folder) {

    private static final String ENDING = OutputFiles.MODEL_ENDING;

    Path pictures() {
        return folder.resolve("pictures");
    }

    /** The middle of a picture, pixel by pixel. */
    Path crop(int index) {
        return folder.resolve("crop-" + index + ".jpg");
    }

    Path preview() {
        return folder.resolve("preview.png");
    }

    Path checkpoint() {
        return folder.resolve("checkpoint");
    }

    Path course() {
        return folder.resolve("course.json");
    }

    /** The rendering at the end takes the place of the preview. */
    OutputFiles output() {
        return new OutputFiles(
                folder.resolve("model" + ENDING),
                preview(),
                folder.resolve("report.html"),
                preview(),
                checkpoint());
    }

    List<Path> pictures(List<LearnedPicture> all) {
        return all.stream()
                .filter(LearnedPicture::used)
                .map(picture -> pictures().resolve(picture.file()))
                .toList();
    }

    /**
     * Moves the finished model among the others, never over one of them.
     *
     * @param taken names that others have elsewhere
     * @return the name that was free
     */
    String publish(Path models, String wanted, Predicate<String> taken) throws IOException {
        Files.createDirectories(models);
        for (int n = 1; true; n++) {
            String name = n == 1 ? wanted : wanted + "-" + n;
            if (taken.test(name)) {
                continue;
            }
            try {
                Files.move(output().model(), models.resolve(name + ENDING));
                return name;
            } catch (FileAlreadyExistsException e) {
                continue; // somebody else was quicker
            }
        }
    }
}
