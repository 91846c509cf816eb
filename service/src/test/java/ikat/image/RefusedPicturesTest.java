package ikat.image;

import static ikat.image.AwkwardPicture.refused;
import static ikat.image.DrawnPictures.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kinds of files that are refused: the other lines of docs/inputs.md. */
class RefusedPicturesTest {

    private static final String UNKNOWN = "is not a picture of a known format; the known ones are";

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource({"foreign", "damaged"})
    void isRefusedInOneSentence(AwkwardPicture picture) throws IOException {
        Path file = Files.write(folder.resolve(picture.file()), picture.content());

        assertThatThrownBy(() -> ImageFiles.read(file))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(picture.refusal())
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(300));
    }

    static Stream<AwkwardPicture> foreign() {
        return Stream.of(
                refused(
                        "HEIC",
                        "\0\0\0\30ftypheic\0\0",
                        "in HEIC, which is not read; save it as PNG"),
                refused(
                        "AVIF",
                        "\0\0\0\34ftypavif\0\0",
                        "in AVIF, which is not read; save it as PNG"),
                refused("OpenEXR", "v/1\1\2\0\0\0channels", "in OpenEXR, which is not read"),
                refused("DDS", "DDS |\0\0\0", "in DDS, which is not read; save it as PNG"),
                refused("Radiance HDR", "#?RADIANCE\n\n", "in Radiance HDR, which is not read"),
                refused("JPEG XL", "\377\n\0\0\0\0\0\0\0\0\0\0", "in JPEG XL, which is not read"),
                refused("JPEG 2000", "\0\0\0\14jP  \r\n\207\n", "in JPEG 2000, which is not read"),
                refused(
                        "PFM",
                        DrawnPictures.pnm("PF\n1 1\n-1.0\n", new byte[12]),
                        "with 8 or 16 bits a channel"),
                refused("text named .png", "weave", UNKNOWN).in("text.png"),
                refused("SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>", UNKNOWN),
                refused("zeros", new byte[5000], UNKNOWN));
    }

    static Stream<AwkwardPicture> damaged() {
        List<AwkwardPicture> cut = new ArrayList<>();
        cut.add(refused("empty file", "", "is empty; give a picture file"));
        cut.add(cut("PNG", encoded("png", BufferedImage.TYPE_INT_RGB)));
        cut.add(cut("JPEG", encoded("jpeg", BufferedImage.TYPE_INT_RGB)));
        cut.add(cut("TIFF", encoded("tiff", BufferedImage.TYPE_INT_RGB)));
        cut.add(cut("BMP", encoded("bmp", BufferedImage.TYPE_INT_RGB)));
        cut.add(cut("WebP", WebpFile.ofOneColour(20, 10, 200, 100, 50)));
        cut.add(cut("TGA", DrawnPictures.tga()));
        cut.add(cut("PSD", DrawnPictures.psd()));
        cut.add(cut("ICO", DrawnPictures.ico()));
        cut.add(cut("PPM", DrawnPictures.pnm("P6 32 16 255\n", DrawnPictures.samples(false))));
        cut.add(
                refused(
                        "PPM, gigantic",
                        "P6 100000 100000 255\n",
                        "is 100000x100000 pixels, but at most"));
        return cut.stream();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void damageGivesAPictureOrOneSentence(byte[] whole) throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int n = 0; n < 3; n++) {
                int range = random.nextBoolean() ? 64 : whole.length;
                damaged[random.nextInt(range)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            try {
                assertThat(ImageFiles.read(file, 1_000_000).width()).isPositive();
            } catch (ImageFormatException e) {
                assertThat(e.getMessage()).startsWith("damaged ").hasLineCount(1);
            }
        }
    }

    static Stream<byte[]> drawn() {
        return Stream.of(
                encoded("bmp", BufferedImage.TYPE_INT_RGB),
                DrawnPictures.tga(),
                DrawnPictures.psd(),
                DrawnPictures.ico(),
                DrawnPictures.pnm("P6 32 16 255\n", DrawnPictures.samples(false)));
    }

    private static AwkwardPicture cut(String format, byte[] whole) {
        return refused(
                format + ", cut off", Arrays.copyOf(whole, whole.length * 6 / 10), "cut off");
    }
}
