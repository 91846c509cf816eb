package ikat.studio;

import ikat.service.NamedModels;
import ikat.studio.jobs.JobFeature;
import ikat.studio.web.Access;
import ikat.studio.web.Json;
import ikat.studio.web.Limits;
import ikat.studio.web.StudioSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** A studio with a small model {@code cloth} whose textures are bark, moss and palace. */
public final class RunningStudio implements AutoCloseable {

    /** An answer. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public byte[] body() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return Json.MAPPER.readTree(text());
        }

        /** The sentence of a refusal. */
        public String detail() {
            return json().get("detail").asString();
        }

        /** The colours of a picture, {@code 0xRRGGBB} by rows. */
        public int[] pixels() {
            try {
                var picture = ImageIO.read(new ByteArrayInputStream(body()));
                int width = picture.getWidth();
                int height = picture.getHeight();
                return picture.getRGB(0, 0, width, height, null, 0, width);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final CountingWorkshop workshop = new CountingWorkshop();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Studio studio;

    private RunningStudio(StudioSettings settings, List<JobFeature.Provider> more) {
        studio = Studio.start(settings, workshop, more);
    }

    /** On this machine, with two workers. */
    public static RunningStudio in(Path folder) {
        return with(folder, Access.OPEN);
    }

    public static RunningStudio with(Path folder, Access access) {
        return with(folder, access, Limits.USUAL, 2, List.of());
    }

    /** The same with kinds of jobs of another module. */
    public static RunningStudio with(
            Path folder,
            Access access,
            Limits limits,
            int workers,
            List<JobFeature.Provider> more) {
        try {
            NamedModels.named(folder.resolve("cloth.safetensors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunningStudio(
                new StudioSettings(
                        "127.0.0.1",
                        0,
                        folder,
                        Optional.empty(),
                        access,
                        limits,
                        StudioSettings.CACHE_BYTES,
                        workers,
                        "test"),
                more);
    }

    public CountingWorkshop workshop() {
        return workshop;
    }

    public Studio studio() {
        return studio;
    }

    public int port() {
        return studio.address().getPort();
    }

    /** The model's name with its version. */
    public String id() {
        return get("/api/models/cloth").json().get("id").asString();
    }

    public Answer get(String path, String... headers) {
        return send(path, request -> headers.length == 0 ? request : request.headers(headers));
    }

    /**
     * Sends a picture the way forms do.
     *
     * @param fields that it is sent as
     */
    public Answer upload(String path, byte[] picture, String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String field : fields) {
            String head =
                    "--limit\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.png\"";
            body.writeBytes((head.formatted(field) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(picture);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                path,
                request ->
                        request.header("Content-Type", "multipart/form-data; boundary=limit")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    public Answer post(String path, String body, String... headers) {
        return send(
                path,
                request -> {
                    HttpRequest.Builder with = request.POST(BodyPublishers.ofString(body));
                    return headers.length == 0 ? with : with.headers(headers);
                });
    }

    public Answer send(String path, UnaryOperator<HttpRequest.Builder> change) {
        return ask(path, change).join();
    }

    public CompletableFuture<Answer> ask(String path, UnaryOperator<HttpRequest.Builder> change) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .timeout(Duration.ofSeconds(20));
        return client.sendAsync(change.apply(request).build(), BodyHandlers.ofByteArray())
                .thenApply(Answer::new);
    }

    /** A figure of /metrics. */
    public double figure(String name) {
        return get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** A connection on which requests can be written by hand. */
    public Socket socket() throws IOException {
        Socket socket = new Socket("127.0.0.1", port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** What a request by hand is. */
    public static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends a request by hand on a connection of its own and gives the whole answer. */
    public String raw(String request) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Waits for at most ten seconds until something is so. */
    public static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come about within ten seconds");
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        workshop.openGate();
        studio.close();
    }
}
