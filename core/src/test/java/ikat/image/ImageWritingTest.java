package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ikat.io.DiskSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageWritingTest {

    private static final PixelRegion WINDOW = new PixelRegion(-50, 1L << 40, 300, 200);

    @TempDir Path folder;

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"a.png, 1", "a.png, 3", "a.PNG, 3", "a.tif, 1", "a.tif, 3", "a.tiff, 3"})
    void whatIsWrittenIsReadBack(String name, int channels) throws IOException {
        Path file = folder.resolve(name);
        try (OnDemandImage image = new OnDemandImage(new CountingSource(channels), WINDOW, 64)) {
            ImageFiles.write(image, file);
        }

        Raster raster = ImageIO.read(file.toFile()).getRaster();
        assertThat(raster.getNumBands()).isEqualTo(channels);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    assertThat((byte) raster.getSample(x, y, channel))
                            .isEqualTo(CountingSource.level(x - 50, (1L << 40) + y, channel));
                }
            }
        }
        assertThat(ImageFiles.read(file).channels()).isEqualTo(channels);
        assertThat(left()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.jpeg"})
    void jpegKeepsTheColourOfEveryPixel(String name) throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1024; i++) {
            image.setRGB(i % 32, i / 32, i % 2 == 0 ? 0xD03030 : 0x30D030);
        }
        Path file = folder.resolve(name);

        ImageFiles.write(image, file);

        BufferedImage read = ImageIO.read(file.toFile());
        // with one colour for every four pixels, neighbours would be alike
        assertThat(read.getRGB(10, 10) >> 16 & 0xFF).isGreaterThan(0xB0);
        assertThat(read.getRGB(11, 10) >> 16 & 0xFF).isLessThan(0x50);
    }

    @Test
    void greyJpegIsNotBrightened() throws IOException {
        PixelSource middle = source(1, (byte) 90);
        Path file = folder.resolve("grey.jpg");
        try (OnDemandImage image = new OnDemandImage(middle, new PixelRegion(0, 0, 40, 30))) {
            ImageFiles.write(image, file);
        }

        assertThat(ImageIO.read(file.toFile()).getRaster().getSample(20, 20, 0)).isBetween(88, 92);
        assertThat(ImageFiles.read(file).channels()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide.png", "wide.jpg", "wide.tif"})
    void aLargePictureNeedsTwoBandsAtATime(String name) throws IOException {
        List<WeakReference<byte[]>> bands = Collections.synchronizedList(new ArrayList<>());
        AtomicLong alive = new AtomicLong(99);
        PixelSource source =
                new PixelSource() {
                    @Override
                    public int channels() {
                        return 3;
                    }

                    @Override
                    public byte[] render(PixelRegion region) {
                        byte[] pixels = new byte[region.width() * region.height() * 3];
                        if (region.top() == 1000) {
                            alive.set(fewestAlive(bands));
                        }
                        bands.add(new WeakReference<>(pixels));
                        return pixels;
                    }
                };
        Path file = folder.resolve(name);
        try (OnDemandImage image =
                new OnDemandImage(source, new PixelRegion(0, 0, 10_000, 2_000), 100)) {
            ImageFiles.write(image, file);
        }

        assertThat(bands).hasSize(20);
        // the band that is being read, beside the one that is being rendered
        assertThat(alive.get()).isLessThanOrEqualTo(1);
        assertThat(Files.size(file)).isPositive();
    }

    /** A collection that comes while zlib pins an array is put off, so one alone may do nothing. */
    private static long fewestAlive(List<WeakReference<byte[]>> bands) {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 100 && fewest > 1; i++) {
            System.gc();
            LockSupport.parkNanos(1_000_000);
            fewest = bands.stream().filter(band -> band.get() != null).count();
        }
        return fewest;
    }

    @Test
    void progressRisesFromNoneToAll() throws IOException {
        List<Double> fractions = new ArrayList<>();
        try (OnDemandImage image = new OnDemandImage(new CountingSource(3), WINDOW, 50)) {
            ImageFiles.write(image, folder.resolve("a.png"), fractions::add);
        }

        assertThat(fractions).isSorted().hasSizeGreaterThan(100).startsWith(0.0).endsWith(1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xyz", "a", "png", "a.png.gz"})
    void anUnknownEndingIsRefused(String name) {
        assertRefused(name, WINDOW, "end it in .png, .jpg or .tif");
    }

    @Test
    void aFormatThatCannotHoldThePictureIsRefused() {
        PixelRegion wide = new PixelRegion(0, 0, 65_501, 1);
        assertRefused("a.jpg", wide, "65501x1 pixels, but JPEG allows at most 65500 a side");
        PixelRegion huge = new PixelRegion(0, 0, 40_000, 40_000);
        assertRefused("a.tif", huge, "4577 MB, but TIFF holds at most 4032; write it as .png");
    }

    @Test
    void aMissingFolderIsNoticedBeforeAnythingIsRendered() {
        assertRefused("missing/a.png", WINDOW, "there is no folder");
    }

    @Test
    void aFullDiskIsNoticedBeforeAnythingIsRendered() throws IOException {
        Path file = Path.of("a.png");

        assertThatThrownBy(() -> DiskSpace.check(file, 5000L << 20, 99L << 20))
                .hasMessageContaining("a.png: it takes 100 MB or more, but the disk has 99 MB");
        DiskSpace.check(file, 5000L << 20, 100L << 20);
    }

    private void assertRefused(String name, PixelRegion window, String message) {
        CountingSource source = new CountingSource(3);
        try (OnDemandImage image = new OnDemandImage(source, window, 1)) {
            assertThatThrownBy(() -> ImageFiles.write(image, folder.resolve(name)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(message);
        }
        assertThat(source.asked).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PNG", "JPEG", "TIFF"})
    void aDiskThatFillsUpIsNamed(String format) {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        PictureEncoder encoder = new PictureEncoder(PictureFormat.valueOf(format));
        try (OnDemandImage image = new OnDemandImage(new CountingSource(3), WINDOW)) {
            assertThatThrownBy(() -> encoder.write(image, full, fraction -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif"})
    void aFailureLeavesNothingBehind(String name) throws IOException {
        Files.writeString(folder.resolve(name), "before");
        PixelSource source =
                new PixelSource() {
                    @Override
                    public int channels() {
                        return 3;
                    }

                    @Override
                    public byte[] render(PixelRegion region) {
                        if (region.top() >= 100) {
                            throw new IllegalStateException("the yarn broke");
                        }
                        return new byte[region.width() * region.height() * 3];
                    }
                };
        try (OnDemandImage image = new OnDemandImage(source, new PixelRegion(0, 0, 300, 200), 20)) {
            assertThatThrownBy(() -> ImageFiles.write(image, folder.resolve(name)))
                    .hasMessageContaining("the yarn broke");
        }
        assertThat(left()).containsExactly(name);
        assertThat(folder.resolve(name)).hasContent("before");
    }

    private static PixelSource source(int channels, byte level) {
        return new PixelSource() {
            @Override
            public int channels() {
                return channels;
            }

            @Override
            public byte[] render(PixelRegion region) {
                byte[] pixels = new byte[region.width() * region.height() * channels];
                java.util.Arrays.fill(pixels, level);
                return pixels;
            }
        };
    }
}
