package ikat.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client's connections, used in turn, and the tiles that it has. Use by one thread. */
final class TileConnections implements AutoCloseable {

    private static final int KEPT = 64;

    private final InetSocketAddress studio;
    private final @Nullable Connection[] open;
    private final int client;
    private final Set<String> kept = new LinkedHashSet<>();
    private int turn;

    private record Connection(Socket socket, DataInputStream in) {}

    TileConnections(InetSocketAddress studio, int count, int client) {
        this.studio = studio;
        this.open = new Connection[count];
        this.client = client;
    }

    /** Whether a tile is there, as in a browser's cache. */
    boolean has(String path) {
        return kept.contains(path);
    }

    /**
     * Fetches a tile.
     *
     * @param patience milliseconds after which the connection is closed
     * @return the status
     */
    int get(String path, int patience) throws IOException {
        turn = (turn + 1) % open.length;
        boolean reused = open[turn] != null;
        try {
            return ask(path, patience);
        } catch (EOFException e) {
            if (!reused) {
                throw e;
            }
            return ask(path, patience); // it was idle for too long, as browsers know too
        }
    }

    private int ask(String path, int patience) throws IOException {
        boolean done = false;
        try {
            int status = exchange(connection(), path, patience);
            done = true;
            if (status == 200) {
                keep(path);
            }
            return status;
        } finally {
            if (!done) {
                close(turn);
            }
        }
    }

    private Connection connection() throws IOException {
        Connection connection = open[turn];
        if (connection == null) {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.connect(studio, 10_000);
            connection =
                    new Connection(
                            socket,
                            new DataInputStream(new BufferedInputStream(socket.getInputStream())));
            open[turn] = connection;
        }
        return connection;
    }

    private int exchange(Connection connection, String path, int patience) throws IOException {
        long end = System.nanoTime() / 1_000_000 + patience;
        String request =
                "GET "
                        + path
                        + " HTTP/1.1\r\nHost: localhost:"
                        + studio.getPort()
                        + "\r\nX-Ikat-Client: load-"
                        + client
                        + "\r\n\r\n";
        connection.socket().getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        connection.socket().setSoTimeout(patience);
        DataInputStream in = connection.in();
        int status = 0;
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (status == 0) {
                status = Integer.parseInt(line.split(" ")[1]);
            } else if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).trim());
            }
        }
        long left = end - System.nanoTime() / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        in.readFully(new byte[length]);
        return status;
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the studio closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void keep(String path) {
        kept.add(path);
        if (kept.size() > KEPT) {
            kept.remove(kept.iterator().next());
        }
    }

    private void close(int which) {
        Connection connection = open[which];
        open[which] = null;
        if (connection != null) {
            try {
                connection.socket().close();
            } catch (IOException e) {
                // it is given up anyway
                return;
            }
        }
    }

    @Override
    public void close() {
        for (int i = 0; i < open.length; i++) {
            close(i);
        }
    }
}
