package ikat.benchmarks;

import ikat.benchmarks.LoadTrial.LoadFigures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * A soak: whether anything in a busy studio grows with time.
 *
 * <pre>{@code benchmarks/run SoakTrial [MINUTES] [trainings]}</pre>
 *
 * <p>A studio with a heap of 512 MB, in a process of its own, answers 200 clients that pan over
 * planes, each twentieth at a farther zoom and each fourth on a plane of its own, and others that
 * render, score, watch live pictures and hang up. {@code trainings}: two trainings of 20 seconds,
 * too, at the beginning. Each 30 seconds it is asked for its heap after a collection, and the
 * system for the rest. What grew after the first third of the time, by a line fitted to the
 * samples, must stay below a bound. Needs Linux.
 */
public final class SoakTrial {

    private static final int MINUTES = 30;
    private static final int CLIENTS = 200;
    private static final int SAMPLE_SECONDS = 30;
    private static final int TRAINING_SECONDS = 20;
    private static final int FULL_SIZE = 12; // the zoom
    private static final int FARTHEST = 4; // zooms below it
    private static final int OF_WHOM_FAR = 20;
    private static final long STEP_MILLIS = 10_000; // beyond it clients hang up, and come again
    private static final Path PROCESSES = Path.of("/proc");

    /** What is sampled, with the growth that is put down to chance. */
    private enum Figure {
        HEAP_MB(24),
        RESIDENT_MB(48),
        THREADS(12),
        DESCRIPTORS(60),
        TEMPORARY_FILES(12);

        private final double bound;

        Figure(double bound) {
            this.bound = bound;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("mb", "MB");
        }
    }

    /** One thing that a client does, again and again. */
    @FunctionalInterface
    private interface Deed {

        void run(int time) throws IOException, InterruptedException;
    }

    private final AtomicBoolean over = new AtomicBoolean();
    private final LoadFigures tiles = new LoadFigures();
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final List<double[]> samples = new ArrayList<>();
    private int workers;

    private SoakTrial() {}

    /** Runs the soak in the folder of the sources, and prints its table and a sentence. */
    public static void main(String[] arguments) throws Exception {
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MINUTES;
        boolean trains = arguments.length > 1 && arguments[1].equals("trainings");
        Path folder = Files.createTempDirectory("ikat-soak");
        new SoakTrial().run(folder, minutes, trains);
    }

    private void run(Path folder, int minutes, boolean trains) throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Process process = start(folder, temporary);
        try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
            int port = Integer.parseInt(told.readLine());
            System.out.printf(
                    "%d clients, %d minutes, heap 512 MB%s%n%n%8s",
                    CLIENTS, minutes, trains ? ", two trainings" : "", "second");
            for (Figure figure : Figure.values()) {
                System.out.printf(" %16s", figure.words());
            }
            System.out.printf(" %8s%n", "tiles/s");
            begin(port, trains);
            watch(process, told, temporary, minutes);
            over.set(true);
            Thread.sleep(STEP_MILLIS); // until clients have noticed
        } finally {
            process.destroyForcibly();
        }
        System.out.printf("%n%s%ndone %s%n%n%s%n", tiles.table(), counts, verdict());
    }

    private static Process start(Path folder, Path temporary) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SoakStudio.class.getName(),
                        folder.resolve("studio").toString(),
                        "gallery")
                .redirectError(folder.resolve("studio.log").toFile())
                .start();
    }

    private void begin(int port, boolean trains) {
        InetSocketAddress studio = new InetSocketAddress("127.0.0.1", port);
        for (int i = 0; i < CLIENTS; i++) {
            boolean far = i % OF_WHOM_FAR == 0;
            int zoom = far ? FULL_SIZE - 1 - i / OF_WHOM_FAR % FARTHEST : FULL_SIZE;
            begin(
                    new PanningClient(
                            studio, i, i % 4 != 0, "woven", zoom, STEP_MILLIS, tiles, over::get));
        }
        SoakClient client =
                new SoakClient(
                        URI.create("http://localhost:" + port),
                        Path.of("samples", "honeycomb.png"),
                        counts);
        repeat(5, client::render);
        repeat(20, client::score);
        repeat(1, client::leave);
        for (int i = 0; i < 4; i++) {
            int number = i;
            repeat(1 + i, time -> client.watch(4 * time + number));
        }
        if (trains) {
            begin(
                    () ->
                            once(
                                    time -> {
                                        client.train("first", TRAINING_SECONDS);
                                        client.train("second", TRAINING_SECONDS);
                                    },
                                    0));
        }
    }

    private void begin(Runnable work) {
        Thread thread = new Thread(work, "soak-" + workers++);
        thread.setDaemon(true);
        thread.start();
    }

    private void repeat(double everySeconds, Deed deed) {
        begin(
                () -> {
                    for (int time = 1; !over.get(); time++) {
                        once(deed, time);
                        try {
                            Thread.sleep(Math.round(1000 * everySeconds));
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            return;
                        }
                    }
                });
    }

    private void once(Deed deed, int time) {
        try {
            deed.run(time);
        } catch (IOException | RuntimeException e) {
            counts.computeIfAbsent("failed: " + e.getMessage(), name -> new LongAdder())
                    .increment();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Process process, BufferedReader told, Path temporary, int minutes)
            throws IOException, InterruptedException {
        OutputStream orders = process.getOutputStream();
        int last = minutes * 60;
        long begun = System.nanoTime();
        for (int second = SAMPLE_SECONDS; second <= last; second += SAMPLE_SECONDS) {
            long before = tiles.answered();
            long left = second * 1000L - (System.nanoTime() - begun) / 1_000_000;
            Thread.sleep(Math.max(0, left));
            orders.write('\n');
            orders.flush();
            double[] sample = sample(process.pid(), Long.parseLong(told.readLine()), temporary);
            samples.add(sample);
            System.out.printf("%8d", second);
            for (double value : sample) {
                System.out.printf(Locale.ROOT, " %16.0f", value);
            }
            double rate = (double) (tiles.answered() - before) / SAMPLE_SECONDS;
            System.out.printf(Locale.ROOT, " %8.1f%n", rate);
        }
    }

    /** In the order of {@link Figure}. */
    private static double[] sample(long pid, long heap, Path temporary) throws IOException {
        Path process = PROCESSES.resolve(Long.toString(pid));
        String[] pages = Files.readString(process.resolve("statm")).split(" ");
        return new double[] {
            heap / (double) (1 << 20),
            Long.parseLong(pages[1]) / 256.0,
            count(process.resolve("task")),
            count(process.resolve("fd")),
            count(temporary)
        };
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    /** Says in one line whether anything grew. */
    private String verdict() {
        List<String> grown = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Figure figure : Figure.values()) {
            double growth = growth(figure);
            String line =
                    String.format(
                            Locale.ROOT,
                            "%s %+.1f (bound %.0f)",
                            figure.words(),
                            growth,
                            figure.bound);
            all.append(all.isEmpty() ? "" : ", ").append(line);
            if (growth > figure.bound) {
                grown.add(figure.words());
            }
        }
        return (grown.isEmpty() ? "nothing grew" : "grew: " + String.join(", ", grown))
                + "; after the first third: "
                + all;
    }

    /** The rise, from the first third to the end, of the line of least squares. */
    private double growth(Figure figure) {
        List<double[]> late = samples.subList(samples.size() / 3, samples.size());
        double middle = (late.size() - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < late.size(); i++) {
            products += (i - middle) * late.get(i)[figure.ordinal()];
            squares += (i - middle) * (i - middle);
        }
        return squares == 0 ? 0 : products / squares * (late.size() - 1);
    }
}
