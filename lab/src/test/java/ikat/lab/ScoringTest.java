package ikat.lab;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.cli.Cli;
import ikat.image.ImageFiles;
import ikat.lab.samples.Sample;
import ikat.service.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scores and compares with everything that this machine has. */
@Tag("slow")
class ScoringTest {

    @TempDir private Path folder;

    private final Cli cli = new Cli(Workshop.ofThisMachine());
    private Path pebbles;

    @BeforeEach
    void paint() throws IOException {
        pebbles = paint(Sample.PEBBLES, 0);
    }

    private Path paint(Sample sample, long seed) throws IOException {
        Path file = folder.resolve(seed + sample.fileName());
        assertThat(ImageIO.write(sample.paint(256, seed), "png", file.toFile())).isTrue();
        return file;
    }

    private JsonNode score(Path candidate) {
        Cli.Outcome outcome = cli.run("score", pebbles, candidate, "--json");
        assertThat(outcome.err()).isEmpty();
        return JsonMapper.shared().readTree(outcome.out());
    }

    @Test
    void moreOfATextureScoresBetterThanAnother() throws IOException {
        double more = score(paint(Sample.PEBBLES, 1)).get("overall").asDouble();
        double other = score(paint(Sample.BRICK, 1)).get("overall").asDouble();
        assertThat(more).isLessThan(3);
        assertThat(other).isGreaterThan(2 * more);
    }

    @Test
    void aTileThatDoesNotJoinIsFound() throws IOException {
        Path brick = paint(Sample.BRICK, 0);
        assertThat(cli.run("score", brick, half(brick), "--wrap", "x").out())
                .contains("RAISED wrap seam");
        assertThat(cli.run("score", brick, half(brick)).out()).doesNotContain("wrap seam");
    }

    /** The left part, whose right edge has nothing to do with its left. */
    private Path half(Path picture) throws IOException {
        Path file = folder.resolve("half.png");
        ImageFiles.write(ImageFiles.read(picture).crop(0, 0, 149, 256).toImage(), file);
        return file;
    }

    @Test
    void aCopyIsFound() {
        assertThat(score(pebbles).get("caught").asBoolean()).isTrue();
        Cli.Outcome outcome = cli.run("score", pebbles, pebbles, "--at-most", 100);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("verbatim copying");
    }
}
