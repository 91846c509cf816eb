package ikat.studio;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.web.Access;
import ikat.studio.web.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the studio keeps on the disk. */
class DiskTest {

    private static final String RENDER =
            "{\"model\": \"cloth\", \"seed\": %d, \"width\": 512, \"height\": 512, \"format\":"
                    + " \"png\"}";

    @TempDir private Path folder;

    private static JsonNode kind(RunningStudio studio, String name) {
        for (JsonNode kind : studio.get("/api/disk").json().get("kinds")) {
            if (kind.get("kind").asString().equals(name)) {
                return kind;
            }
        }
        throw new AssertionError("there is no kind " + name);
    }

    @Test
    void filesAreToldByKind() throws Exception {
        Files.createDirectories(folder.resolve("maps"));
        Files.write(folder.resolve("maps/a.json"), new byte[1000]);
        try (RunningStudio studio = RunningStudio.in(folder)) {
            assertThat(kind(studio, "maps").get("bytes").asLong()).isEqualTo(1000);
            assertThat(kind(studio, "maps").get("files").asLong()).isEqualTo(1);
            assertThat(kind(studio, "maps").get("oldest").asString()).startsWith("20");
            assertThat(kind(studio, "maps").get("limitBytes").asLong()).isEqualTo(200 << 20);
            assertThat(kind(studio, "exports").get("oldest").isNull()).isTrue();
            assertThat(kind(studio, "models").get("limitBytes").isNull()).isTrue();
            assertThat(kind(studio, "models").get("bytes").asLong()).isPositive();
            assertThat(studio.get("/api/disk").json().get("freeBytes").asLong()).isPositive();
            assertThat(studio.figure("ikat_disk_maps_bytes")).isEqualTo(1000);
        }
    }

    @Test
    void theOldestExportsMakeRoom() throws Exception {
        Limits limits = Limits.of("exports-mb=1");
        try (RunningStudio studio = RunningStudio.with(folder, Access.OPEN, limits, 2, List.of())) {
            long made = 0;
            int seed = 0;
            while (made < 2 << 20) {
                assertThat(studio.post("/api/renders", RENDER.formatted(++seed)).status())
                        .isEqualTo(201);
                awaitAllDone(studio);
                made += newest(studio).get("bytes").asLong();
            }
            JsonNode renders = studio.get("/api/renders").json().get("renders");
            assertThat(renders.size()).isLessThan(seed);
            assertThat(newest(studio).get("order").get("seed").asInt()).isEqualTo(seed);
            long kept = 0;
            for (JsonNode render : renders) {
                kept += render.get("bytes").asLong();
            }
            assertThat(kept).isLessThan((1 << 20) + newest(studio).get("bytes").asLong());
        }
    }

    private static JsonNode newest(RunningStudio studio) {
        return studio.get("/api/renders").json().get("renders").get(0);
    }

    private static void awaitAllDone(RunningStudio studio) throws InterruptedException {
        RunningStudio.await(
                () -> {
                    for (JsonNode render : studio.get("/api/renders").json().get("renders")) {
                        if (!render.get("state").asString().equals("done")) {
                            return false;
                        }
                    }
                    return true;
                });
    }
}
