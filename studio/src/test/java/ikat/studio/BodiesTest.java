package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests whose bodies come slowly or never. */
class BodiesTest {

    private static final String HEAD =
            "POST /api/scores HTTP/1.1\r\n"
                    + "Host: localhost\r\n"
                    + "Content-Type: multipart/form-data; boundary=x\r\n"
                    + "Content-Length: 9000000\r\n\r\n";

    private static final String ORDER =
            "POST /api/renders HTTP/1.1\r\n"
                    + "Host: localhost\r\n"
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: %d\r\n\r\n";

    @TempDir private Path folder;

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whoSendsNothingHoldsNobodyElse() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try (RunningStudio studio = RunningStudio.in(folder)) {
            for (int i = 0; i < 260; i++) {
                sockets.add(studio.socket());
                send(sockets.get(i), HEAD);
            }
            RunningStudio.await(() -> studio.post("/api/maps", "{}").status() == 503);
            Answer refused = studio.post("/api/maps", "{}");
            assertThat(refused.detail()).contains("too much is sent");
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(studio.get("/health").status()).isEqualTo(200);
            assertThat(studio.get("/api/models/cloth/tiles/12/0/0.png").status()).isEqualTo(200);
            for (Socket socket : sockets) {
                socket.close();
            }
            RunningStudio.await(() -> studio.post("/api/maps", "{}").status() == 400);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void whoSendsSlowlyIsEnded() throws Exception {
        try (RunningStudio studio = RunningStudio.in(folder);
                Socket socket = studio.socket()) {
            send(socket, ORDER.formatted(60_000));
            long until = System.nanoTime() + 10_000_000_000L;
            boolean ended = false;
            try {
                while (!ended && System.nanoTime() < until) {
                    send(socket, "-");
                    Thread.sleep(200);
                    ended = socket.getInputStream().available() > 0;
                }
            } catch (IOException e) {
                ended = true; // the studio has closed the connection
            }
            assertThat(ended).isTrue();
        }
    }

    @Test
    void aSmallBodyMayComeInPiecesOnABusyMachine() throws Exception {
        try (RunningStudio studio = RunningStudio.in(folder);
                Socket socket = studio.socket()) {
            String order = "{'model':'cloth','width':8,'height':8}".replace('\'', '"');
            send(socket, ORDER.formatted(order.length()) + order.substring(0, 20));
            Thread.sleep(300);
            send(socket, order.substring(20));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 201".length());
            assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 201");
        }
    }
}
