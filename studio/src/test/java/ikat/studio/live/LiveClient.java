package ikat.studio.live;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of live pictures, for tests. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {

    final BlockingQueue<ByteBuffer> frames = new LinkedBlockingQueue<>();
    final BlockingQueue<String> errors = new LinkedBlockingQueue<>();
    final CompletableFuture<String> closed = new CompletableFuture<>();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    LiveClient(URI studio, String... headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(URI.create("ws" + rest(studio) + "live"), this).join();
    }

    private static String rest(URI studio) {
        return studio.toString().substring("http".length());
    }

    void say(String json) {
        socket.sendText(json.replace('\'', '"'), true)
                .handle((sent, refused) -> sent) // the studio may have hung up
                .join();
    }

    void show(byte... message) {
        socket.sendBinary(ByteBuffer.wrap(message), true).join();
    }

    /** The next frame, or null if there is none for a while. */
    @Nullable ByteBuffer frame(long millis) throws InterruptedException {
        return frames.poll(millis, TimeUnit.MILLISECONDS);
    }

    static int number(ByteBuffer frame) {
        return frame.getInt(6);
    }

    /** The shares of the textures. */
    static double[] shares(ByteBuffer frame) {
        double[] shares = new double[frame.get(frame.limit() - 1)];
        int from = frame.limit() - 1 - 2 * shares.length;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (frame.getShort(from + 2 * i) & 0xFFFF) / 65_535.0;
        }
        return shares;
    }

    static int serial(ByteBuffer frame) {
        return frame.getInt(10);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        binary.writeBytes(part);
        if (last) {
            frames.add(ByteBuffer.wrap(binary.toByteArray()).order(ByteOrder.LITTLE_ENDIAN));
            binary.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            errors.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status + " " + reason);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
