package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes pictures several times larger than the heap of the Java that writes them. */
class SmallHeapTest {

    private static final int SIDE = 12_000;

    @TempDir Path folder;

    @Timeout(120)
    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif"})
    void memoryStaysFlat(String name) throws IOException, InterruptedException, URISyntaxException {
        Path file = folder.resolve(name);
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx32m",
                                "-cp",
                                place(ImageFiles.class) + File.pathSeparator + place(Main.class),
                                Main.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();

        int code = process.waitFor();

        assertThat(code).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();
        assertThat(file).isNotEmptyFile();
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Renders black: 144 MB of pixels in bands of 1.2 MB. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            PixelSource black =
                    new PixelSource() {
                        @Override
                        public int channels() {
                            return 1;
                        }

                        @Override
                        public byte[] render(PixelRegion region) {
                            return new byte[region.width() * region.height()];
                        }
                    };
            PixelRegion window = new PixelRegion(0, 0, SIDE, SIDE);
            try (OnDemandImage image = new OnDemandImage(black, window, 100)) {
                ImageFiles.write(image, Path.of(arguments[0]));
            }
        }
    }
}
