package ikat.studio.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import ikat.render.Engines;
import ikat.render.Models;
import ikat.studio.RunningStudio;
import ikat.zoom.ZoomLevels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixturesTest {

    @Test
    void texturesThatHardlyDifferMixBest() {
        TextureModel model =
                Models.named(
                        List.of(texture("bark"), texture("moss"), texture("rind")),
                        0.9f,
                        0.9f,
                        -0.9f,
                        -0.9f,
                        0.9f,
                        0.85f);
        try (ZoomLevels levels = ZoomLevels.ofAll(model, any -> Engines.named("java", any, 1))) {
            Mixtures.Mixture best = Mixtures.best(levels);
            assertThat(best.textures()).containsExactly("bark", "rind");
            assertThat(best.kept()).isBetween(0.9, 1.0);
        }
    }

    private static NamedTexture texture(String name) {
        return new NamedTexture(name, 1, 1, 64, 64);
    }

    @Test
    void theStudioTellsThePair(@TempDir Path folder) {
        try (RunningStudio studio = RunningStudio.in(folder)) {
            assertThat(studio.get("/api/models/cloth/mixture").json().get("textures")).hasSize(2);
            assertThat(studio.get("/api/models/nosuch/mixture").status()).isEqualTo(404);
        }
    }
}
