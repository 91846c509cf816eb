package ikat.lab.samples;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.analysis.TextureStatistics;
import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleStatisticsTest {

    private static final List<Exemplar> SAMPLES = new ArrayList<>();

    @BeforeAll
    static void paint(@TempDir Path folder) throws IOException {
        for (Path file : Sample.paintAll(folder)) {
            SAMPLES.add(ImageFiles.read(file));
        }
    }

    @Test
    @Tag("slow")
    void piecesOfASampleAreNearerToEachOtherThanToAnyOtherSample() {
        float[] scale =
                TextureStatistics.scale(
                        SAMPLES.stream().map(TextureStatistics::ofQuarters).toList());
        for (Exemplar sample : SAMPLES) {
            float[] piece = TextureStatistics.of(sample, 5, 9, 200);
            float[] same = TextureStatistics.of(sample, 260, 240, 220);
            double own = TextureStatistics.distance(piece, same, scale);
            for (Exemplar other : SAMPLES) {
                if (other != sample) {
                    float[] foreign = TextureStatistics.of(other);
                    double distance = TextureStatistics.distance(piece, foreign, scale);
                    assertThat(own)
                            .as("%s and %s", sample.name(), other.name())
                            .isLessThan(0.7 * distance);
                }
            }
        }
    }
}
