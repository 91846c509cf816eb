package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.export.Export;
import ikat.export.ExportListener;
import ikat.export.TileChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiled BigTIFF holds samples of more than eight bits without a step lost. */
class DeepTiffTest {

    private static final PixelRegion WINDOW = new PixelRegion(-40, 7, 200, 90);

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"1, SIXTEEN, a.btf", "3, SIXTEEN, a.btf", "1, FLOAT, a.btf", "3, FLOAT, a.btf"})
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
}
