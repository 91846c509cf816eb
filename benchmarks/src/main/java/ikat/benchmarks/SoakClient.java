package ikat.benchmarks;

import ikat.studio.web.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What clients do besides panning: each method does one thing once, and counts it. */
final class SoakClient {

    private static final String BOUNDARY = "soak";
    private static final int LIVE_SECONDS = 20;
    private static final int FRAME_NUMBER = 6; // its place in a frame
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI studio;
    private final Path exemplar;
    private final Map<String, LongAdder> counts;

    /**
     * A client.
     *
     * @param exemplar a picture to train on and to score
     * @param counts of what was done, by name
     */
    SoakClient(URI studio, Path exemplar, Map<String, LongAdder> counts) {
        this.studio = studio;
        this.exemplar = exemplar;
        this.counts = counts;
    }

    private void count(String what) {
        counts.computeIfAbsent(what, name -> new LongAdder()).increment();
    }

    /** Renders a picture to a file, fetches it and deletes the job. */
    void render(int seed) throws IOException, InterruptedException {
        String order =
                "{\"model\":\"knit\",\"seed\":%d,\"width\":1024,\"height\":768,\"format\":\"%s\"}"
                        .formatted(seed, seed % 2 == 0 ? "png" : "dzi-zip");
        String id =
                begun(
                        request(
                                "/api/renders",
                                "application/json",
                                order.getBytes(StandardCharsets.UTF_8)));
        String job = "/api/renders/" + id;
        if (await(job).equals("done")) {
            send(HttpRequest.newBuilder(studio.resolve(job + "/file")));
            count("renders");
        }
        send(HttpRequest.newBuilder(studio.resolve(job)).DELETE());
    }

    /** Scores a tile. */
    void score(int seed) throws IOException, InterruptedException {
        URI tile = studio.resolve("/api/models/honeycomb/tiles/12/0/0.png?size=512&seed=" + seed);
        byte[] picture = send(HttpRequest.newBuilder(tile)).body();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        part(form, "exemplar", "a.png", Files.readAllBytes(exemplar));
        part(form, "picture", "b.png", picture);
        if (send(form("/api/scores", form)).statusCode() == 200) {
            count("scores");
        }
    }

    /** Trains for some seconds and deletes the job; the model stays. */
    void train(String name, int seconds) throws IOException, InterruptedException {
        String settings =
                "{\"name\":\"%s\",\"for\":\"%ds\",\"width\":\"live\"}".formatted(name, seconds);
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        part(form, "settings", null, settings.getBytes(StandardCharsets.UTF_8));
        part(form, "pictures", "a.png", Files.readAllBytes(exemplar));
        String job = "/api/trainings/" + begun(form("/api/trainings", form));
        send(HttpRequest.newBuilder(studio.resolve(job + "/start")).POST(BodyPublishers.noBody()));
        if (await(job).equals("done")) {
            count("trainings");
        }
        send(HttpRequest.newBuilder(studio.resolve(job)).DELETE());
    }

    /** Asks for a tile and hangs up at once. */
    void leave(int seed) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", studio.getPort()), 10_000);
            String request =
                    "GET /api/models/pebbles/tiles/12/5/5.png?seed=%d HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
                            .formatted(seed, studio.getPort());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
        count("hang-ups");
    }

    /** Watches a live picture for a while; every second time ends without a goodbye. */
    void watch(int seed) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        WebSocket socket =
                http.newWebSocketBuilder()
                        .buildAsync(
                                URI.create("ws://localhost:" + studio.getPort() + "/live"),
                                new Watcher(end))
                        .join();
        String scene =
                "{\"model\":\"honeycomb\",\"seed\":%d,\"width\":256,\"height\":256,\"play\":\"drift\",\"drift\":0.2,\"encoding\":\"%s\"}"
                        .formatted(seed, seed % 3 == 0 ? "raw" : "jpeg");
        socket.sendText(scene, true);
        end.await(LIVE_SECONDS, TimeUnit.SECONDS);
        if (seed % 2 == 0) {
            socket.abort();
        } else {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(failure -> socket).join();
        }
        count("live pictures");
    }

    /** Acknowledges frames. */
    private final class Watcher implements WebSocket.Listener {

        private final CountDownLatch end;
        private byte[] start = {};

        Watcher(CountDownLatch end) {
            this.end = end;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(
                WebSocket from, ByteBuffer data, boolean last) {
            if (start.length == 0) {
                start = new byte[data.remaining()];
                data.get(start);
            }
            if (last) {
                int number =
                        ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt(FRAME_NUMBER);
                start = new byte[0];
                from.sendText("{\"ack\":" + number + "}", true);
                count("frames");
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            end.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            end.countDown();
        }
    }

    private HttpRequest.Builder form(String path, ByteArrayOutputStream form) {
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return request(path, "multipart/form-data; boundary=" + BOUNDARY, form.toByteArray());
    }

    private static void part(
            ByteArrayOutputStream form, String field, @Nullable String file, byte[] content) {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                        .formatted(
                                BOUNDARY, field, file == null ? "" : "; filename=\"" + file + "\"");
        form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path, String type, byte[] body) {
        return HttpRequest.newBuilder(studio.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            count("status " + answer.statusCode());
        }
        return answer;
    }

    private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Json.MAPPER.readTree(send(request).body());
    }

    private String begun(HttpRequest.Builder request) throws IOException, InterruptedException {
        JsonNode job = json(request);
        if (!job.has("id")) {
            throw new IOException("refused: " + job.path("detail").asString(""));
        }
        return job.get("id").asString();
    }

    /** Waits until a job is over; returns its state. */
    private String await(String job) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String state = "";
        while (System.nanoTime() < end && !state.matches("done|failed|stopped")) {
            Thread.sleep(500);
            state = json(HttpRequest.newBuilder(studio.resolve(job))).path("state").asString("");
        }
        return state;
    }
}
