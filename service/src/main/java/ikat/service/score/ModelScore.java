package ikat.service.score;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.model.ModelSpec;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.score.Score;
import ikat.service.Rendering;
import ikat.service.Workshop;
import ikat.weave.Detail;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The score of a model as {@code ikat score} gives it unless told otherwise: {@link #PICTURES}
 * pictures of {@link #SIDE} pixels a side, with successive seeds and the detail that the model
 * shows by default. Whatever shows the score of a model takes it from here, so that there is one
 * figure only.
 *
 * @param candidates the pictures that the model made
 * @param score of them against an exemplar
 */
public record ModelScore(Candidates candidates, Score score) {

    /** How many pictures are made. */
    public static final int PICTURES = 3;

    /** Width and height of a picture. */
    public static final int SIDE = 512;

    /** The part of the plane that is scored: for a model of one cell, its only picture. */
    public static PixelRegion window(ModelSpec spec) {
        int side = spec.picturePixels() > 0 ? spec.picturePixels() : SIDE;
        return new PixelRegion(0, 0, side, side);
    }

    /** Successive seeds, one for each picture. */
    public static List<Long> seeds(long first, int number) {
        return LongStream.range(first, first + number).boxed().toList();
    }

    /**
     * Makes the pictures and scores them; takes seconds.
     *
     * @param workshop renders, on its fastest engine, and scores
     * @param threads that render, at least 1
     * @param name of the model's file
     * @param texture to be scored
     * @param detail empty for what the model shows by default
     * @param seed of the first picture
     * @throws IllegalArgumentException if the exemplar or a picture is too small; one sentence
     */
    public static ModelScore of(
            Workshop workshop,
            int threads,
            String name,
            ModelTexture texture,
            Optional<Detail> detail,
            long seed,
            Exemplar exemplar) {
        TextureModel model = texture.model();
        List<Long> seeds = seeds(seed, PICTURES);
        Candidates made;
        try (Rendering rendering =
                workshop.open(
                        model,
                        threads,
                        Workshop.FASTEST,
                        detail.orElseGet(() -> Detail.of(model)))) {
            made =
                    texture.candidates(
                            name, rendering, window(model.spec()), Boundary.ENDLESS, seeds);
        }
        return new ModelScore(made, made.score(workshop, exemplar));
    }
}
