package ikat.export;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Averaging;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads our BigTIFF files with somebody else's reader, a plug-in of this module. */
class BigTiffReadingTest {

    private static final PixelRegion WINDOW = new PixelRegion(5, -70_000, 2301, 700);

    @TempDir private Path folder;

    private record Paint(int channels) implements PixelSource {

        @Override
        public byte[] render(PixelRegion region) {
            byte[] picture = new byte[region.width() * region.height() * channels];
            for (int i = 0; i < picture.length; i++) {
                long x = region.left() + i / channels % region.width();
                long y = region.top() + i / channels / region.width();
                picture[i] = (byte) (100 * Math.sin(0.05 * x + 0.03 * y + i % channels) + x % 7);
            }
            return picture;
        }
    }

    @Test
    void holdsThePictureAndSmallerVersions() throws IOException {
        Path file = folder.resolve("wall.btf");
        Paint paint = new Paint(3);
        new Export(paint, WINDOW, file, new TileChoice(128, false), 2)
                .write(null, ExportListener.SILENT);
        Pixels expected = Pixels.of(paint, WINDOW);
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(stream).next();
            reader.setInput(stream);
            assertThat(reader.getNumImages(true)).isEqualTo(6); // 2301, 1151, ... 72
            for (int level = 0; level < 6; level++) {
                assertThat(reader.getTileWidth(level)).isEqualTo(128);
                assertShows(reader.read(level), expected);
                expected = expected.halved(1, Averaging.LIGHT);
            }
            reader.dispose();
        }
    }

    @Test
    void holdsGreyOnes() throws IOException {
        Path file = folder.resolve("wall.tf8");
        Paint paint = new Paint(1);
        new Export(paint, WINDOW, file, TileChoice.USUAL, 2).write(null, ExportListener.SILENT);
        assertShows(ImageIO.read(file.toFile()), Pixels.of(paint, WINDOW));
    }

    private static void assertShows(BufferedImage image, Pixels expected) {
        assertThat(image.getWidth()).isEqualTo(expected.width());
        assertThat(image.getHeight()).isEqualTo(expected.height());
        int[] levels =
                image.getRaster()
                        .getPixels(0, 0, expected.width(), expected.height(), (int[]) null);
        byte[] bytes = new byte[levels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) levels[i];
        }
        assertThat(bytes).isEqualTo(expected.bytes());
    }
}
