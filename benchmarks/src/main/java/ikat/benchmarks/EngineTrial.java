package ikat.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import ikat.image.PixelRegion;
import ikat.model.TextureModel;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.GeneratorProvider;
import ikat.render.TextureRenderer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The engines side by side: 512x512 from noise to 8-bit pixels, on all cores and on one, medians of
 * frames that the engines take turns with, so that all meet the same quiet and busy moments.
 *
 * <pre>{@code benchmarks/run EngineTrial gallery/honeycomb.safetensors}</pre>
 */
public final class EngineTrial {

    private static final int SIDE = 512;
    private static final int WARM_UP = 10;
    private static final int FRAMES = 100;
    private static final int SLOW_EVERY = 20; // the plain engine takes seconds
    private static final String SLOW = "java";

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private EngineTrial() {}

    /** Measures all engines of this machine with a model file. */
    public static void main(String[] arguments) throws IOException {
        TextureModel model = TextureModel.read(Path.of(arguments[0]));
        int cores = Runtime.getRuntime().availableProcessors();
        System.out.printf(
                Locale.ROOT,
                "%-8s%10s%12s%12s%14s%12s%10s%n",
                "engine",
                "threads",
                "median ms",
                "fastest ms",
                "processor ms",
                "first ms",
                "frames");
        for (int threads = cores; threads >= 1; threads = threads == 1 ? 0 : 1) {
            measure(model, threads);
        }
    }

    private static void measure(TextureModel model, int threads) {
        List<Measured> engines = new ArrayList<>();
        for (GeneratorProvider provider : Engines.available()) {
            engines.add(Measured.open(provider, model, threads));
        }
        for (int i = 0; i < WARM_UP + FRAMES; i++) {
            for (Measured engine : engines) {
                if (!engine.name.equals(SLOW) || i % SLOW_EVERY == 0) {
                    long before = PROCESS.getProcessCpuTime();
                    double time = engine.frame(i);
                    if (i >= WARM_UP) {
                        engine.times.add(time);
                        engine.work.add((PROCESS.getProcessCpuTime() - before) / 1e6);
                    }
                }
            }
        }
        for (Measured engine : engines) {
            engine.print(threads);
            engine.renderer.close();
        }
    }

    /**
     * An engine and its times in milliseconds.
     *
     * @param first of opening it and rendering for the first time
     * @param times of the frames
     * @param work of all processors for each frame, which other programs hardly change; counted in
     *     such large steps that only its mean says something
     */
    private record Measured(
            String name,
            TextureRenderer renderer,
            double first,
            List<Double> times,
            List<Double> work) {

        static Measured open(GeneratorProvider provider, TextureModel model, int threads) {
            long start = System.nanoTime();
            TextureRenderer renderer =
                    new TextureRenderer(
                            provider.open(model, threads), NoiseField.endless(model, 1));
            renderer.render(new PixelRegion(0, 0, SIDE, SIDE));
            double first = (System.nanoTime() - start) / 1e6;
            return new Measured(
                    provider.name(), renderer, first, new ArrayList<>(), new ArrayList<>());
        }

        double frame(int index) {
            PixelRegion region = new PixelRegion((long) SIDE * index, 0, SIDE, SIDE);
            long start = System.nanoTime();
            renderer.render(region);
            return (System.nanoTime() - start) / 1e6;
        }

        void print(int threads) {
            System.out.printf(
                    Locale.ROOT,
                    "%-8s%10d%12.1f%12.1f%14.1f%12.0f%10d%n",
                    name,
                    threads,
                    median(times),
                    Collections.min(times),
                    work.stream().mapToDouble(time -> time).average().orElseThrow(),
                    first,
                    times.size());
        }

        private static double median(List<Double> all) {
            return all.stream().sorted().toList().get(all.size() / 2);
        }
    }
}
