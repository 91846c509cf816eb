package ikat.service;

import ikat.image.Exemplar;
import ikat.image.Wraps;
import ikat.score.Score;
import java.util.List;

/** Scores pictures against one exemplar. */
@FunctionalInterface
public interface Scoring {

    /**
     * Scores a texture by pictures of it.
     *
     * @param candidates pictures of one texture, at least one
     * @param wraps the edges at which the pictures are meant to wrap around
     * @throws IllegalArgumentException if a picture is too small; the message is one sentence
     */
    Score score(List<Exemplar> candidates, Wraps wraps);
}
