package ikat.benchmarks;

import ikat.image.Exemplar;
import ikat.image.PixelRegion;
import ikat.lab.bench.PlainGenerator;
import ikat.lab.bench.SpeedTrial;
import ikat.lab.samples.Sample;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.TextureRenderer;
import ikat.torch.render.TorchGenerator;
import ikat.train.Width;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
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
 * Milliseconds of one 512x512 picture, from noise to 8-bit pixels, on all cores: Ikat's widths and,
 * as the rival, the authors' network in plain libtorch ({@link PlainGenerator}) at full and at a
 * quarter of its width. Weights are random: the time does not depend on them. Believe the ratios
 * within a run; machines differ, and shared ones from hour to hour.
 *
 * <pre>{@code benchmarks/run Rendering}</pre>
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class RenderingBenchmark {

    private static final Exemplar HONEYCOMB = Sample.HONEYCOMB.exemplar(512);

    /** What renders. */
    public enum Rival {
        LIVE,
        STANDARD,
        FULL,
        PLAIN_QUARTER,
        PLAIN_FULL
    }

    @Param private Rival rival = Rival.LIVE;

    @SuppressWarnings("NullAway.Init") // by open()
    private LongFunction<byte[]> picture;

    @SuppressWarnings("NullAway.Init") // by open()
    private AutoCloseable opened;

    private long next;

    /** Opens what renders. */
    @Setup(Level.Trial)
    public void open() {
        int threads = Runtime.getRuntime().availableProcessors();
        switch (rival) {
            case PLAIN_QUARTER -> open(new PlainGenerator(128, 512));
            case PLAIN_FULL -> open(new PlainGenerator(512, 512));
            default -> open(model(Width.valueOf(rival.name())), threads);
        }
    }

    private void open(PlainGenerator plain) {
        picture = index -> plain.picture();
        opened = plain;
    }

    private void open(TextureModel model, int threads) {
        TextureRenderer renderer =
                new TextureRenderer(
                        new TorchGenerator(model, threads), NoiseField.endless(model, 1));
        picture = index -> renderer.render(new PixelRegion(512 * index, 0, 512, 512));
        opened = renderer;
    }

    private static TextureModel model(Width width) {
        return SpeedTrial.model(HONEYCOMB, SpeedTrial.plan(HONEYCOMB, width));
    }

    /** One picture, beside the last one. */
    @Benchmark
    public byte[] picture() {
        return picture.apply(next++);
    }

    /** Gives the memory back. */
    @TearDown(Level.Trial)
    public void close() throws Exception {
        opened.close();
    }
}
