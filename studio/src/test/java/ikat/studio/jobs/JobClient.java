package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.Studio;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a studio as a page does. */
public final class JobClient {

    private static final String BOUNDARY = "--------ikat";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    /** A file to send. */
    public record Sent(String field, String name, byte[] bytes) {}

    /** What came back. */
    public record Answer(int status, JsonNode json) {

        public String detail() {
            return json.path("detail").asString("");
        }

        public String id() {
            return json.path("id").asString("");
        }
    }

    public JobClient(Studio studio) {
        address = studio.address();
    }

    public HttpResponse<byte[]> raw(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofByteArray());
    }

    public Answer get(String path) throws Exception {
        return answer(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    public Answer post(String path) throws Exception {
        return answer(
                HttpRequest.newBuilder(address.resolve(path))
                        .POST(BodyPublishers.noBody())
                        .build());
    }

    public Answer send(String method, String path, String json) throws Exception {
        return answer(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build());
    }

    public Answer delete(String path) throws Exception {
        return answer(HttpRequest.newBuilder(address.resolve(path)).DELETE().build());
    }

    public Answer upload(String path, String settings, Sent... files) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, "settings", "", settings.getBytes(StandardCharsets.UTF_8));
        for (Sent file : files) {
            write(body, file.field(), "; filename=\"" + file.name() + "\"", file.bytes());
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return answer(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    private static void write(ByteArrayOutputStream body, String field, String more, byte[] bytes)
            throws IOException {
        String head =
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\""
                        + more
                        + "\r\n\r\n";
        body.write(head.getBytes(StandardCharsets.UTF_8));
        body.write(bytes);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private Answer answer(HttpRequest request) throws Exception {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        JsonNode json =
                response.body().isEmpty()
                        ? JSON.createObjectNode()
                        : JSON.readTree(response.body());
        return new Answer(response.statusCode(), json);
    }

    /** Asks again until it is so. */
    public JsonNode await(String path, Predicate<JsonNode> so) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        JsonNode json = get(path).json();
        while (!so.test(json) && System.nanoTime() < end) {
            Thread.sleep(20);
            json = get(path).json();
        }
        assertThat(so.test(json)).as(json.toString()).isTrue();
        return json;
    }

    public JsonNode awaitState(String path, String state) throws Exception {
        return await(path, json -> json.path("state").asString("").equals(state));
    }

    /** The beginning of a stream of events. */
    String events(String path, Predicate<String> enough) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Accept", "text/event-stream")
                        .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        StringBuilder text = new StringBuilder();
        try (InputStream in = response.body()) {
            byte[] some = new byte[4096];
            int read = in.read(some);
            while (read > 0 && !enough.test(text.toString())) {
                text.append(new String(some, 0, read, StandardCharsets.UTF_8));
                if (!enough.test(text.toString())) {
                    read = in.read(some);
                }
            }
        }
        return text.toString();
    }
}
