package ikat.torch.train;

import ikat.image.Exemplars;
import ikat.image.PatchSampler;
import ikat.model.ColourAxes;
import ikat.model.TextureModel;
import ikat.model.Weights;
import ikat.torch.train.TrainingStep.Losses;
import ikat.train.CodedTextures;
import ikat.train.Crops;
import ikat.train.PrincipalColours;
import ikat.train.Selection;
import ikat.train.Technique.Colours;
import ikat.train.TrainingDivergedException;
import ikat.train.TrainingJob;
import ikat.train.TrainingListener;
import ikat.train.TrainingPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One training from its first or resumed step to its end. */
final class TrainingRun implements AutoCloseable {

    /** Batches that the population statistics of a preview are taken from. */
    private static final int PREVIEW_BATCHES = 4;

    /** Those of a state that is only scored. */
    private static final int SCORED_BATCHES = 8;

    /** Those of the model, be it of the last state or of the best one. */
    private static final int FINAL_BATCHES = 32;

    /** Patches that are enough for those of the model. */
    private static final int FINAL_PATCHES = 256;

    private static final double RECOVERY_RATE = 0.5;

    private final TrainingJob job;
    private final TrainingPlan plan;
    private final TrainingListener listener;
    private final ColourTransform colours;
    private final Networks networks;
    private final TrainingStep training;
    private final DivergenceCheck divergence = new DivergenceCheck();
    private final Meter meter;
    private final Interval checkpoints;
    private final Interval previews;
    private final @Nullable ModelSelection selection;

    private long step;
    private boolean recovered;
    private double rateShare = 1;
    private Checkpoint lastGood;

    TrainingRun(TrainingJob job, TrainingListener listener) throws IOException {
        this.job = job;
        this.plan = job.plan();
        this.listener = listener;
        Checkpoint resumed = resumed(job);
        ColourAxes axes =
                plan.technique().colours() == Colours.PRINCIPAL
                        ? PrincipalColours.of(job.exemplars())
                        : ColourAxes.identity(job.exemplars().channels());
        PatchSampler sampler =
                new PatchSampler(
                        learned(job),
                        plan.crops().patchPixels(),
                        plan.seed(),
                        plan.crops().mirroring(),
                        plan.optimiser().phaseWeight() > 0 ? PhaseMatching.TOGETHER : 1);
        this.colours = new ColourTransform(axes);
        this.networks = new Networks(plan, axes, CodedTextures.of(plan, job.exemplars()), sampler);
        this.training = new TrainingStep(plan, networks, sampler, colours);
        this.meter = new Meter(plan, resumed == null ? 0 : resumed.seconds());
        this.checkpoints = new Interval(job.checkpointEvery());
        this.previews = new Interval(job.previewEvery());
        ModelSelection.Standing standing =
                resumed == null ? ModelSelection.Standing.NONE : resumed.standing();
        this.selection =
                plan.selection() == Selection.LAST
                        ? null
                        : new ModelSelection(
                                plan.selection(),
                                plan.crops().judged(job.exemplars().get(0)),
                                standing);
        if (resumed != null) {
            enter(resumed);
        }
        this.lastGood = state();
    }

    /** What crops are taken from; of several pictures no part is held out. */
    static Exemplars learned(TrainingJob job) {
        Crops crops = job.plan().crops();
        return crops.heldOutPixels() == 0
                ? job.exemplars()
                : Exemplars.of(crops.learned(job.exemplars().get(0)));
    }

    private static @Nullable Checkpoint resumed(TrainingJob job) throws IOException {
        if (job.start() == TrainingJob.Start.FRESH) {
            return null;
        }
        if (job.checkpoint() == null) {
            throw new IllegalArgumentException(
                    "there is no checkpoint to resume from; name its file");
        }
        return Checkpoint.read(job.checkpoint(), job.plan(), job.exemplars());
    }

