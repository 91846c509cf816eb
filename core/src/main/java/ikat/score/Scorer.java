package ikat.score;

import ikat.image.Exemplar;
import java.util.List;

/** Scores pictures against one exemplar, whose own noise floor is measured once. */
public final class Scorer {

    private final Exemplar exemplar;

    private Scorer(Exemplar exemplar) {
        this.exemplar = exemplar;
    }

    /**
     * A scorer for an exemplar.
     *
     * @throws IllegalArgumentException if the picture is too small to be compared with; the message
     *     is one sentence for the user
     */
    public static Scorer of(Exemplar exemplar) {
        return new Scorer(exemplar);
    }

    /**
     * Scores a texture by pictures of it.
     *
     * @param candidates pictures of one texture made with different seeds, at least one; grey and
     *     colour may be mixed
     * @throws IllegalArgumentException if a picture is too small
     */
    public Score score(List<Exemplar> candidates) {
        throw new UnsupportedOperationException("to come for " + exemplar.name());
    }
}
