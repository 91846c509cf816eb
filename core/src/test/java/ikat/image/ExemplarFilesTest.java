package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExemplarFilesTest {

    @TempDir private Path folder;

    private PictureFile paint(String name, int type, int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, type);
        for (int i = 0; i < side * side; i++) {
            int x = i % side;
            image.getRaster().setSample(x, i / side, 0, (i * 37 + name.hashCode()) & 0xFF);
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return new PictureFile(file, ExemplarFacts.of(ImageFiles.read(file), name));
    }

    private PictureFile coloured(String name, int side) throws IOException {
        return paint(name, BufferedImage.TYPE_INT_RGB, side);
    }

    @Test
    void picturesComeAsTheyWereRead() throws IOException {
        PictureFile eight = coloured("a.png", 20);
        PictureFile grey = paint("b.png", BufferedImage.TYPE_BYTE_GRAY, 30);
        PictureFile sixteen = paint("c.png", BufferedImage.TYPE_USHORT_GRAY, 10);
        Exemplars files = new ExemplarFiles(List.of(eight, grey, sixteen));

        assertThat(files.channels()).isEqualTo(3);
        assertThat(files.get(0).pixels()).containsExactly(ImageFiles.read(eight.path()).pixels());
        assertThat(files.get(1).pixels())
                .containsExactly(ImageFiles.read(grey.path()).withChannels(3).pixels());
        assertThat(files.get(2).pixels())
                .containsExactly(ImageFiles.read(sixteen.path()).withChannels(3).pixels());
        assertThat(files.facts(1).channels()).isEqualTo(1);
    }

    @Test
    void aSquareIsThatPartOfThePicture() throws IOException {
        Exemplars files =
                new ExemplarFiles(
                        List.of(
                                coloured("a.png", 20),
                                paint("b.png", BufferedImage.TYPE_USHORT_GRAY, 16)));
        for (int index = 0; index < 2; index++) {
            float[] square = new float[3 * 25 + 1];
            files.copySquare(index, 7, 3, 5, square, 1);
            Exemplar whole = files.get(index);
            for (int i = 0; i < 75; i++) {
                assertThat(square[i + 1]).isEqualTo(whole.at(i / 25, 7 + i % 5, 3 + i / 5 % 5));
            }
        }
    }

    @Test
    void theCacheStaysWithinItsBytesAndKeepsWhatWasUsedLast() throws IOException {
        List<PictureFile> pictures = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pictures.add(coloured(i + ".png", 20));
        }
        ExemplarFiles files = new ExemplarFiles(pictures, 3 * 1200);

        for (int index : new int[] {0, 1, 2, 0, 3, 0, 2}) {
            files.get(index);
            assertThat(files.cachedBytes()).isLessThanOrEqualTo(3 * 1200);
        }

        assertThat(files.decoded()).isEqualTo(4);
        files.get(1);
        assertThat(files.decoded()).isEqualTo(5);
    }

    @Test
    void onePictureIsKeptEvenIfTheCacheIsTooSmallForIt() throws IOException {
        ExemplarFiles files = new ExemplarFiles(List.of(coloured("a.png", 20)), 10);
        files.get(0);
        files.get(0);

        assertThat(files.decoded()).isEqualTo(1);
    }

    @Test
    void aFileThatVanishedOrChangedIsOneSentence() throws IOException {
        PictureFile vanished = coloured("a.png", 20);
        PictureFile changed = coloured("b.png", 20);
        PictureFile damaged = coloured("c.png", 20);
        Exemplars files = new ExemplarFiles(List.of(vanished, changed, damaged), 0);
        Files.delete(vanished.path());
        coloured("b.png", 21);
        Files.writeString(damaged.path(), "no picture");

        assertThatThrownBy(() -> files.get(0))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessageContaining("a.png has vanished since training began");
        assertThatThrownBy(() -> files.copySquare(1, 0, 0, 1, new float[3], 0))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessageContaining("b.png has changed since training began");
        assertThatThrownBy(() -> files.get(2))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessageContaining("c.png is not a picture");
    }
}
