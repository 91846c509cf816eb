package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngColoursTest {

    private static final byte[] PLAIN = {(byte) 200, 100, 50};

    /** The sRGB of (200, 100, 50) in Display P3, by the matrices of CSS Color 4, section 17. */
    private static final int[] PLAIN_FROM_P3 = {215, 93, 31};

    private static final byte[] SRGB_CODES = {1, 13, 0, 1};
    private static final byte[] P3_CODES = {12, 13, 0, 1};
    private static final byte[] PQ_CODES = {9, 16, 0, 1};
    private static final byte[] LINEAR_GAMMA = gamma(100_000);

    @TempDir Path folder;

    private Exemplar read(PngChunks png) throws IOException {
        return ImageFiles.read(Files.write(folder.resolve("colours.png"), png.end()));
    }

    private static byte[] gamma(int hundredThousandths) {
        return ByteBuffer.allocate(4).putInt(hundredThousandths).array();
    }

    private static byte[] linearProfile() {
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] packed = PngChunks.packed(linear);
        return ByteBuffer.allocate(3 + packed.length)
                .put((byte) 'p')
                .put((byte) 0)
                .put((byte) 0)
                .put(packed)
                .array();
    }

    /** One pixel of (200, 100, 50). */
    private static final class OnePixel {
        private final PngChunks png = new PngChunks().header(1, 1, 8, 2);

        OnePixel with(String type, byte[] content) {
            png.chunk(type, content);
            return this;
        }

        PngChunks done() {
            byte[] row = {0, PLAIN[0], PLAIN[1], PLAIN[2]};
            return png.chunk("IDAT", PngChunks.packed(row));
        }
    }

    private static void assertColour(Exemplar read, int red, int green, int blue) {
        int[] expected = {red, green, blue};
        for (int c = 0; c < 3; c++) {
            assertThat((read.at(c, 0, 0) + 1) * 127.5).isCloseTo(expected[c], within(1.5));
        }
    }

    @Test
    void aPaletteIsConvertedFromTheProfile() throws IOException {
        PngChunks png =
                new PngChunks()
                        .header(1, 1, 8, 3)
                        .chunk("iCCP", linearProfile())
                        .chunk("PLTE", new byte[] {1, 2, 3, 55, (byte) 128, 0})
                        .chunk("IDAT", PngChunks.packed(new byte[] {0, 1}));

        Exemplar read = read(png);

        // linear light of 55/255 and 128/255 by the transfer curve of IEC 61966-2-1
        assertColour(read, 128, 188, 0);
        assertThat(read.notes())
                .containsExactly("its colours were converted to sRGB from the profile in the file");
    }

    @Test
    void aPaletteKeepsItsTransparency() throws IOException {
        PngChunks png =
                new PngChunks()
                        .header(2, 1, 8, 3)
                        .chunk("iCCP", linearProfile())
                        .chunk("PLTE", new byte[] {1, 2, 3, 55, (byte) 128, 0})
                        .chunk("tRNS", new byte[] {0})
                        .chunk("IDAT", PngChunks.packed(new byte[] {0, 1, 0}));

        Exemplar read = read(png);

        assertColour(read, 128, 188, 0);
        assertThat(read.at(0, 1, 0)).isEqualTo(1);
        assertThat(read.notes()).contains("1 transparent pixels were laid over white");
    }

    @Test
    void aGreyProfileChangesNothing() throws IOException {
        byte[] grey = PngChunks.packed(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
        byte[] chunk =
                ByteBuffer.allocate(3 + grey.length).put(new byte[] {'g', 0, 0}).put(grey).array();
        for (int depth : new int[] {4, 8}) {
            PngChunks png =
                    new PngChunks()
                            .header(1, 1, depth, 0)
                            .chunk("iCCP", chunk)
                            .chunk("IDAT", PngChunks.packed(new byte[] {0, 0x33}));

            Exemplar read = read(png);

            assertThat(read.at(0, 0, 0)).isCloseTo(0x33 / 127.5f - 1, within(1e-6f));
            assertThat(read.notes()).noneMatch(note -> note.contains("profile"));
        }
    }

    @ParameterizedTest
    @CsvSource({"100000, 228, 168, 123", "55556, 210, 119, 65"})
    void anUnusualGammaIsConverted(int gamma, int red, int green, int blue) throws IOException {
        Exemplar read = read(new OnePixel().with("gAMA", gamma(gamma)).done());

        assertColour(read, red, green, blue);
        assertThat(read.notes())
                .containsExactly("its tones were converted to sRGB from the gamma in the file");
    }

    @Test
    void theGammaOfGreyAndOfTransparentPixelsIsConverted() throws IOException {
        PngChunks png =
                new PngChunks()
                        .header(2, 1, 16, 4)
                        .chunk("gAMA", LINEAR_GAMMA)
                        .chunk(
                                "IDAT",
                                PngChunks.packed(
                                        new byte[] {0, 0x37, 0x37, -1, -1, 0x37, 0x37, 0, 0}));

        Exemplar read = read(png);

        assertThat(read.channels()).isEqualTo(1);
        assertThat(read.at(0, 0, 0)).isCloseTo(128 / 127.5f - 1, within(0.01f));
        assertThat(read.at(0, 1, 0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {45_455, 43_500, 47_600, 0, -1})
    void aUsualOrSenselessGammaChangesNothing(int gamma) throws IOException {
        Exemplar read = read(new OnePixel().with("gAMA", gamma(gamma)).done());

        assertColour(read, 200, 100, 50);
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void codesOfDisplayP3AreConverted() throws IOException {
        Exemplar read = read(new OnePixel().with("cICP", P3_CODES).done());

        assertColour(read, PLAIN_FROM_P3[0], PLAIN_FROM_P3[1], PLAIN_FROM_P3[2]);
        assertThat(read.notes()).singleElement().asString().contains("converted to sRGB");
    }

    @Test
    void codesOfOtherSpacesAreNoted() throws IOException {
        Exemplar read = read(new OnePixel().with("cICP", PQ_CODES).done());

        assertColour(read, 200, 100, 50);
        assertThat(read.notes())
                .singleElement()
                .asString()
                .contains("of high dynamic range (PQ), was left out (cICP 9, 16)");
    }

    @Test
    void theFirstOfCodesProfileSrgbAndGammaCounts() throws IOException {
        OnePixel all = new OnePixel().with("sRGB", new byte[1]).with("gAMA", LINEAR_GAMMA);
        assertColour(read(all.done()), 200, 100, 50);
        OnePixel profiled =
                new OnePixel().with("gAMA", gamma(55_556)).with("iCCP", linearProfile());
        assertColour(read(profiled.done()), 228, 168, 123);
        OnePixel coded = new OnePixel().with("iCCP", linearProfile()).with("cICP", SRGB_CODES);
        assertColour(read(coded.done()), 200, 100, 50);
        OnePixel unknown = new OnePixel().with("iCCP", linearProfile()).with("cICP", PQ_CODES);
        assertColour(read(unknown.done()), 228, 168, 123);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void coloursUnderFullTransparencyLeaveNoTrace(boolean profiled) throws IOException {
        float[] magenta = holes(new byte[] {-1, 0, -1, 0}, profiled);
        float[] black = holes(new byte[] {0, 0, 0, 0}, profiled);

        assertThat(magenta).isEqualTo(black);
    }

    private float[] holes(byte[] hidden, boolean profiled) throws IOException {
        PngChunks png = new PngChunks().header(2, 1, 8, 6);
        if (profiled) {
            png.chunk("iCCP", linearProfile());
        }
        byte[] row = ByteBuffer.allocate(9).put(1, PLAIN).put(4, (byte) -1).put(5, hidden).array();
        return read(png.chunk("IDAT", PngChunks.packed(row))).pixels();
    }
}
