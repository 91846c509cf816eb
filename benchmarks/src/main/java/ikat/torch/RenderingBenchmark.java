package ikat.torch;

import ikat.image.Exemplars;
import ikat.image.PatchSampler;
import ikat.image.PixelRegion;
import ikat.model.ColourAxes;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.TextureRenderer;
import ikat.train.CodedTextures;
import ikat.train.TrainingJob;
import ikat.train.TrainingPlan;
import ikat.train.Width;
import java.time.Duration;
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
 * Milliseconds of one 512x512 picture, from noise to 8-bit pixels, with both orders of memory in
 * the same run. Weights are random: the time does not depend on them.
 *
 * <pre>{@code benchmarks/run Rendering}</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(1)
public class RenderingBenchmark {

    @Param({"LIVE", "STANDARD", "FULL"})
    private Width width = Width.LIVE;

    @Param({"CHANNELS_LAST", "CHANNELS_FIRST"})
    private String order = MemoryOrder.CHANNELS_LAST.name();

    @SuppressWarnings("NullAway.Init") // by open()
    private TextureRenderer renderer;

    private long next;

    /** Opens a model of the width. */
    @Setup(Level.Trial)
    public void open() {
        TrainingPlan plan = BenchmarkPlans.plan(width);
        Exemplars exemplars = Exemplars.of(BenchmarkPlans.honeycomb());
        PatchSampler sampler = new PatchSampler(exemplars, plan.patchPixels(), 1);
        try (Networks networks =
                new Networks(plan, ColourAxes.identity(3), CodedTextures.NONE, sampler)) {
            TrainingJob job = TrainingJob.of(exemplars, plan);
            TextureModel model =
                    new TextureModel(
                            networks.spec,
                            networks.averaged(1),
                            plan.toMap(),
                            Origin.of(job, 0, Duration.ZERO));
            renderer =
                    new TextureRenderer(
                            new TorchGenerator(model, MemoryOrder.valueOf(order)),
                            NoiseField.endless(model, 1));
        }
    }

    /** One picture, beside the last one. */
    @Benchmark
    public byte[] picture() {
        return renderer.render(new PixelRegion(512 * next++, 0, 512, 512));
    }

    /** Gives the memory back. */
    @TearDown(Level.Trial)
    public void close() {
        renderer.close();
    }
}
