package ikat.torch.train;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.model.Weights;
import ikat.noise.NoiseField;
import ikat.render.TextureRenderer;
import ikat.score.Scorer;
import ikat.torch.Threads;
import ikat.torch.render.TorchGenerator;
import ikat.train.Selection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The search for the best model: of the states that a training goes through, the one that looks
 * most like the picture. They are scored by {@code ikat.score}, which is in no loss, on noise that
 * no training step draws.
 */
final class ModelSelection {

    /** A state is scored after each tenth of the plan. */
    private static final int ROUNDS = 10;

    /** The learning rate falls in the second half, and most states gain by that. */
    private static final int FIRST_LAST_ROUND = 8;

    /** Rounds without a better score after which a training is over. */
    private static final int PATIENCE = 4;

    /**
     * Hardly less alike than the picture is to itself. The score saturates, so an observer is
     * asked, too: a lawn has this score while it still looks like felt.
     */
    private static final double ENOUGH = 1.05;

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
    private boolean told = true;

    /**
     * The best state so far.
     *
     * @param best its weights, or null before the first round
     * @param score its score
     * @param rounds number of rounds without a better one since
     */
    record Standing(@Nullable Weights best, double score, int rounds) {

        static final Standing NONE = new Standing(null, Double.POSITIVE_INFINITY, 0);

        /**
         * After one more round.
         *
         * @param state asked for only if it is the best
         */
        Standing after(Supplier<Weights> state, double stateScore) {
            return stateScore < score
                    ? new Standing(state.get(), stateScore, 0)
                    : new Standing(best, score, rounds + 1);
        }

        /**
         * Whether nothing more can be expected after a share of the plan.
         *
         * @param told whether an observer still tells the best state from the picture
         */
        boolean over(double fraction, boolean told) {
            boolean late = ROUNDS * fraction >= FIRST_LAST_ROUND;
            return score <= ENOUGH && !told || late && rounds >= PATIENCE;
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
     * Scores a state.
     *
     * @param model the state with population statistics that are good enough for a score
     * @param exact the state's weights as they become the model's, asked for only if it is the best
     * @return its score
     */
    double enter(TextureModel model, Supplier<Weights> exact) {
        Exemplar picture;
        try (TextureRenderer renderer =
                new TextureRenderer(
                        new TorchGenerator(model, Threads.current()),
                        NoiseField.endless(model, SEED))) {
            picture = Exemplar.rendered("state", renderer, region);
        }
        double score = scorer.overall(picture);
        standing = standing.after(exact, score);
        if (selection == Selection.EARLY && standing.rounds == 0 && score <= ENOUGH) {
            told = scorer.toldApart(picture).tells();
        }
        return score;
    }

    /** Whether training ends at a share of the plan. */
    boolean over(double fraction) {
        return selection == Selection.EARLY && standing.over(fraction, told);
    }

    Standing standing() {
        return standing;
    }
}
