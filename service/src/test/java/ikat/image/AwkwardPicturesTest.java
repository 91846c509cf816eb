package ikat.image;

import static ikat.image.AwkwardPicture.BLUE;
import static ikat.image.AwkwardPicture.RUST;
import static ikat.image.AwkwardPicture.read;
import static ikat.image.DrawnPictures.encoded;
import static ikat.image.DrawnPictures.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kinds of files that are read as they look: most lines of docs/inputs.md. */
class AwkwardPicturesTest {

    private static final String GREY = "exactly grey";
    private static final String OVER_WHITE = "transparent pixels were laid over white";
    private static final String SEVERAL = "the first was taken";

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource({"pngs", "jpegs", "otherFormats", "orientations", "colours", "sizes", "names"})
    void isReadAsItLooks(AwkwardPicture picture) throws IOException {
        Exemplar read =
                ImageFiles.read(Files.write(folder.resolve(picture.file()), picture.content()));

        assertThat(read.width() + "x" + read.height() + "x" + read.channels())
                .isEqualTo(picture.size());
        int margin = Math.min(2, Math.min(read.width(), read.height()) - 1);
        assertColour(read, margin, margin, picture.corner(), picture.tolerance());
        int right = read.width() - 1 - margin;
        assertColour(read, right, read.height() - 1 - margin, picture.rest(), picture.tolerance());
        assertThat(read.notes()).hasSameSizeAs(picture.notes());
        for (int i = 0; i < picture.notes().size(); i++) {
            assertThat(read.notes().get(i)).contains(picture.notes().get(i));
        }
        assertThat(read.name()).isEqualTo(picture.file());
    }

    private static void assertColour(Exemplar read, int x, int y, int expected, int tolerance) {
        for (int c = 0; c < read.channels(); c++) {
            assertThat((read.at(c, x, y) + 1) * 127.5)
                    .isCloseTo(expected >> 16 - 8 * c & 0xFF, within(tolerance + 0.01));
        }
    }

    /** 8x8 pixels with equal rows. */
    private static byte[] png(int depth, int type, byte[] row, Object... chunks) {
        PngChunks png = new PngChunks().header(8, 8, depth, type);
        for (int i = 0; i < chunks.length; i += 2) {
            png.chunk((String) chunks[i], (byte[]) chunks[i + 1]);
        }
        ByteBuffer rows = ByteBuffer.allocate(8 * (row.length + 1));
        for (int y = 0; y < 8; y++) {
            rows.put((byte) 0).put(row);
        }
        return png.chunk("IDAT", PngChunks.packed(rows.array())).end();
    }

