package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.model.Provenance;
import ikat.model.TextureModel;
import ikat.studio.RunningStudio.Answer;
import ikat.studio.web.Access;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Against what the IIIF Presentation API 3.0 demands (sections 3 to 6 and appendix A). */
class PresentationTest {

    private static final String CONTEXT = "http://iiif.io/api/presentation/3/context.json";

    private static final Map<String, Set<String>> REQUIRED =
            Map.of(
                    "Collection", Set.of("@context", "label", "items"),
                    "Manifest", Set.of("label"),
                    "Canvas", Set.of("width", "height", "items"),
                    "AnnotationPage", Set.of("items"),
                    "Annotation", Set.of("motivation", "body", "target"),
                    "Image", Set.of("format", "width", "height"));

    /** What the studio says, and the standard allows there; a context on top only. */
    private static final Map<String, Set<String>> KNOWN =
            Map.of(
                    "Collection",
                    Set.of("@context", "id", "type", "label", "summary", "items"),
                    "Manifest",
                    Set.of(
                            "@context",
                            "id",
                            "type",
                            "label",
                            "summary",
                            "metadata",
                            "requiredStatement",
                            "thumbnail",
                            "items"),
                    "Canvas",
                    Set.of("id", "type", "label", "width", "height", "thumbnail", "items"),
                    "AnnotationPage",
                    Set.of("id", "type", "items"),
                    "Annotation",
                    Set.of("id", "type", "motivation", "body", "target"),
                    "Image",
                    Set.of("id", "type", "format", "width", "height", "service"));

    @TempDir private static Path folder;
    private static RunningStudio studio;

    @BeforeAll
    static void start() throws Exception {
        studio = RunningStudio.in(folder);
        Files.writeString(folder.resolve("broken.safetensors"), "no model");
    }

    @AfterAll
    static void end() {
        studio.close();
    }

    private static JsonNode document(String path) {
        Answer answer = studio.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .isEqualTo("application/ld+json;profile=\"" + CONTEXT + "\"");
        assertThat(answer.text()).startsWith("{\"@context\":"); // as 4.6 demands
        JsonNode document = answer.json();
        assertThat(document.get("@context").asString()).isEqualTo(CONTEXT);
        assertThat(document.get("id").asString())
                .isEqualTo("http://127.0.0.1:" + studio.port() + path);
        return document;
    }

    private static Answer fetch(String address) {
        return studio.get(URI.create(address).getRawPath());
    }

    /** What every resource has: an address of its own, and a label that is a language map. */
    private static String checked(JsonNode resource, String type) {
        assertThat(resource.get("type").asString()).isEqualTo(type);
        String id = resource.get("id").asString();
        assertThat(id).startsWith("http://").doesNotContain("#", " ", "?");
        assertThat(resource.propertyNames()).containsAll(REQUIRED.get(type));
        assertThat(KNOWN.get(type)).containsAll(resource.propertyNames());
        JsonNode label = resource.path("label");
        if (!label.isMissingNode()) {
            assertLanguageMap(label);
        }
        for (JsonNode thumbnail : resource.path("thumbnail")) {
            checkImage(thumbnail);
        }
        return id;
    }

    /** A picture is what its address gives. */
    private static void checkImage(JsonNode image) {
        Answer answer = fetch(checked(image, "Image"));
        assertThat(answer.header("Content-Type")).isEqualTo(image.get("format").asString());
        assertThat(answer.pixels())
                .hasSize(image.get("width").asInt() * image.get("height").asInt());
    }

    private static void assertLanguageMap(JsonNode map) {
        assertThat(map.isObject()).isTrue();
        assertThat(map).isNotEmpty();
        for (JsonNode values : map) {
            assertThat(values.isArray()).isTrue();
            assertThat(values).isNotEmpty().allMatch(JsonNode::isString);
        }
    }

    private static List<String> checkedManifest(JsonNode manifest) {
        checked(manifest, "Manifest");
        assertLanguageMap(manifest.get("label"));
        assertLanguageMap(manifest.get("summary"));
        for (JsonNode pair : manifest.get("metadata")) {
            assertLanguageMap(pair.get("label"));
            assertLanguageMap(pair.get("value"));
        }
        Set<String> ids = new HashSet<>();
        List<String> labels = new ArrayList<>();
        for (JsonNode canvas : manifest.get("items")) {
            assertThat(ids.add(checked(canvas, "Canvas"))).isTrue();
            labels.add(canvas.get("label").get("none").get(0).asString());
            for (JsonNode page : canvas.get("items")) {
                assertThat(ids.add(checked(page, "AnnotationPage"))).isTrue();
                for (JsonNode annotation : page.get("items")) {
                    assertThat(ids.add(checked(annotation, "Annotation"))).isTrue();
                    checkPainting(annotation, canvas);
                }
            }
        }
        return labels;
    }

    private static void checkPainting(JsonNode annotation, JsonNode canvas) {
        assertThat(annotation.get("motivation").asString()).isEqualTo("painting");
        assertThat(annotation.get("target")).isEqualTo(canvas.get("id"));
        JsonNode body = annotation.get("body");
        checkImage(body);
        JsonNode service = body.get("service").get(0);
        JsonNode information = fetch(service.get("id").asString() + "/info.json").json();
        for (String name : new String[] {"id", "type", "profile"}) {
            assertThat(service.get(name)).isEqualTo(information.get(name));
        }
        for (String name : new String[] {"width", "height"}) {
            assertThat(canvas.get(name)).isEqualTo(information.get(name));
        }
    }

