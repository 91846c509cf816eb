package ikat.studio.web;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.studio.RunningStudio;
import ikat.studio.RunningStudio.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeFilesTest {

    @TempDir private Path folder;

    @Test
    void theModulesComeFromTheStudioAndFindEachOther() {
        try (RunningStudio studio = RunningStudio.in(folder)) {
            Answer module = studio.get("/three/three.module.min.js");
            assertThat(module.status()).isEqualTo(200);
            assertThat(module.header("Content-Type")).startsWith("text/javascript");
            assertThat(module.text()).contains("from\"./three.core.min.js\"");
            assertThat(studio.get("/three/three.core.min.js").status()).isEqualTo(200);
            assertThat(studio.get("/three/LICENSE").text()).contains("MIT License");
            assertThat(studio.get("/three/three.cjs").status()).isEqualTo(404);
        }
    }
}
