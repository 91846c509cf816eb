package ikat.studio.jobs.training;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.quilt.QuiltedPlane;
import ikat.score.Fault;
import ikat.score.Scorer;
import ikat.service.Rendering;
import ikat.service.Workshop;
import ikat.service.train.Training;
import ikat.weave.Detail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses what is shown of a training that learns one picture: the plane that stands in, until a
 * state of the training looks better, and then the best state. States are woven as the finished
 * model will be. That takes a second or more, so it is done at the first state and then each time
 * that the training has become {@value #LONGER} times as long, and never for more than a fifth of
 * the time. Used by the thread of the training; only {@link #looks} may be asked by others.
 */
final class BestState {

    private static final Logger LOG = LoggerFactory.getLogger(BestState.class);
    private static final double LONGER = 1.6;
    private static final double REST = 5; // times as long as a look took
    private static final int MOST_SIDE = 512;
    private static final long SEED = 0; // that pages open with

    private final Workshop workshop;
    private final LatestState shown;
    private @Nullable Scorer scorer;
    private int side;
    private double next; // milliseconds of training
    private double best = Double.POSITIVE_INFINITY;
    private volatile @Nullable Looks looks;

    /**
     * How both look, as {@link Fault#value}.
     *
     * @param sewn the plane that stands in
     * @param learned the state that was looked at last
     */
    record Looks(double sewn, double learned) {}

    BestState(Workshop workshop, LatestState shown) {
        this.workshop = workshop;
        this.shown = shown;
    }

    /** What was found last; null before. */
    @Nullable Looks looks() {
        return looks;
    }

    /**
     * Keeps a state to be shown if it is the best, as far as it is time to look at it; each one of
     * several pictures.
     *
     * @param trained for how long
     * @param picture file of what is learned
     * @return whether something new is known
     */
    boolean offer(Training training, TextureModel state, Duration trained, Path picture) {
        if (training.request().pictures().size() > 1) {
            shown.keep(state);
            return true;
        }
        if (trained.toMillis() < next) {
            return false;
        }
        long begun = System.nanoTime();
        TextureModel woven = training.weave(workshop, state, () -> true, note -> {});
        try {
            judge(woven, picture);
        } catch (IllegalArgumentException e) {
            shown.keep(woven); // a small picture, of which nothing tells what is better
        } catch (IOException e) {
            LOG.warn("a state of a training could not be judged: {}", e.getMessage());
            shown.keep(woven);
        }
        double took = (System.nanoTime() - begun) / 1e6;
        next = Math.max(LONGER * trained.toMillis(), trained.toMillis() + REST * took);
        return true;
    }

    private void judge(TextureModel state, Path picture) throws IOException {
        Looks before = looks;
        Scorer judge = scorer;
        double sewn = before == null ? 0 : before.sewn();
        if (judge == null || before == null) {
            Exemplar exemplar = ImageFiles.read(picture);
            judge = new Scorer(exemplar);
            scorer = judge;
            side = Math.min(MOST_SIDE, Math.min(exemplar.width(), exemplar.height()));
            sewn = fault(judge, new QuiltedPlane(exemplar.toPixels(), SEED));
        }
        double learned;
        int threads = Runtime.getRuntime().availableProcessors();
        try (Rendering rendering =
                workshop.open(state, threads, Workshop.FASTEST, Detail.of(state))) {
            learned = fault(judge, rendering.plane(NoiseField.endless(state, SEED)));
        }
        looks = new Looks(sewn, learned);
        if (learned < Math.min(sewn, best)) {
            best = learned;
            shown.keep(state);
        }
    }

    private double fault(Scorer judge, PixelSource plane) {
        PixelRegion middle = new PixelRegion(-side / 2, -side / 2, side, side);
        return Fault.of(judge, Exemplar.rendered("plane", plane, middle)).value();
    }
}
