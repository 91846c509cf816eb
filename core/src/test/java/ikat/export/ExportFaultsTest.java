package ikat.export;

import static ikat.export.ExportTest.SMALL;
import static ikat.export.ExportTest.TALL;
import static ikat.export.ExportTest.WIDE;
import static ikat.export.ExportTest.contents;
import static ikat.export.ExportTest.export;
import static ikat.export.ExportTest.interrupt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.export.ExportTest.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What power cuts, second writers and damaged resume files do to exports. */
class ExportFaultsTest {

    @TempDir private Path folder;

    /** As after a power cut, which leaves names of files whose content never reached the disk. */
    @ParameterizedTest
    @CsvSource({"a.dzi, 0", "a.dzi, 7", "t/{y}-{x}.png, 0", "t/{y}-{x}.jpg, 9"})
    void anyTileOfAnEarlierStartThatIsNotWholeIsTold(String name, int left) throws IOException {
        int told = 0;
        for (int which = 0; which < 4; which++) {
            Path own = Files.createTempDirectory(folder, "cut");
            Path file = own.resolve(name);
            interrupt(file, 2);
            List<Path> tiles;
            try (Stream<Path> all = Files.walk(own)) {
                tiles =
                        all.filter(path -> path.toString().matches(".*[0-9].(png|jpg)"))
                                .sorted()
                                .toList();
            }
            Path cut = tiles.get(which * (tiles.size() - 1) / 3);
            Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), left));
            try {
                export(new Paint(3), TALL, file, SMALL, 2).write("one", Stop.never());
                Path clean = Files.createTempDirectory(folder, "clean");
                export(new Paint(3), TALL, clean.resolve(name), SMALL, 2)
                        .write("one", Stop.never());
                assertThat(contents(own)).isEqualTo(contents(clean));
            } catch (IOException e) {
                told++;
                assertThat(e)
                        .hasMessageContaining(cut + " of an earlier start is cut off; delete ");
            }
        }
        assertThat(told).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.dzi", "t-{y}-{x}.png"})
    void twoExportsOfOneNameDoNotUndoEachOther(String name) throws IOException {
        Path file = folder.resolve(name);
        List<Throwable> failures = new ArrayList<>();
        ExportListener inside =
                new ExportListener() {
                    @Override
                    public void resumed(long pixels) {
                        // never
                    }

                    @Override
                    public void written(long pixels) {
                        try {
                            export(new Paint(3), WIDE, file, SMALL, 1).write("two", Stop.never());
                        } catch (IOException e) {
                            failures.add(e);
                        }
                    }
                };
        export(new Paint(3), TALL, file, SMALL, 2).write("one", inside);
        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(
                        e ->
                                assertThat(e)
                                        .hasMessageStartingWith("could not write " + file)
                                        .hasMessageContaining("another start is writing it"));
        Path clean = Files.createDirectory(folder.resolve("clean"));
        export(new Paint(3), TALL, clean.resolve(name), SMALL, 2).write("one", Stop.never());
        Map<String, Integer> tiles = contents(clean);
        assertThat(tiles).isNotEmpty();
        assertThat(contents(folder)).containsAllEntriesOf(tiles);
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all).noneMatch(path -> path.toString().endsWith(".lock"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.btf", "a.dzi", "a.zip", "t-{y}-{x}.png"})
    void aResumeFileThatIsDamagedAnywhereIsRefused(String name) throws IOException {
        Path file = folder.resolve(name);
        interrupt(file, 1);
        Path resume = folder.resolve(name.startsWith("t") ? "ikat.resume" : name + ".resume");
        byte[] whole = Files.readAllBytes(resume);
        List<byte[]> damaged = new ArrayList<>();
        for (int left : new int[] {0, 3, 8, 12, 40, whole.length - 1}) {
            damaged.add(Arrays.copyOf(whole, left));
        }
        damaged.add(Arrays.copyOf(whole, whole.length + 1));
        for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 50)) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            damaged.add(flipped);
        }
        for (byte[] bytes : damaged) {
            Files.write(resume, bytes);
            assertThatThrownBy(
                            () ->
                                    export(new Paint(3), TALL, file, SMALL, 2)
                                            .write("one", Stop.never()))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("could not write " + file + ": " + resume)
                    .hasMessageContaining(" is damaged")
                    .hasMessageEndingWith("; delete it to start over");
        }
        Files.write(resume, whole);
        Stop second = Stop.never();
        export(new Paint(3), TALL, file, SMALL, 2).write("one", second);
        assertThat(second.resumed()).hasSize(1);
    }

    /** Those of version 2 have no checksum. */
    @Test
    void aResumeFileOfAnEarlierVersionIsRefused() throws IOException {
        Path file = folder.resolve("a.png");
        interrupt(file, 1);
        Path resume = folder.resolve("a.png.resume");
        byte[] whole = Files.readAllBytes(resume);
        byte[] earlier = Arrays.copyOf(whole, whole.length - Long.BYTES);
        earlier[7] = 2;
        Files.write(resume, earlier);
        assertThatThrownBy(
                        () -> export(new Paint(3), TALL, file, SMALL, 2).write("one", Stop.never()))
                .hasMessageContaining(
                        resume + " is damaged, or of an earlier version; delete it to start over");
    }
}
