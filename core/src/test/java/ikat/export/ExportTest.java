package ikat.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Averaging;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    static final PixelRegion TALL = new PixelRegion(-37, 1_000_003, 301, 2600);
    static final PixelRegion WIDE = new PixelRegion(5, -70_000, 2301, 700);
    static final TileChoice SMALL = new TileChoice(128, false);

    @TempDir private Path folder;

    /** Stops after some pieces, as a full disk or an impatient user would. */
    record Stop(int after, List<Long> resumed, List<Long> written) implements ExportListener {

        static Stop never() {
            return after(Integer.MAX_VALUE);
        }

        static Stop after(int pieces) {
            return new Stop(pieces, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void resumed(long pixels) {
            resumed.add(pixels);
        }

        @Override
        public void written(long pixels) {
            written.add(pixels);
            if (written.size() > after) {
                throw new IllegalStateException("stopped");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 1, 1", "3, 301, 2600", "1, 77, 1025", "3, 2301, 5"})
    void aPngHoldsThePlane(int channels, int width, int height) throws IOException {
        PixelRegion window = new PixelRegion(-37, 1_000_003, width, height);
        Path file = folder.resolve("wall.png");
        export(new Paint(channels), window, file, SMALL, 2).write(null, Stop.never());
        assertShows(ImageIO.read(file.toFile()), window, channels, 1);
        assertThat(names(folder)).containsExactly("wall.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.btf", "a.dzi", "a.zip", "t-{y}-{x}.png", "{z}/{x}/{y}.jpg"})
    void theNumberOfThreadsChangesNothing(String name) throws IOException {
        for (PixelRegion window : List.of(TALL, WIDE)) {
            Path one = Files.createTempDirectory(folder, "one");
            Path many = Files.createTempDirectory(folder, "many");
            export(new Paint(3), window, one.resolve(name), SMALL, 1).write(null, Stop.never());
            export(new Paint(3), window, many.resolve(name), SMALL, 3).write(null, Stop.never());
            assertThat(contents(many)).isEqualTo(contents(one)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.btf", "a.dzi", "a.zip", "t/{y}-{x}.png"})
    void anInterruptedExportGoesOnAndEndsInTheSameBytes(String name) throws IOException {
        for (int after : new int[] {1, 2}) {
            Path whole = Files.createTempDirectory(folder, "whole");
            Path parts = Files.createTempDirectory(folder, "parts");
            Paint all = new Paint(3);
            export(all, TALL, whole.resolve(name), SMALL, 2).write("one", Stop.never());
            Path file = parts.resolve(name);
            interrupt(file, after);
            Paint rest = new Paint(3);
            Stop second = Stop.never();
            export(rest, TALL, file, SMALL, 2).write("one", second);
            assertThat(second.resumed()).hasSize(1);
            assertThat(rest.pixels.get()).isLessThan(all.pixels.get());
            assertThat(contents(parts)).isEqualTo(contents(whole));
        }
    }

    @Test
    void anotherPictureBeginsAnew() throws IOException {
        Path file = folder.resolve("a.dzi");
        interrupt(file, 2);
        Stop second = Stop.never();
        export(new Paint(3), WIDE, file, SMALL, 2).write("two", second);
        assertThat(second.resumed()).isEmpty();
        Path clean = Files.createDirectory(folder.resolve("clean"));
        export(new Paint(3), WIDE, clean.resolve("a.dzi"), SMALL, 2).write("two", Stop.never());
        Map<String, Integer> tiles = contents(folder.resolve("a_files"));
        assertThat(tiles).isEqualTo(contents(clean.resolve("a_files"))).isNotEmpty();
    }

    @Test
    void aForgottenExportBeginsAnew() throws IOException {
        Path file = folder.resolve("a.png");
        interrupt(file, 1);
        Export again = export(new Paint(3), TALL, file, SMALL, 2);
        again.forget();
        Stop second = Stop.never();
        again.write("one", second);
        assertThat(second.resumed()).isEmpty();
        assertShows(ImageIO.read(file.toFile()), TALL, 3, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.btf", "a.dzi", "a.zip"})
    void aSmallPictureThatFailsLeavesNothingBehind(String name) throws IOException {
        Export small =
                new Export(
                        new Paint(3),
                        TALL,
                        folder.resolve(name),
                        SMALL,
                        2,
                        Long.MAX_VALUE,
                        () -> 0);
        assertThatThrownBy(() -> small.write("one", Stop.after(1))).hasMessage("stopped");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void anOldPictureStaysUntilTheNewOneIsComplete() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        assertThatThrownBy(
                        () -> export(new Paint(3), TALL, file, SMALL, 2).write(null, Stop.after(1)))
                .hasMessage("stopped");
        assertThat(file).hasContent("old");
    }

    @Test
    void aLargeTiffBecomesABigOne() {
        PixelRegion large = new PixelRegion(0, 0, 65_536, 32_768);
        assertThat(Export.takes(Path.of("a.tif"), large, new Paint(3))).isTrue();
        assertThat(Export.takes(Path.of("a.tif"), TALL, new Paint(3))).isFalse();
        assertThat(Export.takes(Path.of("a.jpg"), TALL, new Paint(3))).isFalse();
    }

    @Test
    void aDeepZoomHasTheTilesThatItsDescriptionPromises() throws IOException {
        export(new Paint(3), WIDE, folder.resolve("wall.dzi"), SMALL, 2).write(null, Stop.never());
        assertThat(folder.resolve("wall.dzi"))
                .content()
                .contains("Format=\"png\"", "Overlap=\"0\"", "TileSize=\"128\"")
                .contains("Width=\"2301\" Height=\"700\"");
        Path files = folder.resolve("wall_files");
        assertThat(names(files)).hasSize(13); // 2^12 is the first power that is as large
        BufferedImage last = ImageIO.read(files.resolve("12/17_5.png").toFile());
        assertThat(last.getWidth()).isEqualTo(2301 - 17 * 128);
        assertThat(last.getHeight()).isEqualTo(700 - 5 * 128);
        PixelRegion corner =
                new PixelRegion(
                        WIDE.left() + 17 * 128,
                        WIDE.top() + 5 * 128,
                        last.getWidth(),
                        last.getHeight());
        assertShows(last, corner, 3, 1);
        BufferedImage quarter = ImageIO.read(files.resolve("10/1_0.png").toFile());
        assertShows(quarter, new PixelRegion(WIDE.left() + 512, WIDE.top(), 512, 512), 3, 4);
        assertThat(ImageIO.read(files.resolve("0/0_0.png").toFile()).getWidth()).isEqualTo(1);
    }

    @Test
    void aZipHoldsTheSameDeepZoom() throws IOException {
        export(new Paint(3), WIDE, folder.resolve("wall.dzi"), SMALL, 2).write(null, Stop.never());
        export(new Paint(3), WIDE, folder.resolve("wall.zip"), SMALL, 2).write(null, Stop.never());
        Map<String, Integer> zipped = new TreeMap<>();
        try (ZipFile zip = new ZipFile(folder.resolve("wall.zip").toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream bytes = zip.getInputStream(entry)) {
                    zipped.put(entry.getName(), Arrays.hashCode(bytes.readAllBytes()));
                }
            }
        }
        Files.delete(folder.resolve("wall.zip"));
        assertThat(zipped).isEqualTo(contents(folder));
    }

    @Test
    void numbersInNamesAreColumnsAndRows() throws IOException {
        export(new Paint(1), WIDE, folder.resolve("t-{y}-{x}.png"), new TileChoice(512, false), 2)
                .write(null, Stop.never());
        assertThat(names(folder))
                .containsExactly(
                        "t-0-0.png",
                        "t-0-1.png",
                        "t-0-2.png",
                        "t-0-3.png",
                        "t-0-4.png",
                        "t-1-0.png",
                        "t-1-1.png",
                        "t-1-2.png",
                        "t-1-3.png",
                        "t-1-4.png");
        PixelRegion tile = new PixelRegion(WIDE.left() + 512, WIDE.top() + 512, 512, 188);
        assertShows(ImageIO.read(folder.resolve("t-1-1.png").toFile()), tile, 1, 1);
    }

    @Test
    void levelZeroOfNumberedTilesIsTheWholePicture() throws IOException {
        export(new Paint(3), WIDE, folder.resolve("{z}/{x}/{y}.jpg"), SMALL, 2)
                .write(null, Stop.never());
        assertThat(names(folder)).containsExactly("0", "1", "2", "3", "4", "5");
        BufferedImage whole = ImageIO.read(folder.resolve("0/0/0.jpg").toFile());
        assertThat(whole.getWidth()).isEqualTo(72);
        assertThat(whole.getHeight()).isEqualTo(22);
    }

    @Test
    void whatCannotBeWrittenIsToldBeforeAnythingIsMade() throws IOException {
        Files.createDirectory(folder.resolve("a_files"));
        Files.createDirectory(folder.resolve("b.png"));
        assertRefused("a.dzi", "there is a folder");
        assertRefused("b.png", "it is a folder");
        assertRefused("nowhere/a.png", "there is no folder");
    }

    private void assertRefused(String name, String reason) {
        Paint paint = new Paint(3);
        Path file = folder.resolve(name);
        assertThatThrownBy(() -> export(paint, TALL, file, SMALL, 1).write(null, Stop.never()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("could not write " + file + ": ")
                .hasMessageContaining(reason);
        assertThat(paint.pixels.get()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"a.png, a.png.part", "a.btf, a.btf.part", "a.dzi, a_files.part"})
    void aPartThatIsGoneIsToldWithWhatToDelete(String name, String part) throws IOException {
        Path file = folder.resolve(name);
        interrupt(file, 2);
        Files.move(folder.resolve(part), folder.resolve("elsewhere"));
        Path resume = folder.resolve(name + ".resume");
        assertThatThrownBy(
                        () -> export(new Paint(3), TALL, file, SMALL, 2).write("one", Stop.never()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("of an earlier start is")
                .hasMessageContaining("delete " + resume + " to start over");
        Files.delete(resume);
        export(new Paint(3), TALL, file, SMALL, 2).write("one", Stop.never());
        assertThat(file).exists();
    }

    @Test
    void aPartThatIsGoneIsTold() throws IOException {
        Path file = folder.resolve("a.png");
        interrupt(file, 1);
        Files.delete(folder.resolve("a.png.part"));
        assertThatThrownBy(
                        () -> export(new Paint(3), TALL, file, SMALL, 2).write("one", Stop.never()))
                .hasMessageContaining("is shorter than it was");
    }

    /** Leaves an export of a tall picture after some pieces. */
    static void interrupt(Path file, int after) {
        Export export = export(new Paint(3), TALL, file, SMALL, 2);
        assertThatThrownBy(() -> export.write("one", Stop.after(after))).hasMessage("stopped");
    }

    /** Every piece can be gone on from: the clock jumps. */
    static Export export(
            PixelSource plane, PixelRegion window, Path file, TileChoice tiles, int threads) {
        long[] now = {0};
        return new Export(plane, window, file, tiles, threads, 1, () -> now[0] += 10_000_000_000L);
    }

    /** Compares with the plane, box-filtered in steps of two. */
    private static void assertShows(
            BufferedImage image, PixelRegion window, int channels, int shrunk) {
        Pixels block = Pixels.of(new Paint(channels), window);
        for (int s = 1; s < shrunk; s *= 2) {
            block = block.halved(1, Averaging.LIGHT);
        }
        assertThat(image.getWidth()).isEqualTo(block.width());
        assertThat(image.getHeight()).isEqualTo(block.height());
        Raster raster = image.getRaster();
        int[] all = raster.getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
        int[] expected = new int[block.bytes().length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = block.bytes()[i] & 0xff;
        }
        assertThat(all).isEqualTo(expected);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    static Map<String, Integer> contents(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        Map<String, Integer> contents = new TreeMap<>();
        for (Path file : files) {
            contents.put(
                    folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
        }
        return contents;
    }
}
