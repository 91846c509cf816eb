package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.service.NamedModels;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Models and textures of any name are reached through every address that the studio gives. */
class AwkwardNamesTest {

    @TempDir private static Path folder;
    private static RunningStudio studio;

    @BeforeAll
    static void start() {
        studio = RunningStudio.in(folder);
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void assertThere(String address) {
        String path = URI.create(address).getRawPath();
        assertThat(studio.get(path).status()).as(path).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "बुनाई",
                "Bla\u0308tter",
                "🧶",
                "say \"hi\"; it's",
                "a%20b#c?d+e@f&g=h",
                "tilde~seed=3",
                "50% off",
                "at@x",
                "[1]{x}^2"
            })
    void aModelOfAnyNameIsReached(String name) throws Exception {
        NamedModels.foldered(folder.resolve(name + ".safetensors"));
        JsonNode model = studio.get("/api/models/" + encoded(name)).json();
        assertThat(model.get("name").asString()).isEqualTo(name);
        String id = encoded(model.get("id").asString());
        assertThere("/api/models/" + id + "/tiles/12/0/0.png");
        assertThere("/api/models/" + id + "/thumbnail.jpg");
        String tiles = model.get("tiles").asString();
        assertThere(tiles.replace("{z}", "12").replace("{x}", "0").replace("{y}", "0"));
        assertThere("/deepzoom/" + id + ".dzi");
        assertThere("/iiif/3/" + id + "/info.json");
        assertThere("/iiif/3/" + id + "/0,0,64,64/64,64/0/default.jpg");
    }

    @Test
    void everyAddressOfAManifestAnswers() throws Exception {
        NamedModels.foldered(folder.resolve("trees.safetensors"));
        RunningStudio.Answer answer = studio.get("/iiif/3/collection.json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode collection = answer.json();
        String manifests = collection.get("items").toString();
        assertThat(manifests).contains("trees");
        int addresses = 0;
        for (JsonNode item : collection.get("items")) {
            if (!item.get("id").asString().contains("trees")) {
                continue;
            }
            assertThere(item.get("thumbnail").get(0).get("id").asString());
            JsonNode manifest =
                    studio.get(URI.create(item.get("id").asString()).getRawPath()).json();
            for (JsonNode canvas : manifest.get("items")) {
                JsonNode image = canvas.get("items").get(0).get("items").get(0).get("body");
                assertThere(image.get("service").get(0).get("id").asString() + "/info.json");
                assertThere(canvas.get("thumbnail").get(0).get("id").asString());
                addresses += 2;
            }
        }
        assertThat(addresses).isEqualTo(6);
    }

    @Test
    void aTextureInAFolderIsAnother() throws Exception {
        NamedModels.foldered(folder.resolve("trees.safetensors"));
        String oak = "/iiif/3/trees~texture=oak%7C1/0,0,64,64/max/0/default.png";
        String elm = "/iiif/3/trees~texture=elm%7C1/0,0,64,64/max/0/default.png";
        String tile = "/api/models/trees/tiles/12/0/0.png?size=64&texture=oak/1";
        assertThat(studio.get(oak).pixels())
                .isEqualTo(studio.get(tile).pixels())
                .isNotEqualTo(studio.get(elm).pixels());
    }
}
