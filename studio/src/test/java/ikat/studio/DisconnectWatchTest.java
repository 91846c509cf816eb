package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.web.Access;
import ikat.studio.web.Limits;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that go, hurry or stay, on connections by hand. */
class DisconnectWatchTest {

    @TempDir private Path folder;
    private RunningStudio studio;

    @BeforeEach
    void start() {
        studio = RunningStudio.with(folder, Access.OPEN, Limits.USUAL, 1, List.of());
        studio.get(tile(0));
    }

    @AfterEach
    void end() {
        studio.close();
    }

    private static String tile(int column) {
        return "/api/models/cloth/tiles/12/" + column + "/0.png?texture=bark&size=64";
    }

    /** Reads one answer of known length, and gives its first line. */
    private static String answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the answer ended after " + head);
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.US_ASCII);
        String length = text.replaceFirst("(?s).*Content-Length: (\\d+)\r\n.*", "$1");
        in.readFully(new byte[Integer.parseInt(length)]);
        return text.substring(0, text.indexOf('\r'));
    }

    private static void write(Socket socket, String path) throws IOException {
        socket.getOutputStream().write(RunningStudio.request(path));
    }

    private int waiting() {
        return studio.get("/health").json().get("waiting").asInt();
    }

    /** The only worker waits at the gate with a tile. */
    private Socket occupy() throws IOException, InterruptedException {
        studio.workshop().shutGate();
        int before = studio.workshop().begun();
        Socket first = studio.socket();
        write(first, tile(100));
        RunningStudio.await(() -> studio.workshop().begun() > before);
        return first;
    }

    @Test
    void whatAClientThatHasGoneWaitedForIsDropped() throws Exception {
        try (Socket first = occupy();
                Socket stays = studio.socket()) {
            List<Socket> go = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                go.add(studio.socket());
                write(go.get(i), tile(200 + i));
            }
            write(stays, tile(300));
            RunningStudio.await(() -> waiting() == 6);
            for (Socket socket : go) {
                socket.close();
            }
            RunningStudio.await(() -> waiting() == 1);
            studio.workshop().openGate();
            assertThat(answer(first)).contains("200");
            assertThat(answer(stays)).contains("200");
            assertThat(studio.workshop().begun()).isEqualTo(3); // of them, and of the start
        }
    }

    @Test
    void aTileThatAnotherWaitsForIsKept() throws Exception {
        try (Socket first = occupy();
                Socket stays = studio.socket()) {
            Socket goes = studio.socket();
            write(goes, tile(200));
            RunningStudio.await(() -> waiting() == 1);
            write(stays, tile(200));
            Thread.sleep(50);
            goes.close();
            Thread.sleep(50);
            RunningStudio.await(() -> waiting() == 1); // at once, but for a machine that is slow
            studio.workshop().openGate();
            assertThat(answer(first)).contains("200");
            assertThat(answer(stays)).contains("200");
        }
    }

    @Test
    void theNextRequestMayComeBeforeTheAnswer() throws Exception {
        try (Socket socket = occupy()) {
            write(socket, tile(101));
            Thread.sleep(50);
            write(socket, "/health");
            write(socket, tile(100));
            Thread.sleep(50);
            studio.workshop().openGate();
            for (int i = 0; i < 4; i++) {
                assertThat(answer(socket)).contains("200");
            }
            write(socket, tile(102));
            assertThat(answer(socket)).contains("200");
        }
    }

    @Test
    void aLongNextRequestComesWhole() throws Exception {
        try (Socket socket = occupy()) {
            String filler = "X-Filler: " + "a".repeat(6000) + "\r\n";
            byte[] next =
                    ("GET /health HTTP/1.1\r\nHost: localhost\r\n" + filler + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(next, 0, 20);
            Thread.sleep(50);
            socket.getOutputStream().write(next, 20, next.length - 20);
            Thread.sleep(50);
            studio.workshop().openGate();
            assertThat(answer(socket)).contains("200");
            assertThat(answer(socket)).contains("200");
        }
    }

    @Test
    void aConnectionServesHundredsOfRequests() throws Exception {
        try (Socket socket = studio.socket()) {
            for (int i = 0; i < 400; i++) {
                write(socket, i % 5 == 4 ? "/health" : tile(i / 2));
                assertThat(answer(socket)).as("request %d", i).contains("200");
            }
        }
    }

    @Test
    @Tag("slow")
    void noConnectionHangsBesideOthersThatBreakOff() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                clients.add(threads.submit(restless(i)));
            }
            int answers = 0;
            for (Future<Integer> client : clients) {
                answers += client.get(60, TimeUnit.SECONDS);
            }
            assertThat(answers).isGreaterThan(300);
            RunningStudio.await(() -> waiting() == 0);
        } finally {
            threads.shutdownNow();
        }
        assertThat(studio.get(tile(5)).status()).isEqualTo(200);
    }

    /** Asks, sometimes for several things at a time, and sometimes goes before the answer. */
    private Callable<Integer> restless(int seed) {
        return () -> {
            Random random = new Random(seed);
            int answers = 0;
            for (int i = 0; i < 15; i++) {
                try (Socket socket = studio.socket()) {
                    for (int j = 0; j < 6; j++) {
                        int requests = 1 + random.nextInt(3);
                        for (int k = 0; k < requests; k++) {
                            write(socket, tile(random.nextInt(3000)));
                        }
                        if (random.nextInt(6) == 0) {
                            Thread.sleep(random.nextInt(4));
                            break;
                        }
                        for (int k = 0; k < requests; k++) {
                            assertThat(answer(socket)).contains("200");
                            answers++;
                        }
                    }
                }
            }
            return answers;
        };
    }
}
