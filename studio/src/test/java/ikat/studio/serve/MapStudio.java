package ikat.studio.serve;

import ikat.service.FakeWorkshop;
import ikat.service.NamedModels;
import ikat.studio.Studio;
import ikat.studio.web.Json;
import ikat.studio.web.StudioSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A studio with the models named (several textures) and single (one), for tests. */
public final class MapStudio implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Studio studio;

    /** Starts one on a folder, which may be that of an earlier one. */
    public MapStudio(Path folder) throws IOException {
        NamedModels.named(folder.resolve("named.safetensors"));
        NamedModels.single(folder.resolve("single.safetensors"));
        studio = Studio.start(StudioSettings.local(folder, Optional.empty()), new FakeWorkshop());
    }

    /** Where something is. */
    public URI at(String path) {
        return studio.address().resolve(path);
    }

    /** Sends a request. */
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofByteArray());
    }

    /** The answer to a GET. */
    public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    /** The answer to a POST of JSON. */
    public HttpResponse<byte[]> post(String path, String json)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(json)).build());
    }

    /** The pixels of a PNG tile at full size, as bytes that are equal only if the pixels are. */
    public byte[] tile(String model, int column, int row, String query)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                get("/api/models/" + model + "/tiles/12/" + column + "/" + row + ".png?" + query);
        if (answer.statusCode() != 200) {
            throw new IOException(text(answer));
        }
        return answer.body();
    }

    /** Keeps a map and gives its id. */
    public String map(String json) throws IOException, InterruptedException {
        return json(post("/api/maps", json)).get("id").asString();
    }

    /** An answer as JSON. */
    public static JsonNode json(HttpResponse<byte[]> answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    /** An answer as text. */
    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** What went wrong, as it is told. */
    public static String detail(HttpResponse<byte[]> answer) {
        return json(answer).get("detail").asString();
    }

    @Override
    public void close() {
        studio.close();
    }
}
