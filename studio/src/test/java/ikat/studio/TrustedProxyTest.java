package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio.Answer;
import ikat.studio.web.Access;
import ikat.studio.web.Guard;
import ikat.studio.web.Limits;
import ikat.studio.web.StudioSettings;
import io.javalin.Javalin;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedProxyTest {

    private static final String TOKEN = "0123456789abcdef";
    private static final String[] FORWARDED = {
        "X-Forwarded-For",
        "10.9.9.9, 192.0.2.7",
        "X-Forwarded-Proto",
        "https",
        "X-Forwarded-Host",
        "textures.example"
    };

    @TempDir private Path folder;

    @Test
    void addressesAreThoseThatTheProxyWasAskedFor() throws Exception {
        Access access = Access.by(TOKEN).behind(InetAddress.getByName("127.0.0.1"));
        try (RunningStudio studio = RunningStudio.with(folder, access)) {
            assertThat(studio.get("/iiif/3/cloth/info.json", FORWARDED).status()).isEqualTo(401);
            Answer answer = studio.get("/iiif/3/cloth/info.json?token=" + TOKEN, FORWARDED);
            assertThat(answer.json().get("id").asString())
                    .isEqualTo("https://textures.example/iiif/3/cloth");
            assertThat(answer.header("Set-Cookie")).contains("Secure");
        }
    }

    /** What a server takes to be the client and its address, of a request from 127.0.0.1. */
    private String seen(String proxy, String... headers) throws Exception {
        StudioSettings settings =
                new StudioSettings(
                        "0.0.0.0",
                        0,
                        folder,
                        Optional.empty(),
                        Access.OPEN.behind(InetAddress.getByName(proxy)),
                        Limits.USUAL,
                        1,
                        1,
                        "");
        Javalin server =
                Javalin.create(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            new Guard(settings).addTo(config);
                            config.routes.get(
                                    "/",
                                    asked ->
                                            asked.result(
                                                    asked.ip()
                                                            + " "
                                                            + asked.scheme()
                                                            + " "
                                                            + asked.host()));
                        });
        server.start("127.0.0.1", 0);
        try {
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/");
            HttpRequest request = HttpRequest.newBuilder(address).headers(headers).build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .replace(":" + server.port(), ":PORT");
        } finally {
            server.stop();
        }
    }

    @Test
    void theProxyIsBelievedAndNobodyElse() throws Exception {
        assertThat(seen("127.0.0.1", FORWARDED)).isEqualTo("192.0.2.7 https textures.example");
        assertThat(seen("127.0.0.1", "X-Forwarded-Host", "a b:c", "X-Forwarded-For", ""))
                .isEqualTo("127.0.0.1 http 127.0.0.1:PORT");
        assertThat(seen("192.0.2.1", FORWARDED)).isEqualTo("127.0.0.1 http 127.0.0.1:PORT");
    }
}
