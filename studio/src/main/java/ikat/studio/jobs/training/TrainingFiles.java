package ikat.studio.jobs.training;

import ikat.io.Sha256;
import ikat.service.train.OutputFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;

/** The files of a training in the folder of its job. */
record TrainingFiles(Path folder) {

    private static final String ENDING = OutputFiles.MODEL_ENDING;

    Path pictures() {
        return folder.resolve("pictures");
    }

    /** The middle of a picture at full size. */
    Path crop(int index) {
        return folder.resolve("crop-" + index + ".jpg");
    }

    /** The same, of a look that may be in vain. */
    Path nextCrop(int index) {
        return folder.resolve("next-" + index + ".jpg");
    }

    Path preview() {
        return folder.resolve("preview.png");
    }

    /** The newest state of the training. */
    LatestState state() {
        return new LatestState(folder.resolve("state" + ENDING));
    }

    Path checkpoint() {
        return folder.resolve("checkpoint");
    }

    Path course() {
        return folder.resolve("course.json");
    }

    /** The files of the training; the final rendering replaces the preview. */
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
     * A name for the finished model that no other model has.
     *
     * @param taken whether a model elsewhere has a name
     */
    String freeName(Path models, String wanted, Predicate<String> taken) {
        String name = wanted;
        for (int n = 2; taken.test(name) || Files.exists(published(models, name)); n++) {
            name = wanted + "-" + n;
        }
        return name;
    }

    /**
     * Moves the finished model to the others, never replacing one.
     *
     * @return false if a model of that name exists by now
     */
    boolean publish(Path models, String name) throws IOException {
        Files.createDirectories(models);
        try {
            Files.move(output().model(), published(models, name));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /**
     * Puts the finished model in the place of the one that the same training made before.
     *
     * @param digest of the former model
     * @return false if the file of that name is another by now, or gone
     */
    boolean replace(Path models, String name, String digest) throws IOException {
        Path file = published(models, name);
        if (!Files.isRegularFile(file) || !Sha256.of(file).equals(digest)) {
            return false;
        }
        Files.move(output().model(), file, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** Whether the finished model has been moved. */
    boolean isPublished(Path models, String name) {
        return Files.exists(published(models, name)) && !Files.exists(output().model());
    }

    private static Path published(Path models, String name) {
        return models.resolve(name + ENDING);
    }
}