    TextureModel toTheEnd() {
        listener.started(plan, step);
        boolean over = false;
        while (!over && fraction() < 1 && !job.stop().getAsBoolean()) {
            double before = fraction();
            oneStep();
            if (divergence.passed() && checkpoints.due()) {
                keep();
            }
            if (previews.due()) {
                listener.previewed(model(PREVIEW_BATCHES), meter.progress(step));
            }
            over =
                    selection != null
                            && ModelSelection.due(before, fraction())
                            && lastRound(selection);
        }
        if (divergence.passed()) {
            keep();
        }
        return selection == null ? model(finalBatches()) : winner(selection, over);
    }

    private double fraction() {
        return meter.fraction(step);
    }

    private boolean lastRound(ModelSelection search) {
        score(search);
        return fraction() >= 1 || search.over(fraction());
    }

    private void score(ModelSelection search) {
        double score = search.enter(model(SCORED_BATCHES), () -> networks.averaged(finalBatches()));
        boolean best = search.standing().rounds() == 0;
        listener.scored(score, best, meter.progress(step));
    }

    /** The best state; one that training was stopped in is entered first. */
    private TextureModel winner(ModelSelection search, boolean entered) {
        if (!entered) {
            score(search);
        }
        Weights best = search.standing().best();
        return best == null ? model(finalBatches()) : model(best);
    }

    private void oneStep() {
        double rate = rateShare * meter.rate(step);
        Losses losses = training.take(step, rate);
        String failure = divergence.failure(losses);
        if (failure != null) {
            recover(failure);
            return;
        }
        step++;
        meter.record(losses);
        listener.progressed(meter.progress(step));
    }

    private void recover(String failure) {
        if (rateShare < 1) {
            throw new TrainingDivergedException(
                    ("training broke down again at step %s: %s; try another seed or a"
                                    + " learning rate below %s")
                            .formatted(step, failure, plan.optimiser().learningRate()));
        }
        recovered = true;
        long broken = step;
        enter(lastGood);
        rateShare = RECOVERY_RATE;
        lastGood = state();
        listener.recovered(
                ("training broke down at step %s (%s); it continues from step %s with"
                                + " half the learning rate")
                        .formatted(broken, failure, step),
                meter.progress(step));
    }

    private void enter(Checkpoint checkpoint) {
        checkpoint.restore(networks);
        step = checkpoint.step();
        rateShare = checkpoint.rateShare();
        divergence.reset();
    }

    private Checkpoint state() {
        ModelSelection.Standing standing =
                selection == null ? ModelSelection.Standing.NONE : selection.standing();
        return Checkpoint.of(networks, step, meter.seconds(), rateShare, standing);
    }

    private void keep() {
        lastGood = state();
        if (job.checkpoint() == null) {
            return;
        }
        try {
            lastGood.write(job.checkpoint(), plan, job.exemplars());
        } catch (IOException e) {
            listener.checkpointFailed(String.valueOf(e.getMessage()));
        }
    }

    private List<Integer> ticks() {
        return plan.budget().steps() > 0 ? plan.budget().ticks() : meter.ticks();
    }

    private int finalBatches() {
        return Math.min(FINAL_BATCHES, -Math.floorDiv(-FINAL_PATCHES, plan.crops().batch()));
    }

    private TextureModel model(int batches) {
        return model(networks.averaged(batches));
    }

    private TextureModel model(Weights weights) {
        TrainingPlan done = recovered ? plan : plan.withTicks(ticks());
        return new TextureModel(
                networks.spec, weights, done.toMap(), Origin.of(job, step, meter.elapsed()));
    }

    @Override
    public void close() {
        networks.close();
        colours.close();
    }

    /** A span of time that passes again and again. */
    private static final class Interval {

        private final long every;
        private long last = System.nanoTime();

        Interval(Duration every) {
            this.every = every.toNanos();
        }

        /** Whether the span has passed since this was last true. */
        boolean due() {
            long now = System.nanoTime();
            if (now - last < every) {
                return false;
            }
            last = now;
            return true;
        }
    }
}
