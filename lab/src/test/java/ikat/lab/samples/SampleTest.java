package ikat.lab.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SampleTest {

    @TempDir Path folder;

    private static final Path COMMITTED = Path.of("..", "samples");
    private static final Map<Sample, int[]> PAINTED = new ConcurrentHashMap<>();

    @BeforeAll
    static void paintEachOnce() {
        Stream.of(Sample.values()).parallel().forEach(SampleTest::paint);
    }

    private static void paint(Sample sample) {
        PAINTED.put(sample, pixels(sample.paint(Sample.DEFAULT_SIZE, Sample.DEFAULT_SEED)));
    }

    @ParameterizedTest
    @CsvSource({
        "HONEYCOMB, db47bbe070c3216c11e16e1cae1eb02a7a95bdd77f2f6cea83d0ec239929a8fe",
        "TEXT, cf2b7ed3572561e49b1c488df0439a1710a85263c785d01f8f0688f3302a51ef",
        "KNIT, f4fb24ec01454de337514217ca853495a2408a23e7d2630626e8fc2b7ff905c9",
        "BRICK, 446d639e27b9ae30fe6f3fb4ced41d0384faf779178d2dec24f9c6bd312e80ce",
        "SCALES, ef935c52fa7b6cafd249a1d183ae6a17bfa825d1ae916fbdef71fd142f02fe0d",
        "PEBBLES, 44ce6a4f8091f49fed6e94d8fd6d0df884c7609cf0e22ec444da30eaf92193ff",
    })
    void pixelsAreTheSameOnEveryMachine(Sample sample, String expected) throws Exception {
        assertThat(sha256(painted(sample))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void committedFileIsWhatIsPainted(Sample sample) throws Exception {
        BufferedImage committed = ImageIO.read(COMMITTED.resolve(sample.fileName()).toFile());

        assertThat(pixels(committed)).isEqualTo(painted(sample));
    }

    @ParameterizedTest
    @EnumSource
    void committedFileIsSmall(Sample sample) throws Exception {
        assertThat(Files.size(COMMITTED.resolve(sample.fileName()))).isLessThan(600 * 1024);
    }

    @ParameterizedTest
    @EnumSource
    void pictureHasContrast(Sample sample) {
        assertThat(new GreyPicture(painted(sample)).deviation()).isGreaterThan(25);
    }

    @ParameterizedTest
    @EnumSource
    void everyQuarterIsAsBrightAsTheWhole(Sample sample) {
        GreyPicture whole = new GreyPicture(painted(sample));

        for (int quarter = 0; quarter < 4; quarter++) {
            assertThat(whole.quarterMean(quarter)).isBetween(whole.mean() - 8, whole.mean() + 8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HONEYCOMB, 48, 0, 0.15",
        "HONEYCOMB, 24, 42, 0.15",
        "TEXT, 0, 22, 0.15",
        "KNIT, 32, 0, 0.15",
        "KNIT, 0, 26, 0.15",
        "BRICK, 64, 0, 0.02",
        "BRICK, 32, 28, 0.15",
        "SCALES, 48, 0, 0.15",
        "SCALES, 24, 24, 0.15",
    })
    void regularPictureIsLikeItselfOnePeriodAway(Sample sample, int dx, int dy, double rise) {
        GreyPicture picture = new GreyPicture(painted(sample));
        double onePeriod = picture.correlation(dx, dy);

        assertThat(onePeriod).isGreaterThan(0.2);
        assertThat(picture.correlation(dx / 2, dy / 2)).isLessThan(onePeriod - rise);
    }

    @Test
    void pebblesHaveNoPeriod() {
        GreyPicture picture = new GreyPicture(painted(Sample.PEBBLES));

        for (int shift = 50; shift < 120; shift += 7) {
            assertThat(picture.correlation(shift, 0)).isBetween(-0.15, 0.15);
            assertThat(picture.correlation(0, shift)).isBetween(-0.15, 0.15);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedGivesAnotherPicture(Sample sample) {
        assertThat(pixels(sample.paint(32, 1))).isNotEqualTo(pixels(sample.paint(32, 2)));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "4097"})
    void sizeOutOfRangeIsRefused(int size) {
        assertThatThrownBy(() -> Sample.BRICK.paint(size, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size is " + size + ", but must be from 1 to 4096 pixels");
    }

    @Test
    void sixPicturesAppearInANewFolder() throws IOException {
        Path made = folder.resolve("new/samples");

        List<Path> files = Sample.paintAll(made, 16);

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "honeycomb.png",
                        "text.png",
                        "knit.png",
                        "brick.png",
                        "scales.png",
                        "pebbles.png");
        try (Stream<Path> there = Files.list(made)) {
            assertThat(there).containsExactlyInAnyOrderElementsOf(files);
        }
    }

    @Test
    void folderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        assertThatThrownBy(() -> Sample.paintAll(file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("mine");
    }

    private static int[] painted(Sample sample) {
        return PAINTED.get(sample);
    }

    private static int[] pixels(BufferedImage image) {
        int side = image.getWidth();
        return image.getRGB(0, 0, side, image.getHeight(), null, 0, side);
    }

    private static String sha256(int[] pixels) throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(3 * pixels.length);
        for (int pixel : pixels) {
            bytes.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        return HexFormat.of().formatHex(digest);
    }
}