    @Test
    void aModelIsAManifestWithACanvasForEachTexture() {
        JsonNode manifest = document("/iiif/3/cloth/manifest.json");
        assertThat(checkedManifest(manifest)).containsExactly("bark", "moss", "palace");
        assertThat(manifest.at("/items/1/items/0/items/0/body/service/0/id").asString())
                .contains(studio.id().replace("@", "%40") + "~texture=moss");
    }

    @Test
    void aPlaneIsAManifestWithOneCanvas() {
        JsonNode manifest =
                document("/iiif/3/cloth~seed=7~texture=0.5*bark+0.5*moss/manifest.json");
        assertThat(checkedManifest(manifest)).containsExactly("0.5*bark+0.5*moss");
        assertThat(values(manifest))
                .containsEntry("Model", studio.id())
                .containsEntry("Texture", "0.5*bark+0.5*moss")
                .containsEntry("Seed", "7");
        assertThat(text(manifest.get("label"))).isEqualTo("cloth, 0.5*bark+0.5*moss, seed 7");
        assertThat(text(manifest.get("summary"))).contains("0.5*bark+0.5*moss", "seed 7");
        Answer shown = fetch(manifest.at("/thumbnail/0/id").asString());
        String tile = "/api/models/cloth/tiles/11/0/0.jpg?seed=7&texture=0.5*bark%2B0.5*moss";
        assertThat(shown.pixels()).isEqualTo(studio.get(tile).pixels());
    }

    /** The words of a language map of one entry. */
    private static String text(JsonNode map) {
        return map.iterator().next().get(0).asString();
    }

    private static Map<String, String> values(JsonNode manifest) {
        Map<String, String> values = new HashMap<>();
        for (JsonNode pair : manifest.get("metadata")) {
            values.put(text(pair.get("label")), text(pair.get("value")));
        }
        return values;
    }

    @Test
    void aPaintedMapIsAManifestWithOneCanvas() {
        String map =
                studio.post(
                                "/api/maps",
                                "{\"model\":\"cloth\",\"base\":\"bark\",\"textures\":[],\"strokes\":[]}")
                        .json()
                        .get("id")
                        .asString();
        JsonNode manifest = document("/iiif/3/cloth~map=" + map + "/manifest.json");
        assertThat(checkedManifest(manifest)).hasSize(1);
        assertThat(values(manifest)).containsEntry("Painted map", map).doesNotContainKey("Seed");
        assertThat(text(manifest.get("label"))).isEqualTo("cloth, painted map " + map);
    }

    @Test
    void aLicenceNoteIsShownAsPlainText() throws IOException {
        Path noted = Files.createDirectory(folder.resolve("noted"));
        try (RunningStudio other = RunningStudio.in(noted)) {
            TextureModel cloth = TextureModel.read(noted.resolve("cloth.safetensors"));
            Provenance made = cloth.provenance();
            new TextureModel(
                            cloth.spec(),
                            cloth.weights(),
                            cloth.plan(),
                            new Provenance(
                                    made.pictures(),
                                    made.ikatVersion(),
                                    made.engine(),
                                    made.javaVersion(),
                                    made.seed(),
                                    made.steps(),
                                    made.trainingTime(),
                                    made.created(),
                                    "<mine & yours>"))
                    .write(noted.resolve("shown.safetensors"));
            JsonNode statement =
                    other.get("/iiif/3/shown/manifest.json").json().get("requiredStatement");
            assertThat(text(statement.get("label"))).isEqualTo("Licence");
            assertThat(text(statement.get("value"))).isEqualTo("<mine & yours> ");
            assertThat(other.get("/iiif/3/cloth/manifest.json").json().has("requiredStatement"))
                    .isFalse();
        }
    }

    @Test
    void allModelsAreACollection() {
        JsonNode collection = document("/iiif/3/collection.json");
        checked(collection, "Collection");
        assertLanguageMap(collection.get("summary"));
        assertThat(collection.get("items")).hasSize(1);
        JsonNode first = collection.get("items").get(0);
        String id = checked(first, "Manifest");
        assertThat(first.propertyNames()).doesNotContain("@context", "items");
        assertThat(first.get("thumbnail")).isNotEmpty();
        assertThat(text(first.get("label"))).isEqualTo("cloth");
        JsonNode manifest = document(URI.create(id).getRawPath());
        assertThat(manifest.get("label")).isEqualTo(first.get("label"));
        assertThat(checkedManifest(manifest)).hasSize(3);
    }

    @Test
    void plainJsonIsHadWhereItIsAskedFor() {
        String path = "/iiif/3/cloth/manifest.json";
        Answer plain = studio.get(path, "Accept", "application/json");
        assertThat(plain.header("Content-Type")).isEqualTo("application/json");
        assertThat(plain.header("Vary")).contains("Accept");
        assertThat(studio.get(path, "If-None-Match", plain.header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void theProfileIsThatOfTheInformation() throws Exception {
        try (RunningStudio open =
                RunningStudio.with(
                        Files.createDirectory(folder.resolve("open")),
                        Access.OPEN.sharedWith("*"))) {
            Answer answer =
                    open.get("/iiif/3/cloth/manifest.json", "Origin", "http://viewer.example");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.text()).contains("\"level2\"").doesNotContain("level0");
        }
    }

    @Test
    void whatThereIsNotHasNone() {
        assertThat(studio.get("/iiif/3/silk/manifest.json").status()).isEqualTo(404);
        Answer wrong = studio.get("/iiif/3/cloth~texture=silk/manifest.json");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.detail()).contains("silk");
    }
}
