package ikat.service.score;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.Wraps;
import ikat.score.Score;
import ikat.service.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of one texture to be scored.
 *
 * @param names of the files: of the pictures, or of the model that made them
 * @param texture of the model that was made, or null
 * @param seeds of the pictures that a model made; empty for files
 * @param pictures at least one
 */
public record Candidates(
        List<String> names, @Nullable String texture, List<Long> seeds, List<Exemplar> pictures) {

    public Candidates {
        names = List.copyOf(names);
        seeds = List.copyOf(seeds);
        pictures = List.copyOf(pictures);
    }

    /** Reads pictures. */
    public static Candidates read(List<Path> files) throws IOException {
        List<Exemplar> pictures = new ArrayList<>();
        for (Path file : files) {
            pictures.add(ImageFiles.read(file));
        }
        return of(pictures);
    }

    /** Pictures that were read. */
    public static Candidates of(List<Exemplar> pictures) {
        return new Candidates(
                pictures.stream().map(Exemplar::name).toList(), null, List.of(), pictures);
    }

    /** Scores pictures that are not said to join with their copies. */
    public Score score(Workshop workshop, Exemplar exemplar) {
        return score(workshop, exemplar, Wraps.NONE);
    }

    /**
     * Scores the pictures.
     *
     * @param wraps the edges at which they are meant to join with their copies
     * @throws IllegalArgumentException if the exemplar or a picture is too small; one sentence
     */
    public Score score(Workshop workshop, Exemplar exemplar, Wraps wraps) {
        return workshop.scoring(exemplar).score(pictures, wraps);
    }
}
