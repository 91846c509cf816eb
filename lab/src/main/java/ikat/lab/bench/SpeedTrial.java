package ikat.lab.bench;

import ikat.analysis.PictureReport;
import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PatchSampler;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.render.RegionPlan;
import ikat.render.TextureRenderer;
import ikat.torch.Tensors;
import ikat.torch.Threads;
import ikat.torch.render.Convolution;
import ikat.torch.train.ColourTransform;
import ikat.torch.train.Networks;
import ikat.torch.train.Origin;
import ikat.torch.train.TrainingStep;
import ikat.train.CodedTextures;
import ikat.train.PlanFactory;
import ikat.train.PlanSettings;
import ikat.train.PrincipalColours;
import ikat.train.TrainingJob;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How fast this machine renders and trains, and how fast plain libtorch does. Weights are random:
 * the time does not depend on them. One trial at a time.
 */
public final class SpeedTrial {

    private static final int WARM_UP = 3;
    private static final int LEAST_RUNS = 5;
    private static final int MOST_RUNS = 200;

    /**
     * The result of a trial.
     *
     * @param milliseconds of one run, the median
     * @param multiplications of one run
     */
    public record Timing(double milliseconds, double multiplications) {

        /** Multiplications and additions per second. */
        public double flops() {
            return 2 * multiplications / milliseconds * 1e3;
        }
    }

    private final Exemplar exemplar;
    private final int threads;
    private final Duration each;

    /**
     * Trials with a number of threads.
     *
     * @param exemplar what is trained on
     * @param threads at least 1
     * @param each about how long one trial lasts, warm-up not counted
     */
    public SpeedTrial(Exemplar exemplar, int threads, Duration each) {
        this.exemplar = exemplar;
        this.threads = threads;
        this.each = each;
    }

    /**
     * The peak of this machine: the best of some products of matrices, two of them in the form of a
     * 3x3 convolution, by the library that computes convolutions.
     */
    public Timing matrixProduct() {
        Timing best = product(1024, 1024, 1, 32);
        for (Timing other : List.of(product(128, 256, 3, 64), product(48, 128, 3, 128))) {
            best = other.flops() > best.flops() ? other : best;
        }
        return best;
    }

    private Timing product(int in, int out, int kernel, int side) {
        try (Threads.Scope running = Threads.use(threads);
                PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            int edge = side + kernel - 1;
            Tensor input = Tensors.channelsLast(torch.randn(1, in, edge, edge));
            Convolution product =
                    Convolution.of(
                            new float[out * in * kernel * kernel],
                            new float[out],
                            in,
                            kernel,
                            torch.ScalarType.Float);
            double time =
                    median(
                            run -> {
                                try (PointerScope inner = new PointerScope()) {
                                    product.apply(input);
                                }
                            });
            return new Timing(time, (double) side * side * in * out * kernel * kernel);
        }
    }

    /** A square picture, from noise to 8-bit pixels. */
    public Timing rendering(TrainingPlan plan, int side) {
        TextureModel model = model(exemplar, plan);
        try (TextureRenderer renderer = TextureRenderer.open(model, 1, threads)) {
            double time =
                    median(run -> renderer.render(new PixelRegion(side * run, 0, side, side)));
            PixelRegion one = new PixelRegion(0, 0, side, side);
            long products = RegionPlan.inBlocks(model.spec(), one).multiplications(model.spec());
            return new Timing(time, products);
        }
    }

    /**
     * The same of the authors' network in plain libtorch.
     *
     * @param widest channels after the first stage, 512 as published
     */
    public Timing plainRendering(int widest, int side) {
        try (Threads.Scope running = Threads.use(threads);
                PlainGenerator plain = new PlainGenerator(widest, side)) {
            return new Timing(median(run -> plain.picture()), plain.multiplications());
        }
    }

    /** A training step of both networks. */
    public Timing training(TrainingPlan plan) {
        return step(
                plan,
                (networks, sampler, colours) -> {
                    TrainingStep step = new TrainingStep(plan, networks, sampler, colours);
                    return median(run -> step.take(run, plan.optimiser().learningRate()));
                });
    }

    /** The same step in plain libtorch. */
    public Timing plainTraining(TrainingPlan plan) {
        double rate = plan.optimiser().learningRate();
        return step(
                plan,
                (networks, sampler, colours) -> {
                    try (PlainStep step = new PlainStep(plan, networks, sampler, colours, rate)) {
                        return median(step::take);
                    }
                });
    }

    /** Times a step of given networks. */
    private interface Timed {

        double milliseconds(Networks networks, PatchSampler sampler, ColourTransform colours);
    }

    private Timing step(TrainingPlan plan, Timed timed) {
        Exemplars exemplars = Exemplars.of(exemplar);
        PatchSampler sampler = new PatchSampler(exemplars, plan.crops().patchPixels(), plan.seed());
        var axes = PrincipalColours.of(exemplars);
        try (Threads.Scope running = Threads.use(threads);
                Networks networks = new Networks(plan, axes, CodedTextures.NONE, sampler);
                ColourTransform colours = new ColourTransform(axes)) {
            return new Timing(
                    timed.milliseconds(networks, sampler, colours),
                    StepProducts.of(plan, networks.spec));
        }
    }

    /** The default plan of a width for one picture. */
    public static TrainingPlan plan(Exemplar exemplar, Width width) {
        return PlanFactory.plan(
                List.of(PictureReport.of(exemplar)),
                PlanSettings.NONE.with(TrainingPlan.WIDTH, width));
    }

    /** The model that a plan begins with: random weights. */
    public static TextureModel model(Exemplar exemplar, TrainingPlan plan) {
        Exemplars exemplars = Exemplars.of(exemplar);
        PatchSampler sampler = new PatchSampler(exemplars, plan.crops().patchPixels(), plan.seed());
        var axes = PrincipalColours.of(exemplars);
        try (Threads.Scope running = Threads.use(Threads.ofMachine());
                Networks networks = new Networks(plan, axes, CodedTextures.NONE, sampler)) {
            return new TextureModel(
                    networks.spec,
                    networks.averaged(1),
                    plan.toMap(),
                    Origin.of(TrainingJob.of(exemplars, plan), 0, Duration.ZERO));
        }
    }

    /** The median of the milliseconds of a run. */
    private double median(LongConsumer work) {
        long run = 0;
        for (int i = 0; i < WARM_UP; i++) {
            work.accept(run++);
        }
        double[] times = new double[MOST_RUNS];
        int count = 0;
        long end = System.nanoTime() + each.toNanos();
        while (count < LEAST_RUNS || (count < MOST_RUNS && System.nanoTime() < end)) {
            long start = System.nanoTime();
            work.accept(run++);
            times[count++] = (System.nanoTime() - start) / 1e6;
        }
        double[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }
}
