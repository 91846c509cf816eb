package ikat.service.train;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.fuzz.FuzzTrial;
import ikat.fuzz.FuzzTrial.Tally;
import ikat.service.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of settings are read, or refused in one sentence. */
@Tag("fuzz")
class PlanFileFuzzTest {

    @TempDir private Path folder;

    @Test
    void aDamagedFileIsReadOrRefused() throws Exception {
        Path file = folder.resolve("plan.yaml");
        List<byte[]> seeds =
                Stream.of(
                                """
                                # a comment
                                width: live
                                for: 5m
                                batch: 8
                                generator-channels: [128, 64, 32, 16]
                                learningRate: 4e-4
                                seed: -7
                                """,
                                """
                                "steps": 1500
                                width: 'standard'
                                patch: null
                                seconds: 1.5e2
                                discriminator-channels:
                                  - 16
                                  - 32
                                """,
                                "{width: full, batch: 4}")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList();
        Tally tally =
                FuzzTrial.of("plan file", Refusal.class)
                        .texts()
                        .run(seeds, input -> PlanFile.read(Files.write(file, input)));
        assertThat(tally.refused()).isPositive();
    }
}
