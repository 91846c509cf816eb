package ikat.torch.train;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.model.Weights;
import ikat.noise.NoiseField;
import ikat.render.TextureRenderer;
import ikat.score.Scorer;
import ikat.score.ToldApart;
import ikat.torch.Threads;
import ikat.torch.render.TorchGenerator;
import ikat.train.Selection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The search for the best model: of the states that a training goes through, the one that an
 * observer of {@code ikat.score} tells least from the picture. The observer is in no loss, and
 * looks at noise that no training step draws. A mean of statistics would not do: it saturates while
 * a lawn still looks like felt.
 */
final class ModelSelection {

    /** A state is scored after each tenth of the plan. */
    private static final int ROUNDS = 10;

    /** The learning rate falls in the second half, and most states gain by that. */
    private static final int FIRST_LAST_ROUND = 8;

    /** Rounds without a better state after which a training is over. */
    private static final int PATIENCE = 4;

    /** The score's swatches have half the picture's side, up to this. */
    private static final int LARGEST_SWATCH = 256;

    /** Small pictures have small swatches, and need more of them for as sure a judgement. */
    private static final int JUDGED_PIXELS = 2 * LARGEST_SWATCH * LARGEST_SWATCH;

    private static final int MOST_SWATCHES = 6;
    private static final long SEED = 0x5C0DEL;

    private final Selection selection;
    private final Scorer scorer;
    private final PixelRegion region;
    private Standing standing;

    /**
     * The best state so far.
     *
     * @param best its weights, or null before the first round
     * @param told how well an observer tells it from the picture, as d'
     * @param rounds number of rounds without a better one since
     */
    record Standing(@Nullable Weights best, double told, int rounds) {

        static final Standing NONE = new Standing(null, Double.POSITIVE_INFINITY, 0);

        /**
         * After one more round.
         *
         * @param state asked for only if it is the best
         */
        Standing after(Supplier<Weights> state, double stateTold) {
            return stateTold < told
                    ? new Standing(state.get(), stateTold, 0)
                    : new Standing(best, told, rounds + 1);
        }

        /** Whether nothing more can be expected after a share of the plan. */
        boolean over(double fraction) {
            return ROUNDS * fraction >= FIRST_LAST_ROUND && rounds >= PATIENCE;
        }
    }

    ModelSelection(Selection selection, Exemplar exemplar, Standing standing) {
        this.selection = selection;
        this.standing = standing;
        scorer = new Scorer(exemplar);
        region = judged(Math.min(exemplar.width(), exemplar.height()));
    }

    /** A strip of whole swatches for a picture of that side. */
    static PixelRegion judged(int exemplarSide) {
        int swatch = Math.min(LARGEST_SWATCH, exemplarSide / 2);
        int swatches = Math.min(MOST_SWATCHES, JUDGED_PIXELS / (swatch * swatch));
        return new PixelRegion(0, 0, swatches * swatch, swatch);
    }

    /** Whether a round is due between two shares of the plan. */
    static boolean due(double before, double after) {
        return (int) (ROUNDS * after) > (int) (ROUNDS * before);
    }

    /**
     * Judges a state.
     *
     * @param model the state with population statistics that are good enough for a score
     * @param exact the state's weights as they become the model's, asked for only if it is the best
     * @return its score, for readers
     */
    double enter(TextureModel model, Supplier<Weights> exact) {
        Exemplar picture;
        try (TextureRenderer renderer =
                new TextureRenderer(
                        new TorchGenerator(model, Threads.current()),
                        NoiseField.endless(model, SEED))) {
            picture = Exemplar.rendered("state", renderer, region);
        }
        ToldApart told = scorer.toldApart(picture);
        standing = standing.after(exact, (Math.max(0, told.full()) + Math.max(0, told.half())) / 2);
        return scorer.overall(picture);
    }

    /** Whether training ends at a share of the plan. */
    boolean over(double fraction) {
        return selection == Selection.EARLY && standing.over(fraction);
    }

    Standing standing() {
        return standing;
    }
}
