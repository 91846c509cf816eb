package ikat.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Many clients that pan over a running studio's plane at a time: how long their tiles take, what is
 * refused, and how much memory the studio takes meanwhile.
 *
 * <pre>{@code
 * ./ikat studio --port 7788 &
 * benchmarks/run LoadTrial 7788 PID [CLIENTS] [SECONDS] [own|shared] [network|woven]
 * }</pre>
 *
 * <p>Each client looks at six tiles and pans by a tile a second; it uses two connections in turn,
 * and closes one whose tile has left its view. {@code own}: each client has a plane of its own;
 * {@code shared}: all pan over one plane, near one another.
 */
public final class LoadTrial {

    private static final int CLIENTS = 200;
    private static final int SECONDS = 120;
    private static final int SAMPLE_SECONDS = 5;
    private static final int FULL_SIZE = 12; // the zoom
    private static final long STEP_MILLIS = 1000;

    private LoadTrial() {}

    /** Runs the trial and prints its table. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("give the port of a running studio and the id of its process");
            System.exit(2);
        }
        InetSocketAddress studio =
                new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0]));
        long process = Long.parseLong(arguments[1]);
        int clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : CLIENTS;
        int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : SECONDS;
        boolean shared = arguments.length > 4 && arguments[4].equals("shared");
        String detail = arguments.length > 5 ? arguments[5] : "woven";

        LoadFigures figures = new LoadFigures();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            PanningClient client =
                    new PanningClient(
                            studio, i, shared, detail, FULL_SIZE, STEP_MILLIS, figures, over::get);
            Thread thread = new Thread(client, "client-" + i);
            thread.start();
            threads.add(thread);
        }
        System.out.printf(
                "%d clients, %s planes, detail %s, %d s%n%n%8s %12s %10s%n",
                clients,
                shared ? "shared" : "own",
                detail,
                seconds,
                "second",
                "resident MB",
                "tiles/s");
        for (int at = SAMPLE_SECONDS; at <= seconds; at += SAMPLE_SECONDS) {
            long before = figures.answered();
            Thread.sleep(SAMPLE_SECONDS * 1000L);
            System.out.printf(
                    Locale.ROOT,
                    "%8d %12d %10.1f%n",
                    at,
                    resident(process) >> 20,
                    (double) (figures.answered() - before) / SAMPLE_SECONDS);
        }
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println();
        System.out.print(figures.table());
    }

    private static long resident(long process) throws IOException {
        String[] pages = Files.readString(Path.of("/proc/" + process + "/statm")).split(" ");
        return Long.parseLong(pages[1]) * 4096;
    }

    /** What the clients of a load trial saw. Safe for many threads. */
    static final class LoadFigures {

        private final List<Double> milliseconds = new ArrayList<>();
        private final Map<String, Integer> outcomes = new TreeMap<>();

        /** A tile came. */
        synchronized void answered(double took) {
            milliseconds.add(took);
            count("200");
        }

        /** Anything else happened to a request. */
        synchronized void count(String outcome) {
            outcomes.merge(outcome, 1, Integer::sum);
        }

        synchronized long answered() {
            return milliseconds.size();
        }

        /** Counts of what happened, and how long tiles took. */
        synchronized String table() {
            StringBuilder table = new StringBuilder("outcomes " + outcomes + "\n");
            if (!milliseconds.isEmpty()) {
                Collections.sort(milliseconds);
                for (double share : new double[] {0.5, 0.9, 0.99, 1}) {
                    int at = (int) Math.min(milliseconds.size() - 1.0, share * milliseconds.size());
                    table.append(
                            String.format(
                                    Locale.ROOT,
                                    "p%-4.0f %8.0f ms%n",
                                    100 * share,
                                    milliseconds.get(at)));
                }
            }
            return table.toString();
        }
    }
}
