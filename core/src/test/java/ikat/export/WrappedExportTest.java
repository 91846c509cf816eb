package ikat.export;

import static ikat.export.ExportTest.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.export.ExportTest.Stop;
import ikat.image.Averaging;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.render.RepeatedTile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pyramids of pictures that join with their copies: all of their levels do. */
class WrappedExportTest {

    private static final TileChoice TINY = new TileChoice(64, false);
    private static final WrappedSides BOTH = new WrappedSides(true, true);

    @TempDir private Path folder;

    /** A picture smaller than a block, others of several blocks; all have odd sides in the end. */
    @ParameterizedTest
    @CsvSource({"320, 192, 4", "2304, 1280, 7", "64, 1088, 6", "96, 40, 2"})
    void everyLevelIsMadeFromCopiesOfTheOneBelow(int width, int height, int exact)
            throws IOException {
        Pixels picture = picture(width, height);
        List<Pixels> levels = deepZoom(picture, BOTH);

        assertThat(levels.get(0).bytes()).isEqualTo(picture.bytes());
        assertThat(levels.get(levels.size() - 1).width()).isEqualTo(1);
        for (int level = 1; level < levels.size(); level++) {
            Pixels below = levels.get(level - 1);
            Pixels copies = copies(below, 2, 2).halved(1, Averaging.LIGHT);
            Pixels here = levels.get(level);
            assertThat(here.bytes())
                    .isEqualTo(copies.cut(0, 0, here.width(), here.height()).bytes());
        }
        Pixels nine = copies(picture, 3, 3);
        for (int level = 1; level < exact; level++) {
            nine = nine.halved(1, Averaging.LIGHT);
            assertThat(copies(levels.get(level), 3, 3).bytes()).isEqualTo(nine.bytes());
        }
    }

    @Test
    void numberedTilesHaveLevelsThatJoinAsWell() throws IOException {
        Pixels picture = picture(320, 192);
        export(picture, BOTH, folder.resolve("{z}/{x}/{y}.png"), TINY).write(null, Stop.never());
        Pixels top = read(folder.resolve("0/0/0.png"));
        Pixels nine = copies(picture, 3, 3);
        for (int level = 0; level < 3; level++) {
            nine = nine.halved(1, Averaging.LIGHT);
        }
        assertThat(copies(top, 3, 3).bytes()).isEqualTo(nine.bytes());
    }

    @Test
    void alongAnAxisThatDoesNotWrapTheLastRowIsRepeated() throws IOException {
        Pixels picture = picture(96, 33);
        List<Pixels> levels = deepZoom(picture, new WrappedSides(true, false));
        for (int level = 1; level < levels.size(); level++) {
            Pixels here = levels.get(level);
            Pixels copies = copies(levels.get(level - 1), 2, 1).halved(1, Averaging.LIGHT);
            assertThat(here.bytes())
                    .isEqualTo(copies.cut(0, 0, here.width(), here.height()).bytes());
        }
    }

    @Test
    void anInterruptedExportGoesOnOnlyIfItWrapsTheSameWay() throws IOException {
        PixelSource plane = new RepeatedTile(picture(640, 2560), Averaging.LIGHT);
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path parts = Files.createDirectory(folder.resolve("parts"));
        Path file = parts.resolve("a.dzi");
        resumable(plane, whole.resolve("a.dzi"), BOTH).write("one", Stop.never());
        for (WrappedSides sides : List.of(BOTH, WrappedSides.NONE)) {
            assertThatThrownBy(() -> resumable(plane, file, sides).write("one", Stop.after(1)))
                    .hasMessage("stopped");
        }
        Stop other = Stop.after(1);
        assertThatThrownBy(() -> resumable(plane, file, BOTH).write("one", other))
                .hasMessage("stopped");
        assertThat(other.resumed()).isEmpty();
        Stop same = Stop.never();
        resumable(plane, file, BOTH).write("one", same);
        assertThat(same.resumed()).hasSize(1);
        assertThat(ExportTest.contents(parts)).isEqualTo(ExportTest.contents(whole));
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, 1000, 0",
        "t-{x}-{y}.png, 1000, 0",
        "{z}/{x}/{y}.png, 1000, 3",
        "a.btf, 1000, 3",
        "a.dzi, 1024, 3",
        "a.zip, 1025, 4",
        "a.dzi, 128, 0"
    })
    void aSideIsHalvedEvenlyUntilThePictureIsASingleTile(String name, int side, int times) {
        PixelRegion window = new PixelRegion(0, 0, side, 7);
        assertThat(Export.evenHalvings(Path.of(name), window, 3, SMALL)).isEqualTo(times);
    }

    @Test
    void aSideThatBecomesOddBeforeIsRefused() {
        Pixels odd = picture(324, 192);
        Path file = folder.resolve("a.dzi");
        assertThatThrownBy(() -> export(odd, BOTH, file, TINY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("324x192")
                .hasMessageContaining("multiples of 8 px");
        assertThat(export(odd, new WrappedSides(false, true), file, TINY)).isNotNull();
    }

    /** Not periodic itself, so that copies of it meet in a visible edge. */
    private static Pixels picture(int width, int height) {
        return Pixels.of(new Paint(3), new PixelRegion(-37, 1_000_003, width, height));
    }

    private static Pixels copies(Pixels picture, int across, int down) {
        PixelRegion region =
                new PixelRegion(0, 0, across * picture.width(), down * picture.height());
        return Pixels.of(new RepeatedTile(picture, Averaging.LIGHT), region);
    }

    private static Export export(Pixels picture, WrappedSides sides, Path file, TileChoice tiles) {
        PixelRegion window = new PixelRegion(0, 0, picture.width(), picture.height());
        return new Export(new RepeatedTile(picture, Averaging.LIGHT), window, file, tiles, 2)
                .wrapping(sides);
    }

    private static Export resumable(PixelSource plane, Path file, WrappedSides sides) {
        long[] now = {0};
        PixelRegion window = new PixelRegion(0, 0, 640, 2560);
        return new Export(plane, window, file, SMALL, 2, 1, () -> now[0] += 10_000_000_000L)
                .wrapping(sides);
    }

    private static Pixels read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int width = image.getWidth();
        int height = image.getHeight();
        int[] samples = image.getRaster().getPixels(0, 0, width, height, (int[]) null);
        Pixels pixels = Pixels.empty(width, height, 3);
        for (int i = 0; i < samples.length; i++) {
            pixels.bytes()[i] = (byte) samples[i];
        }
        return pixels;
    }

    /** The levels of a Deep Zoom image, the largest first. */
    private List<Pixels> deepZoom(Pixels picture, WrappedSides sides) throws IOException {
        export(picture, sides, folder.resolve("a.dzi"), TINY).write(null, Stop.never());
        List<Pixels> levels = new ArrayList<>();
        int width = picture.width();
        int height = picture.height();
        int number = 32 - Integer.numberOfLeadingZeros(Math.max(width, height) - 1);
        for (; number >= 0; number--) {
            Pixels level = Pixels.empty(width, height, 3);
            for (int top = 0; top < height; top += 64) {
                for (int left = 0; left < width; left += 64) {
                    String name = "a_files/%s/%s_%s.png".formatted(number, left / 64, top / 64);
                    read(folder.resolve(name)).copyInto(level, left, top);
                }
            }
            levels.add(level);
            width = (width + 1) / 2;
            height = (height + 1) / 2;
        }
        return levels;
    }
}
