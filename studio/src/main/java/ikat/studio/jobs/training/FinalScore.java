package ikat.studio.jobs.training;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.model.TextureModel;
import ikat.service.Workshop;
import ikat.service.score.HeldPicture;
import ikat.service.score.ModelScore;
import ikat.service.score.ModelTexture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The score of a finished model: not that of the network while it learned, but of the pictures that
 * the model shows.
 *
 * @param overall 1: as alike as the picture is to itself; above: further off
 * @param caught whether a finding was raised
 * @param texture that was scored, the first of several; null if it has no name
 */
record FinalScore(double overall, boolean caught, @Nullable String texture) {

    private static final long SEED = 0; // as of ikat score and of the pages

    /**
     * Scores a model.
     *
     * @param file of the model
     * @param picture the first that it was learned from, for a model that holds none
     * @throws IllegalArgumentException if a picture is too small to be scored; one sentence
     */
    static FinalScore of(Workshop workshop, Path file, Path picture) throws IOException {
        TextureModel model = TextureModel.read(file); // as the file has rounded it
        ModelTexture texture = ModelTexture.first(model, Optional.empty(), SEED);
        Optional<Exemplar> held =
                HeldPicture.exemplar(
                        String.valueOf(picture.getFileName()), model, Optional.empty());
        ModelScore found =
                ModelScore.of(
                        workshop,
                        Runtime.getRuntime().availableProcessors(),
                        String.valueOf(file.getFileName()),
                        texture,
                        Optional.empty(),
                        SEED,
                        held.isPresent() ? held.get() : ImageFiles.read(picture));
        return new FinalScore(found.score().overall(), found.score().caught(), texture.name());
    }
}
