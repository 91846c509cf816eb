package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio.Answer;
import ikat.studio.web.Access;
import ikat.studio.web.Failures;
import ikat.studio.web.Guard;
import ikat.studio.web.Limits;
import ikat.studio.web.StudioSettings;
import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private static final String TOKEN = "0123456789abcdef";
    private static final String HANDSHAKE =
            """
            GET /live HTTP/1.1\r
            Host: localhost\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            Origin: %s\r
            \r
            """;

    @TempDir private static Path folder;
    private static RunningStudio open;
    private static RunningStudio closed;
    private static RunningStudio shared;

    @BeforeAll
    static void start() throws IOException {
        open = RunningStudio.in(Files.createDirectory(folder.resolve("open")));
        closed =
                RunningStudio.with(
                        Files.createDirectory(folder.resolve("closed")), Access.by(TOKEN));
        shared =
                RunningStudio.with(
                        Files.createDirectory(folder.resolve("shared")),
                        Access.OPEN.sharedWith("*"));
    }

    @AfterAll
    static void end() {
        open.close();
        closed.close();
        shared.close();
    }

    private static String raw(String path, String headers) throws IOException {
        return open.raw("GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/models/..%2f..%2fetc/tiles/12/0/0.png",
                "/api/models/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "/api/models/..%5c..%5cetc",
                "/api/models/../../../etc/passwd",
                "/api/models/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/api/models/..;/..;/etc/passwd",
                "/api/models/cloth.safetensors",
                "/api/models/cloth%00",
                "/api/models/./cloth.safetensors%3f",
                "/../../../../etc/passwd",
                "/lib/..%2f..%2f..%2fetc%2fpasswd",
                "/lib/%252e%252e%252fetc",
                "/iiif/3/..%2f..%2fetc/info.json",
                "/iiif/3/../../etc/info.json",
                "/deepzoom/..%2fcloth.dzi",
                "/deepzoom/%2e%2e%2fcloth_files/0/0_0.jpg",
                "/pages/%ff%fe",
                "//etc/passwd"
            })
    void tricksWithPathsLeadNowhere(String path) throws IOException {
        String answer = raw(path, "Host: localhost\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
        assertThat(answer).doesNotContain("\tat ", "Exception", "root:", folder.toString());
    }

    @Test
    void endlessAddressesAndHeadersAreRefused() throws IOException {
        assertThat(raw("/api/models/" + "a".repeat(5000), "Host: localhost\r\n"))
                .startsWith("HTTP/1.1 404")
                .hasSizeLessThan(1500);
        assertThat(raw("/api/models/" + "a".repeat(100_000), "Host: localhost\r\n"))
                .startsWith("HTTP/1.1 414")
                .doesNotContain("\tat ");
        assertThat(raw("/health", "Host: localhost\r\nX: " + "a".repeat(100_000) + "\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void namesThatAreMadeToPointHereAreRefused() throws IOException {
        for (String host :
                List.of("evil.example", "evil.example:80", "localhost.evil.example", "")) {
            assertThat(raw("/api/models", "Host: " + host + "\r\n"))
                    .as(host)
                    .matches("(?s)HTTP/1.1 40[03].*problem\\+json.*");
        }
        for (String host : List.of("localhost", "localhost:7788", "127.0.0.1:80", "[::1]:80")) {
            assertThat(raw("/api/models", "Host: " + host + "\r\n"))
                    .as(host)
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void pagesOfOtherSitesChangeNothing() {
        String own = "http://127.0.0.1:" + open.port();
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            for (String origin : List.of("http://evil.example", "null", own + "0")) {
                Answer answer =
                        open.send(
                                "/api/models",
                                request ->
                                        request.method(method, BodyPublishers.noBody())
                                                .header("Origin", origin));
                assertThat(answer.status()).as(method + origin).isEqualTo(403);
            }
        }
        assertThat(open.post("/api/models", "", "Origin", own).status()).isEqualTo(405);
        assertThat(open.post("/api/models", "").status()).isEqualTo(405);
        assertThat(open.get("/api/models", "Origin", "http://evil.example").status())
                .isEqualTo(403);
    }

    @Test
    void pagesOfOtherSitesDoNotListen() throws IOException {
        assertThat(upgrade(Access.OPEN, "http://evil.example")).startsWith("HTTP/1.1 403");
        assertThat(upgrade(Access.OPEN, "http://localhost")).startsWith("HTTP/1.1 101");
        assertThat(upgrade(Access.by(TOKEN), "http://localhost")).startsWith("HTTP/1.1 401");
    }

    /** The first line that a studio with a live connection answers to a handshake. */
    private static String upgrade(Access access, String origin) throws IOException {
        StudioSettings settings =
                new StudioSettings(
                        "127.0.0.1", 0, folder, Optional.empty(), access, Limits.USUAL, 1, 1, "");
        Javalin server =
                Javalin.create(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            new Guard(settings).addTo(config);
                            Failures.addTo(config);
                            config.routes.ws("/live", live -> {});
                        });
        server.start("127.0.0.1", 0);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(HANDSHAKE.formatted(origin).getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        } finally {
            server.stop();
        }
    }

    @Test
    void aTokenIsNeededAndTakenInEachOfItsForms() {
        Answer without = closed.get("/api/trainings");
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.detail()).contains("token").doesNotContain(TOKEN);
        assertThat(closed.get("/").status()).isEqualTo(401);
        assertThat(closed.get("/main.js").status()).isEqualTo(401);
        assertThat(closed.get("/api/jobs").status()).isEqualTo(401);
        assertThat(closed.get("/api/maps/none").status()).isEqualTo(401);
        assertThat(closed.get("/api/modelsx").status()).isEqualTo(401);
        assertThat(closed.post("/api/models", "").status()).isEqualTo(401);
        assertThat(closed.get("/metrics").status()).isEqualTo(401);
        assertThat(closed.get("/health").status()).isEqualTo(200);
        assertThat(closed.get("/api/trainings?token=0123456789abcdeF").status()).isEqualTo(401);
        assertThat(closed.get("/api/trainings", "Authorization", "Bearer " + TOKEN).status())
                .isEqualTo(200);
        assertThat(closed.get("/api/trainings", "Authorization", "Bearer x").status())
                .isEqualTo(401);
        Answer first = closed.get("/api/trainings?token=" + TOKEN);
        assertThat(first.status()).isEqualTo(200);
        String cookie = first.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(closed.get("/api/trainings", "Cookie", pair).status()).isEqualTo(200);
        assertThat(closed.get("/main.js", "Cookie", pair).status()).isEqualTo(200);
        assertThat(closed.get("/api/trainings", "Cookie", pair + "0").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/models",
                "/api/models/cloth",
                "/api/models/cloth/tiles/12/0/0.png",
                "/iiif/3/cloth/info.json",
                "/deepzoom/cloth.dzi",
                "/api/openapi.json"
            })
    void programsOfThisMachineReadTexturesAndPagesOfOtherSitesDoNot(String path) {
        assertThat(closed.get(path).status()).isEqualTo(200);
        for (String site : List.of("cross-site", "same-site")) {
            assertThat(closed.get(path, "Sec-Fetch-Site", site).status()).isEqualTo(403);
            assertThat(open.get(path, "Sec-Fetch-Site", site).status()).isEqualTo(403);
            assertThat(shared.get(path, "Sec-Fetch-Site", site).status()).isEqualTo(200);
            String[] followed = {
                "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"
            };
            assertThat(closed.get(path, followed).status()).isEqualTo(200);
            followed[5] = "iframe";
            assertThat(closed.get(path, followed).status()).isEqualTo(403);
        }
        assertThat(closed.get(path, "Sec-Fetch-Site", "same-origin").status()).isEqualTo(200);
        assertThat(closed.get(path, "Sec-Fetch-Site", "none").status()).isEqualTo(200);
    }

    @Test
    void othersReadOnlyTexturesAndOnlyWhereTheyMay() {
        String viewer = "http://viewer.example";
        Answer alone = open.get("/api/models");
        assertThat(alone.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(alone.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        Answer read = shared.get("/api/models", "Origin", viewer);
        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(read.header("Access-Control-Expose-Headers")).contains("Link");
        assertThat(preflight("/api/models").status()).isEqualTo(204);
        assertThat(preflight("/api/models").header("Access-Control-Allow-Methods"))
                .isEqualTo("GET, HEAD");
        for (String path : List.of("/api/trainings", "/api/renders", "/metrics")) {
            Answer work = shared.get(path, "Origin", viewer);
            assertThat(work.status()).as(path).isEqualTo(403);
            assertThat(work.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(preflight(path).status()).isEqualTo(403);
        }
        assertThat(shared.post("/api/models", "", "Origin", viewer).status()).isEqualTo(403);
    }

    private static Answer preflight(String path) {
        return shared.send(
                path,
                request ->
                        request.method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", "http://viewer.example"));
    }

    @Test
    void aBrowserIsAskedForTheTokenAndLosesItFromTheAddress() {
        Answer page = closed.get("/mixer", "Accept", "text/html,*/*");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("name=\"token\"");
        assertThat(closed.get("/style.css").status()).isEqualTo(200);
        Answer opened =
                closed.get(
                        "/mixer?model=cloth&token=" + TOKEN + "&seed=3",
                        "Sec-Fetch-Mode",
                        "navigate",
                        "Sec-Fetch-Dest",
                        "document");
        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.header("Location")).isEqualTo("/mixer?model=cloth&seed=3");
        assertThat(opened.header("Set-Cookie")).contains(TOKEN);
    }

    @Test
    void answersToOneReaderAreNotForCachesOfOthers() {
        String tile = "/api/models/%s/tiles/12/0/0.png";
        String own = tile.formatted(closed.get("/api/models/cloth").json().get("id").asString());
        String ours = tile.formatted(open.get("/api/models/cloth").json().get("id").asString());
        assertThat(open.get(ours).header("Cache-Control")).startsWith("public, max-age");
        assertThat(closed.get(own, "Authorization", "Bearer " + TOKEN).header("Cache-Control"))
                .startsWith("private, max-age");
        assertThat(closed.get(own).header("Cache-Control")).startsWith("private, max-age");
    }

    @Test
    void theTokenGoesWhereAnIiifAddressLeads() {
        Answer answer = closed.get("/iiif/3/cloth?token=" + TOKEN);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/info.json?token=" + TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/style.css",
                "/api/models",
                "/api/models/cloth/tiles/12/0/0.png",
                "/nowhere",
                "/api/models/none",
                "/health",
                "/metrics",
                "/api/models/a%2fb"
            })
    void everyAnswerCarriesTheHeadersThatProtect(String path) {
        Answer answer = open.get(path);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void figuresAreReadable() {
        open.get("/api/models/cloth/tiles/12/7/7.png");
        open.get("/api/models/cloth/tiles/12/7/7.png");
        Answer health = open.get("/health");
        assertThat(health.json().get("status").asString()).isEqualTo("up");
        Answer metrics = open.get("/metrics");
        assertThat(metrics.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(metrics.text().lines())
                .allMatch(
                        line ->
                                line.matches(
                                        "# (HELP|TYPE) [a-z_]+ .*|[a-z_]+(\\{.*})?"
                                                + " (-?[0-9.E+-]+|NaN|[+-]?Inf)"));
        assertThat(metrics.text()).contains("ikat_queue_waiting 0.0");
        assertThat(open.figure("ikat_tiles_made_total")).isPositive();
        assertThat(open.figure("ikat_tiles_hits_total")).isPositive();
        assertThat(open.figure("ikat_tiles_cached")).isPositive();
    }
}
