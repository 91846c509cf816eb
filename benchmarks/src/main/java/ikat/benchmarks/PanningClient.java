package ikat.benchmarks;

import ikat.benchmarks.LoadTrial.LoadFigures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** One client: looks at six tiles of the plane and pans on by a tile. */
final class PanningClient implements Runnable {

    private static final int COLUMNS = 3;
    private static final int ROWS = 2;
    private static final int CONNECTIONS = 2;

    private final InetSocketAddress studio;
    private final int number;
    private final boolean shared;
    private final String detail;
    private final int zoom;
    private final long stepMillis;
    private final LoadFigures figures;
    private final BooleanSupplier over;

    PanningClient(
            InetSocketAddress studio,
            int number,
            boolean shared,
            String detail,
            int zoom,
            long stepMillis,
            LoadFigures figures,
            BooleanSupplier over) {
        this.studio = studio;
        this.number = number;
        this.shared = shared;
        this.detail = detail;
        this.zoom = zoom;
        this.stepMillis = stepMillis;
        this.figures = figures;
        this.over = over;
    }

    @Override
    public void run() {
        SplittableRandom random = new SplittableRandom(number);
        long column = random.nextInt(shared ? 12 : 1000);
        long row = random.nextInt(shared ? 12 : 1000);
        try (TileConnections connections = new TileConnections(studio, CONNECTIONS, number)) {
            while (!over.getAsBoolean()) {
                long end = System.nanoTime() / 1_000_000 + stepMillis;
                look(connections, column, row, end);
                pause(end);
                column += random.nextInt(3) - 1;
                row += random.nextInt(3) - 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for what is in view, until the view moves on; what has not come by then is given up. */
    private void look(TileConnections connections, long column, long row, long end) {
        Deque<String> wanted = new ArrayDeque<>();
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            wanted.add(path(column + i % COLUMNS, row + i / COLUMNS));
        }
        while (!wanted.isEmpty()) {
            String path = wanted.remove();
            if (connections.has(path)) {
                continue;
            }
            long left = end - System.nanoTime() / 1_000_000;
            if (left <= 0) {
                return;
            }
            fetch(connections, path, left);
        }
    }

    private void fetch(TileConnections connections, String path, long patience) {
        long begun = System.nanoTime();
        try {
            int status = connections.get(path, (int) patience);
            if (status == 200) {
                figures.answered((System.nanoTime() - begun) / 1e6);
            } else {
                figures.count(Integer.toString(status));
            }
        } catch (SocketTimeoutException e) {
            figures.count("given up, left the view");
        } catch (IOException e) {
            figures.count("broken: " + e.getMessage());
        }
    }

    private String path(long column, long row) {
        int seed = shared ? 0 : number;
        return "/api/models/honeycomb/tiles/%d/%d/%d.png?seed=%d&detail=%s"
                .formatted(zoom, column, row, seed, detail);
    }

    private static void pause(long until) throws InterruptedException {
        long left = until - System.nanoTime() / 1_000_000;
        if (left > 0) {
            Thread.sleep(left);
        }
    }
}
