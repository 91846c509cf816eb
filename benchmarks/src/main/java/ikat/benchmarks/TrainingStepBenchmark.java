package ikat.benchmarks;

import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PatchSampler;
import ikat.lab.bench.PlainStep;
import ikat.lab.bench.SpeedTrial;
import ikat.lab.samples.Sample;
import ikat.model.ColourAxes;
import ikat.torch.Threads;
import ikat.torch.train.ColourTransform;
import ikat.torch.train.Networks;
import ikat.torch.train.TrainingStep;
import ikat.torch.train.TrainingStep.Losses;
import ikat.train.CodedTextures;
import ikat.train.PrincipalColours;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds of one training step, discriminator and generator once, with the default batch and
 * patch. Believe the median of the iterations: the machines are shared.
 *
 * <pre>{@code benchmarks/run TrainingStep}</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class TrainingStepBenchmark {

    private static final Exemplar HONEYCOMB = Sample.HONEYCOMB.exemplar(512);

    @Param({"LIVE", "STANDARD", "FULL"})
    private Width width = Width.LIVE;

    /** Whether the step is written as one writes it down on plain libtorch. */
    @Param({"false", "true"})
    private boolean plain;

    @SuppressWarnings("NullAway.Init") // by open()
    private Threads.Scope threads;

    @SuppressWarnings("NullAway.Init") // by open()
    private Networks networks;

    @SuppressWarnings("NullAway.Init") // by open()
    private ColourTransform colours;

    @SuppressWarnings("NullAway.Init") // by open()
    private TrainingStep step;

    @SuppressWarnings("NullAway.Init") // by open()
    private PlainStep rival;

    private static final double RATE = 1e-4;

    private long next;

    /** Builds networks of the width. */
    @Setup(Level.Trial)
    public void open() {
        threads = Threads.use(Threads.ofMachine());
        Exemplars exemplars = Exemplars.of(HONEYCOMB);
        TrainingPlan plan = SpeedTrial.plan(HONEYCOMB, width);
        ColourAxes axes = PrincipalColours.of(exemplars);
        colours = new ColourTransform(axes);
        PatchSampler sampler = new PatchSampler(exemplars, plan.crops().patchPixels(), 1);
        networks = new Networks(plan, axes, CodedTextures.NONE, sampler);
        step = new TrainingStep(plan, networks, sampler, colours);
        rival = new PlainStep(plan, networks, sampler, colours, RATE);
    }

    /** One step. */
    @Benchmark
    public double step() {
        Losses losses = plain ? rival.take(next++) : step.take(next++, RATE);
        return losses.generator();
    }

    /** Gives the memory back. */
    @TearDown(Level.Trial)
    public void close() {
        rival.close();
        networks.close();
        colours.close();
        threads.close();
    }
}