    private static byte[] bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        Arrays.stream(values).forEach(value -> bytes.put((byte) value));
        return bytes.array();
    }

    /** A row whose left four pixels and right four pixels are equal. */
    private static byte[] halves(int... pixels) {
        int[] row = new int[4 * pixels.length];
        int length = pixels.length / 2;
        for (int i = 0; i < row.length; i++) {
            row[i] = pixels[i / (4 * length) * length + i % length];
        }
        return bytes(row);
    }

    private static AwkwardPicture greyPng(
            int depth, byte[] row, int corner, int rest, String... notes) {
        return read("PNG, grey, " + depth + " bits", png(depth, 0, row), "8x8x1", notes)
                .colours(corner << 16, rest << 16);
    }

    private static AwkwardPicture palettePng(int depth, int... row) {
        byte[] palette = bytes(20, 40, 220, 200, 100, 50);
        return read(
                "PNG, palette, " + depth + " bits",
                png(depth, 3, bytes(row), "PLTE", palette),
                "8x8x3");
    }

    static Stream<AwkwardPicture> pngs() {
        byte[] palette = bytes(20, 40, 220, 200, 100, 50);
        String clear = "32 " + OVER_WHITE;
        byte[] rgb = halves(20, 40, 220, 200, 100, 50);
        return Stream.of(
                greyPng(1, bytes(0x0F), 0, 255, GREY),
                greyPng(2, bytes(0x55, 0xAA), 85, 170, GREY),
                greyPng(4, bytes(0x33, 0x33, 0x99, 0x99), 51, 153, GREY),
                greyPng(8, halves(40, 150), 40, 150),
                greyPng(16, halves(40, 40, 150, 150), 40, 150),
                palettePng(1, 0x0F),
                palettePng(2, 0, 0x55),
                palettePng(4, 0, 0, 0x11, 0x11),
                palettePng(8, 0, 0, 0, 0, 1, 1, 1, 1),
                read("PNG, colour, 8 bits", png(8, 2, rgb), "8x8x3"),
                read(
                        "PNG, colour, 16 bits",
                        png(16, 2, halves(20, 0, 40, 0, 220, 0, 200, 0, 100, 0, 50, 0)),
                        "8x8x3"),
                read("PNG, grey and alpha", png(8, 4, halves(40, 255, 150, 0)), "8x8x1", clear)
                        .colours(40 << 16, 255 << 16),
                read(
                                "PNG, alpha, 8 bits",
                                png(8, 6, halves(20, 40, 220, 255, 1, 2, 3, 0)),
                                "8x8x3",
                                clear)
                        .colours(BLUE, 0xFFFFFF),
                read(
                                "PNG, half transparent, 16 bits",
                                png(
                                        16,
                                        6,
                                        halves(
                                                20, 0, 40, 0, 220, 0, 128, 0, 0, 0, 0, 0, 0, 0, 0,
                                                0)),
                                "8x8x3",
                                "64 " + OVER_WHITE)
                        .colours(0x8994EE, 0xFFFFFF),
                read(
                                "PNG, palette with transparency",
                                png(8, 3, halves(1, 0), "PLTE", palette, "tRNS", bytes(0)),
                                "8x8x3",
                                clear)
                        .colours(RUST, 0xFFFFFF),
                read(
                                "PNG, one colour transparent",
                                png(8, 2, rgb, "tRNS", bytes(0, 200, 0, 100, 0, 50)),
                                "8x8x3",
                                clear)
                        .colours(BLUE, 0xFFFFFF),
                read(
                        "PNG, interlaced",
                        encoded("png", "", true, image(BufferedImage.TYPE_INT_RGB)),
                        "32x16x3"),
                read(
                        "PNG, animated",
                        png(8, 2, rgb, "acTL", new byte[8]),
                        "8x8x3",
                        "its first frame was taken"));
    }

    static Stream<AwkwardPicture> jpegs() {
        byte[] progressive = encoded("jpeg", "", true, image(BufferedImage.TYPE_INT_RGB));
        return Stream.of(
                        read("JPEG", encoded("jpeg", BufferedImage.TYPE_INT_RGB), "32x16x3"),
                        read("JPEG, progressive", progressive, "32x16x3"),
                        read("JPEG, grey", encoded("jpeg", BufferedImage.TYPE_BYTE_GRAY), "32x16x1")
                                .colours(40 << 16, 150 << 16))
                .map(picture -> picture.within(16));
    }

    static Stream<AwkwardPicture> otherFormats() {
        BufferedImage picture = image(BufferedImage.TYPE_INT_RGB);
        BufferedImage black = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
        byte[] samples = DrawnPictures.samples(false);
        byte[] webp = WebpFile.ofOneColour(20, 10, 200, 100, 50);
        return Stream.of(
                read("TIFF", encoded("tiff", BufferedImage.TYPE_INT_RGB), "32x16x3"),
                read("TIFF, LZW", encoded("tiff", "LZW", false, picture), "32x16x3"),
                read("TIFF, Deflate", encoded("tiff", "Deflate", false, picture), "32x16x3"),
                read("TIFF, PackBits", encoded("tiff", "PackBits", false, picture), "32x16x3"),
                read("TIFF, 16 bits", encoded("tiff", BufferedImage.TYPE_USHORT_GRAY), "32x16x1")
                        .colours(40 << 16, 150 << 16),
                read(
                        "TIFF, two pages",
                        encoded("tiff", "", false, picture, black),
                        "32x16x3",
                        SEVERAL),
                read("GIF", encoded("gif", "", false, picture), "32x16x3"),
                read(
                        "GIF, animated",
                        encoded("gif", "", false, picture, black),
                        "32x16x3",
                        SEVERAL),
                read("BMP", encoded("bmp", BufferedImage.TYPE_INT_RGB), "32x16x3"),
                read("BMP, palette", encoded("bmp", BufferedImage.TYPE_BYTE_INDEXED), "32x16x3")
                        .within(30),
                read("WebP", webp, "20x10x3").colours(RUST, RUST),
                read("TGA", DrawnPictures.tga(), "32x16x3"),
                read("PSD", DrawnPictures.psd(), "32x16x3"),
                read("ICO", DrawnPictures.ico(), "32x16x3"),
                read("PPM", DrawnPictures.pnm("P6\n# drawn\n32 16\n255\n", samples), "32x16x3"),
                read("PGM", DrawnPictures.pnm("P5 8 1 255\n", halves(40, 150)), "8x1x1")
                        .colours(40 << 16, 150 << 16),
                read(
                                "PGM, 16 bits",
                                DrawnPictures.pnm("P5 8 1 65535\n", halves(40, 40, 150, 150)),
                                "8x1x1")
                        .colours(40 << 16, 150 << 16),
                read("PBM", DrawnPictures.pnm("P4 8 1\n", bytes(0xF0)), "8x1x1", GREY)
                        .colours(0, 255 << 16));
    }

    static Stream<AwkwardPicture> orientations() {
        String turned = "turned upright";
        byte[] rgb = halves(20, 40, 220, 200, 100, 50);
        byte[] webp = WebpFile.ofOneColour(20, 10, 200, 100, 50);
        return Stream.of(
                read("JPEG, upright", DrawnPictures.jpegOfOrientation(1), "32x16x3").within(16),
                read("JPEG, mirrored", DrawnPictures.jpegOfOrientation(2), "32x16x3", turned)
                        .colours(RUST, RUST)
                        .within(16),
                read("JPEG, upside down", DrawnPictures.jpegOfOrientation(3), "32x16x3", turned)
                        .colours(RUST, BLUE)
                        .within(16),
                read("JPEG, transposed", DrawnPictures.jpegOfOrientation(5), "16x32x3", turned)
                        .within(16),
                read(
                                "JPEG, turned to the right",
                                DrawnPictures.jpegOfOrientation(6),
                                "16x32x3",
                                turned)
                        .colours(RUST, RUST)
                        .within(16),
                read(
                                "JPEG, turned to the left",
                                DrawnPictures.jpegOfOrientation(8),
                                "16x32x3",
                                turned)
                        .colours(RUST, RUST)
                        .within(16),
                read("JPEG, orientation 99", DrawnPictures.jpegOfOrientation(99), "32x16x3")
                        .within(16),
                read(
                                "PNG, upside down",
                                png(8, 2, rgb, "eXIf", DrawnPictures.orientation(3)),
                                "8x8x3",
                                turned)
                        .colours(RUST, BLUE),
                read(
                                "WebP, turned",
                                WebpFile.withExif(webp, DrawnPictures.orientation(6)),
                                "10x20x3",
                                turned)
                        .colours(RUST, RUST));
    }

    static Stream<AwkwardPicture> colours() {
        byte[] rgb = halves(55, 128, 0, 200, 100, 50);
        byte[] linear = profile(ColorSpace.CS_LINEAR_RGB);
        String converted = "converted to sRGB";
        return Stream.of(
                read("PNG, profile", png(8, 2, rgb, "iCCP", linear), "8x8x3", converted)
                        .colours(0x80BC00, 0xE4A87B),
                read(
                                "PNG, profile of a palette",
                                png(
                                        8,
                                        3,
                                        halves(0, 1),
                                        "iCCP",
                                        linear,
                                        "PLTE",
                                        bytes(55, 128, 0, 200, 100, 50)),
                                "8x8x3",
                                converted)
                        .colours(0x80BC00, 0xE4A87B),
                read(
                                "PNG, profile of sRGB",
                                png(8, 2, rgb, "iCCP", profile(ColorSpace.CS_sRGB)),
                                "8x8x3")
                        .colours(0x378000, RUST),
                read(
                                "PNG, damaged profile",
                                png(8, 2, rgb, "iCCP", new byte[9]),
                                "8x8x3",
                                "left out")
                        .colours(0x378000, RUST),
                read(
                                "PNG, gamma of 1",
                                png(8, 2, rgb, "gAMA", bytes(0, 1, 0x86, 0xA0)),
                                "8x8x3",
                                converted)
                        .colours(0x80BC00, 0xE5A87B),
                read(
                                "PNG, Display P3",
                                png(8, 2, rgb, "cICP", bytes(12, 13, 0, 1)),
                                "8x8x3",
                                converted)
                        .colours(0x008100, 0xD75D1F),
                read(
                                "PNG, HLG",
                                png(8, 2, rgb, "cICP", bytes(9, 18, 0, 1)),
                                "8x8x3",
                                "(HLG), was left out")
                        .colours(0x378000, RUST));
    }

    private static byte[] profile(int space) {
        byte[] packed = PngChunks.packed(ICC_Profile.getInstance(space).getData());
        return ByteBuffer.allocate(3 + packed.length)
                .put((byte) 'p')
                .position(3)
                .put(packed)
                .array();
    }

    static Stream<AwkwardPicture> sizes() {
        byte[] one = DrawnPictures.pnm("P6 1 1 255\n", bytes(200, 100, 50));
        BufferedImage wide = new BufferedImage(4000, 2, BufferedImage.TYPE_INT_RGB);
        BufferedImage high = new BufferedImage(1, 3000, BufferedImage.TYPE_INT_RGB);
        return Stream.of(
                read("1x1", one, "1x1x3").colours(RUST, RUST),
                read("4000x2", encoded("png", "", false, wide), "4000x2x1", GREY).colours(0, 0),
                read("1x3000", encoded("png", "", false, high), "1x3000x1", GREY).colours(0, 0));
    }

    static Stream<AwkwardPicture> names() {
        byte[] png = encoded("png", BufferedImage.TYPE_INT_RGB);
        return Stream.of(
                        "with spaces .png",
                        "no ending",
                        "wrong ending.jpg",
                        "बुनाई.png",
                        "Bla\u0308tter.png",
                        "100%25 #?.png",
                        "-o.png")
                .filter(AwkwardPicturesTest::canBeNamed)
                .map(file -> read("name " + file, png, "32x16x3").in(file));
    }

    /** Under {@code LC_ALL=C} this Java names files in ASCII only. */
    private static boolean canBeNamed(String file) {
        try {
            return !Path.of(file).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
