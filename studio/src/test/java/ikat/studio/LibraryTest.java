package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio.Answer;
import ikat.studio.web.Access;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Models and paintings are renamed, copied, deleted and brought back. */
class LibraryTest {

    private static final String MAP =
            "{\"model\": \"cloth\", \"base\": \"moss\", \"textures\": [\"bark\"], \"strokes\":"
                    + " [{\"texture\": 0, \"radius\": 64, \"points\": [[10, 20]]}]}";

    @TempDir private Path folder;
    private RunningStudio studio;

    @BeforeEach
    void open() {
        studio = RunningStudio.in(folder);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private Answer send(String method, String path, String body) {
        return studio.send(path, request -> request.method(method, BodyPublishers.ofString(body)));
    }

    private static String named(String name) {
        return "{\"name\": \"" + name + "\"}";
    }

    private List<String> names(String path, String word) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : studio.get(path).json().get(word)) {
            names.add(one.get("name").asString());
        }
        return names;
    }

    private List<String> models() {
        return names("/api/models", "models");
    }

    @Test
    void aModelIsRenamedAndItsTilesAreTheSame() {
        byte[] before = studio.get("/api/models/cloth/tiles/12/0/0.png").body();

        Answer renamed = send("PATCH", "/api/models/cloth", named("my cloth"));

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.json().get("name").asString()).isEqualTo("my-cloth");
        assertThat(models()).containsExactly("my-cloth");
        assertThat(studio.get("/api/models/cloth").status()).isEqualTo(404);
        assertThat(studio.get("/api/models/my-cloth/tiles/12/0/0.png").body()).isEqualTo(before);
        String id = renamed.json().get("id").asString();
        assertThat(studio.get("/api/models/" + id).status()).isEqualTo(200);
    }

    @Test
    void namesThatAreNoneOrTakenAreRefused() {
        send("POST", "/api/models/cloth/copy", named("other"));
        assertThat(send("PATCH", "/api/models/cloth", named("other")).status()).isEqualTo(409);
        assertThat(send("POST", "/api/models/cloth/copy", named("other")).status()).isEqualTo(409);
        for (String name : List.of("", "  ", "...", "-", "a".repeat(161))) {
            assertThat(send("PATCH", "/api/models/cloth", named(name)).status())
                    .as(name)
                    .isEqualTo(400);
        }
        assertThat(send("PATCH", "/api/models/cloth", "{}").status()).isEqualTo(400);
        assertThat(send("PATCH", "/api/models/none", named("x")).status()).isEqualTo(404);
        assertThat(models()).containsExactly("cloth", "other");
    }

    @Test
    void noNameLeavesTheFolder() {
        Answer answer = send("PATCH", "/api/models/cloth", named("../../.hidden/away"));
        assertThat(answer.json().get("name").asString()).isEqualTo("hidden-away");
        assertThat(folder.resolve("hidden-away.safetensors")).exists();
    }

    @Test
    void aCopyHasTheFirstFreeNumber() {
        assertThat(send("POST", "/api/models/cloth/copy", "{}").status()).isEqualTo(201);
        send("POST", "/api/models/cloth/copy", "{}");
        assertThat(models()).containsExactly("cloth", "cloth-2", "cloth-3");
    }

    @Test
    void aDeletedModelComesBackUnlessItsNameIsTaken() {
        Answer deleted = send("DELETE", "/api/models/cloth", "");
        String restore = "/api/trash/" + deleted.json().get("trash").asString() + "/restore";
        assertThat(models()).isEmpty();
        assertThat(names("/api/trash", "trash")).containsExactly("cloth");

        assertThat(send("POST", restore, "").status()).isEqualTo(200);

        assertThat(models()).containsExactly("cloth");
        assertThat(names("/api/trash", "trash")).isEmpty();
        assertThat(send("POST", restore, "").status()).isEqualTo(404);

        send("POST", "/api/models/cloth/copy", named("spare"));
        String again = send("DELETE", "/api/models/cloth", "").json().get("trash").asString();
        send("PATCH", "/api/models/spare", named("cloth"));
        Answer refused = send("POST", "/api/trash/" + again + "/restore", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("another model called cloth");
    }

    @Test
    void theTrashIsEmptiedByHandAndAfterThirtyDays() throws Exception {
        send("POST", "/api/models/cloth/copy", "{}");
        String old = send("DELETE", "/api/models/cloth", "").json().get("trash").asString();
        String fresh = send("DELETE", "/api/models/cloth-2", "").json().get("trash").asString();
        Path note = folder.resolve("trash").resolve(old).resolve("note.json");
        String longAgo = Instant.now().minus(Duration.ofDays(31)).toString();
        Files.writeString(
                note,
                Files.readString(note)
                        .replaceFirst("\"deleted\":\"[^\"]+\"", "\"deleted\":\"" + longAgo + "\""));
        studio.close();
        studio = RunningStudio.in(folder);

        assertThat(names("/api/trash", "trash")).containsExactly("cloth-2");
        assertThat(folder.resolve("trash").resolve(old)).doesNotExist();

        assertThat(send("DELETE", "/api/trash", "").status()).isEqualTo(204);
        assertThat(folder.resolve("trash").resolve(fresh)).doesNotExist();
    }

    @Test
    void aNoteThatNamesAnotherFolderBringsNothingBack() throws Exception {
        String id = send("DELETE", "/api/models/cloth", "").json().get("trash").asString();
        Path note = folder.resolve("trash").resolve(id).resolve("note.json");
        Files.writeString(
                note, Files.readString(note).replace("cloth.safetensors", "../../out.safetensors"));
        assertThat(send("POST", "/api/trash/" + id + "/restore", "").status()).isEqualTo(404);
        assertThat(send("POST", "/api/trash/..%2F..%2Fx/restore", "").status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void aPaintingIsKeptUntilItIsDeleted() {
        Answer added = studio.post("/api/paintings", "{\"name\": \"wall\", \"map\": " + MAP + "}");
        assertThat(added.status()).isEqualTo(201);
        String path = "/api/paintings/" + added.json().get("id").asString();
        assertThat(studio.get("/api/maps/" + added.json().get("mapId").asString()).status())
                .isEqualTo(200);

        send("PATCH", path, "{\"map\": " + MAP.replace("[[10, 20]]", "[[30, 40]]") + "}");
        send("PATCH", path, named("my wall"));
        send("POST", path + "/copy", "");

        assertThat(names("/api/paintings", "paintings"))
                .containsExactlyInAnyOrder("my-wall", "my-wall-2");
        assertThat(studio.get(path).text()).contains("30.0", "my-wall");
        String trash = send("DELETE", path, "").json().get("trash").asString();
        assertThat(studio.get(path).status()).isEqualTo(404);
        send("POST", "/api/trash/" + trash + "/restore", "");
        assertThat(studio.get(path).text()).contains("30.0", "my-wall");
    }

    @Test
    void paintingsFollowTheirModel() {
        studio.post("/api/paintings", "{\"map\": " + MAP + "}");
        send("PATCH", "/api/models/cloth", named("linen"));
        JsonNode painting = studio.get("/api/paintings").json().get("paintings").get(0);
        assertThat(painting.get("name").asString()).isEqualTo("cloth-painting");
        assertThat(painting.get("model").asString()).isEqualTo("linen");
    }

    @Test
    void paintingsThatAreNoneAreRefused() {
        for (String body :
                List.of(
                        "{}",
                        "{\"map\": {}}",
                        "{\"name\": \"...\", \"map\": " + MAP + "}",
                        "{\"map\": " + MAP.replace("bark", "none") + "}",
                        "{\"maps\": 1}")) {
            assertThat(studio.post("/api/paintings", body).status()).as(body).isEqualTo(400);
        }
        for (String id : List.of("0123456789ab", "..", "x")) {
            assertThat(studio.get("/api/paintings/" + id).status()).isEqualTo(404);
        }
        assertThat(names("/api/paintings", "paintings")).isEmpty();
    }

    @Test
    void nothingIsChangedWithoutTheTokenOrByPagesOfOtherSites() {
        Answer foreign =
                studio.send(
                        "/api/models/cloth",
                        request -> request.DELETE().header("Origin", "http://e"));
        assertThat(foreign.status()).isEqualTo(403);
        studio.close();
        studio = RunningStudio.with(folder, Access.by("0123456789abcdef"));
        for (String path : List.of("/api/models/cloth", "/api/trash")) {
            assertThat(send("DELETE", path, "").status()).isEqualTo(401);
        }
        assertThat(send("PATCH", "/api/models/cloth", named("x")).status()).isEqualTo(401);
        assertThat(studio.get("/api/paintings").status()).isEqualTo(401);
        assertThat(folder.resolve("cloth.safetensors")).exists();
    }
}
