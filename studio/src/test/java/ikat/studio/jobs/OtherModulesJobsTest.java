package ikat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of a module that is not on the class path, such as comparisons without the lab. */
class OtherModulesJobsTest {

    private static final String COMPARISON =
            """
            {"kind": "comparison", "created": "2026-01-01T00:00:00Z", "state": "RUNNING",
             "wish": "NONE", "turn": 3, "failure": null, "details": {"picture": "bark.png"}}
            """;

    @TempDir Path folder;

    @Test
    void studioOpensAndLeavesTheSavedJobAlone() throws Exception {
        Path own = Files.createDirectories(folder.resolve("jobs/0123456789ab"));
        Path saved = Files.writeString(own.resolve("job.json"), COMPARISON);

        try (RunningStudio studio = RunningStudio.in(folder)) {
            assertThat(studio.get("/api/trainings").json().get("trainings")).isEmpty();
            assertThat(studio.get("/api/trainings/0123456789ab").status()).isEqualTo(404);
            assertThat(studio.get("/api/comparisons").status()).isEqualTo(404);
            assertThat(studio.get("/api/comparisons/methods").status()).isEqualTo(404);
        }

        assertThat(saved).hasContent(COMPARISON);
    }
}
