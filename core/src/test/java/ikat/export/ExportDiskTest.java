package ikat.export;

import static ikat.export.ExportTest.contents;
import static ikat.export.ExportTest.export;
import static org.assertj.core.api.Assertions.assertThat;

import ikat.export.ExportTest.Stop;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.io.FaultyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports to disks on which writes fail. */
class ExportDiskTest {

    private static final PixelRegion WINDOW = new PixelRegion(-3, 70, 90, 1100);
    private static final TileChoice TILES = new TileChoice(256, false);

    @TempDir private Path folder;

    /** With an identity, progress is kept after each piece. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "a.png, one", "a.btf, one", "a.dzi, one", "a.zip, one", "t/{y}-{x}.png, one",
        "a.png, ", "a.btf, ", "a.dzi, ", "a.zip, ", "t/{y}-{x}.png, "
    })
    void whateverWriteFailsNothingStaysHalfWritten(String name, @Nullable String identity)
            throws IOException {
        Path clean = Files.createDirectory(folder.resolve("clean"));
        write(clean, name, identity);
        Map<String, Integer> whole = contents(clean);
        int faults =
                FaultyDisk.eachFault(
                        folder,
                        own -> write(own, name, identity),
                        (own, failure) -> {
                            assertOnlyWhole(own, whole);
                            if (failure != null) {
                                write(own, name, identity);
                            }
                            assertThat(contents(own)).isEqualTo(whole);
                        });
        assertThat(faults).isGreaterThan(10);
    }

    /** Each of some hundred operations takes 50 ms. */
    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.btf", "a.dzi", "a.zip", "t/{y}-{x}.png"})
    void aSlowDiskDoesNotDelayAnInterruption(String name) throws Exception {
        FaultyDisk disk = new FaultyDisk();
        disk.delay(Duration.ofMillis(50));
        AtomicReference<Throwable> failure = new AtomicReference<>();
        TileChoice small = new TileChoice(64, false);
        PixelRegion large = new PixelRegion(0, 0, 1000, 3000);
        Export export = export(new Ramp(), large, disk.view(folder).resolve(name), small, 1);
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                export.write("one", Stop.never());
                            } catch (IOException e) {
                                failure.set(e);
                            }
                        });
        thread.start();
        Thread.sleep(1000);
        thread.interrupt();
        thread.join(2000);
        assertThat(thread.isAlive()).isFalse();
        if (failure.get() != null) { // a PNG may have been complete
            assertThat(failure.get()).hasMessageContaining("interrupted");
        }
    }

    /** Final names hold final bytes; other files are there only to resume from. */
    private static void assertOnlyWhole(Path own, Map<String, Integer> whole) throws IOException {
        Map<String, Integer> left = contents(own);
        boolean resumes = left.keySet().stream().anyMatch(file -> file.endsWith(".resume"));
        left.forEach(
                (file, bytes) -> {
                    if (whole.containsKey(file)) {
                        assertThat(bytes).as(file).isEqualTo(whole.get(file));
                    } else {
                        assertThat(resumes).as("%s, with nothing to resume", file).isTrue();
                        assertThat(file).doesNotContain(".part-", ".lock");
                    }
                });
    }

    private static void write(Path own, String name, @Nullable String identity) throws IOException {
        export(new Ramp(), WINDOW, own.resolve(name), TILES, 1).write(identity, Stop.never());
    }

    /** A plane that costs next to nothing: there are thousands of exports here. */
    private record Ramp() implements PixelSource {

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public byte[] render(PixelRegion region) {
            byte[] pixels = new byte[region.width() * region.height()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (region.top() + i / region.width());
            }
            return pixels;
        }
    }
}
