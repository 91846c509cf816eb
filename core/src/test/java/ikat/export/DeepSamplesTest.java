package ikat.export;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.ImageFiles;
import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.image.Slope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples of more than eight bits are written without a step lost. */
class DeepSamplesTest {

    private static final PixelRegion WINDOW = new PixelRegion(-40, 7, 200, 90);

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"1, SIXTEEN, a.png", "3, SIXTEEN, a.png"})
    void aFileHoldsEverySample(int channels, Depth depth, String name) throws IOException {
        Slope slope = new Slope(channels, depth);
        Path file = folder.resolve(name);
        TileChoice tiles = new TileChoice(64, false);
        new Export(slope, WINDOW, file, tiles, 2).write(null, new ExportListener() {});
        Pixels read = ImageFiles.readData(file, new ArrayList<>());
        assertThat(read.depth()).isEqualTo(depth);
        assertThat(read.channels()).isEqualTo(channels);
        assertThat(read.bytes()).isEqualTo(slope.render(WINDOW));
    }

    @Test
    void lowerLevelsAreMeansOfValues() throws IOException {
        Slope slope = new Slope(1, Depth.SIXTEEN);
        Path file = folder.resolve("a.dzi");
        TileChoice tiles = new TileChoice(128, false);
        new Export(slope, WINDOW, file, tiles, 2).write(null, new ExportListener() {});
        Pixels half = ImageFiles.readData(folder.resolve("a_files/7/0_0.png"), new ArrayList<>());
        Pixels full = Pixels.of(slope, WINDOW);
        assertThat(half.bytes()).isEqualTo(full.halved(1, Averaging.VALUES).bytes());
    }
}
