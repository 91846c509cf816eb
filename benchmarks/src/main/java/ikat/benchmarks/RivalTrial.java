package ikat.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.Wraps;
import ikat.lab.compare.Methods;
import ikat.lab.compare.PeakMemory;
import ikat.lab.method.Effort;
import ikat.lab.method.GivenModel;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;
import ikat.score.Score;
import ikat.service.Workshop;
import ikat.service.score.ScoreJson;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures one texture method on one picture, in a process of its own, so that it inherits no
 * memory and nothing warm from another.
 *
 * <pre>{@code
 * benchmarks/run RivalTrial samples/knit.png gpnn RESULTS
 * benchmarks/run RivalTrial samples/knit.png gallery/knit.safetensors RESULTS
 * benchmarks/run RivalTrial gravel.png ikat RESULTS 60
 * }</pre>
 *
 * <p>The last number is how many seconds a method that trains may train, 60 by default. Two threads
 * make one picture of 512x512. The processor's time is kept beside the wall's: on a busy machine
 * only the first tells methods apart. Memory is the process's peak until the picture is made. Left
 * in the folder are the figures, {@code knit-gpnn.json}, and the picture beside them.
 */
public final class RivalTrial {

    private static final int SIDE = 512;
    private static final int THREADS = 2;

    /** A method that is faster makes a second picture, with Java's compiler warmed up. */
    private static final long SLOW_NANOS = 10_000_000_000L;

    private static final String MODEL = ".safetensors";
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private RivalTrial() {}

    /** Measures and keeps the figures. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("give a picture, a method or a model, a folder, and seconds");
            System.exit(2);
        }
        Exemplar exemplar = ImageFiles.read(Path.of(arguments[0]));
        TextureMethod method = method(arguments[1]);
        int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 60;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("exemplar", exemplar.name());
        figures.put("method", method.name());
        figures.put("title", method.title());
        figures.put("source", method.source());
        Effort effort = new Effort(Duration.ofSeconds(seconds), THREADS, () -> false);
        Exemplar made = made(method, exemplar, effort, figures);
        figures.put("peakBytes", PeakMemory.ofProcess().orElse(0));
        Score score = Workshop.ofThisMachine().scoring(exemplar).score(List.of(made), Wraps.NONE);
        figures.putAll(ScoreJson.entries(score));
        keep(Path.of(arguments[2]), stem(exemplar.name()) + "-" + method.name(), made, figures);
        System.exit(0);
    }

    private static TextureMethod method(String name) throws IOException {
        if (name.endsWith(MODEL)) {
            return GivenModel.read(Path.of(name));
        }
        return Methods.all(null).stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no method " + name));
    }

    private static Exemplar made(
            TextureMethod method, Exemplar exemplar, Effort effort, Map<String, Object> figures) {
        Clock preparing = new Clock();
        try (LearnedTexture texture = method.learn(exemplar, effort, 0)) {
            preparing.stop("prepare", figures);
            figures.put("growth", texture.growth().words());
            Clock making = new Clock();
            Exemplar made = texture.make(SIDE, SIDE, 0);
            making.stop("picture", figures);
            if (making.wall() < SLOW_NANOS) {
                Clock again = new Clock();
                texture.make(SIDE, SIDE, 1);
                again.stop("secondPicture", figures);
            }
            return made;
        }
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static void keep(Path folder, String name, Exemplar made, Map<String, Object> figures)
            throws IOException {
        Files.createDirectories(folder);
        ImageIO.write(made.toImage(), "png", folder.resolve(name + ".png").toFile());
        JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve(name + ".json"), json.writeValueAsString(figures));
        System.out.println(name + ": " + figures.get("overall"));
    }

    /** Time of the wall and of the processor. */
    private static final class Clock {

        private final long wall = System.nanoTime();
        private final long processor = PROCESS.getProcessCpuTime();

        long wall() {
            return System.nanoTime() - wall;
        }

        void stop(String what, Map<String, Object> figures) {
            figures.put(what + "WallSeconds", (System.nanoTime() - wall) / 1e9);
            figures.put(what + "CpuSeconds", (PROCESS.getProcessCpuTime() - processor) / 1e9);
        }
    }
}
