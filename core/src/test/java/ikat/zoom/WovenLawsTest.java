package ikat.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Averaging;
import ikat.image.Exemplar;
import ikat.image.Exemplars;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Generator;
import ikat.render.Models;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import ikat.texture.Tiles;
import ikat.weave.Detail;
import ikat.weave.Weaver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for woven planes as for others: windows, threads, periods, levels. */
class WovenLawsTest {

    private static final long SEED = 11;
    private static final long FAR = 1L << 40;

    /** Two exemplars of different sizes without a common colour: reddish and bluish blobs. */
    private static final Exemplars EXEMPLARS =
            Exemplars.of(List.of(blobs("red.png", 128, 96, 0), blobs("blue.png", 80, 112, 2)));

    private static final TextureModel MODEL = woven(2);
    private static final ZoomLevels LEVELS = ZoomLevels.ofAll(MODEL, WovenLawsTest::engine);

    private static Generator engine(TextureModel model) {
        return Engines.named("java", model, 2);
    }

    private static TextureModel woven(int start) {
        TextureModel trained =
                Models.named(
                        List.of(
                                new NamedTexture("red", 1, 1, 128, 96),
                                new NamedTexture("blue", 1, 1, 80, 112)),
                        0.7f,
                        0.7f,
                        -0.7f,
                        -0.7f);
        return woven(trained, EXEMPLARS, start);
    }

    private static TextureModel woven(TextureModel trained, Exemplars exemplars, int start) {
        try (Weaving weaving = new Weaving(trained, WovenLawsTest::engine, exemplars)) {
            return trained.withWeave(weaving.learn(start));
        }
    }

    private static Exemplar blobs(String name, int width, int height, int channel) {
        Random random = new Random(channel);
        double[][] blobs = new double[60][3];
        for (double[] blob : blobs) {
            blob[0] = random.nextDouble() * width;
            blob[1] = random.nextDouble() * height;
            blob[2] = 2 + 6 * random.nextDouble();
        }
        float[] pixels = new float[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            double sum = 0;
            for (double[] blob : blobs) {
                double x = i % width - blob[0];
                double y = i / width - blob[1];
                sum += Math.exp(-(x * x + y * y) / (blob[2] * blob[2]));
            }
            for (int c = 0; c < 3; c++) {
                double level = c == channel ? Math.min(1, sum) - 0.2 : -0.9 + 0.1 * (i % 3);
                pixels[c * width * height + i] = (float) level;
            }
        }
        return Exemplar.made(name, 3, width, height, pixels);
    }

    private static GlobalField red() {
        return new GlobalField.Constant(Textures.of(MODEL).named("red"));
    }

    private static PixelSource plane(GlobalField field, Boundary boundary, int level) {
        NoiseField noise = new NoiseField(MODEL, SEED, field, boundary);
        return ZoomablePlane.of(LEVELS, noise, Detail.WOVEN).level(level);
    }

    @AfterAll
    static void close() {
        LEVELS.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void anyWindowShowsTheSamePixels(int level) {
        int side = 1024 >> level;
        Pixels whole = Pixels.of(fresh(level), region(-side / 2, -side / 2, side, side));
        Random random = new Random(level);
        for (int i = 0; i < 6; i++) {
            int left = random.nextInt(side - 60);
            int top = random.nextInt(side - 60);
            Pixels window =
                    Pixels.of(fresh(level), region(left - side / 2, top - side / 2, 60, 40));
            assertThat(window.bytes()).isEqualTo(whole.cut(left, top, 60, 40).bytes());
        }
    }

    private static PixelSource fresh(int level) {
        return plane(red(), Boundary.ENDLESS, level);
    }

    private static PixelRegion region(long left, long top, int width, int height) {
        return new PixelRegion(left, top, width, height);
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        byte[] one = fresh(0).onOneThread().render(region(300, -200, 700, 400));
        List<byte[]> many = new ArrayList<>();
        PixelSource shared = fresh(0);
        IntStream.range(0, 6)
                .parallel()
                .forEach(
                        i -> {
                            byte[] picture = shared.render(region(300, -200, 700, 400));
                            synchronized (many) {
                                many.add(picture);
                            }
                        });
        try (ZoomLevels four = ZoomLevels.ofAll(MODEL, model -> Engines.named("java", model, 4))) {
            NoiseField noise = new NoiseField(MODEL, SEED, red(), Boundary.ENDLESS);
            many.add(
                    ZoomablePlane.of(four, noise, Detail.WOVEN)
                            .level(0)
                            .render(region(300, -200, 700, 400)));
        }
        assertThat(many).hasSize(7).allSatisfy(picture -> assertThat(picture).isEqualTo(one));
    }

    @Test
    void blocksContinueEachOther() {
        // The Java engine is exact, so a block computed elsewhere agrees in its margin.
        Pixels across = Pixels.of(fresh(0), region(512 - 40, 300, 80, 80));
        PixelSource shifted =
                plane(red(), new Boundary.Wrapping(0, 1L << 31), 0); // waves as good as before
        assertThat(Pixels.of(shifted, region(512 - 40, 300, 80, 80)).bytes())
                .isEqualTo(across.bytes());
        double atBorder = step(across, 39);
        double inside = (step(across, 20) + step(across, 60)) / 2;
        assertThat(atBorder).isLessThan(3 * inside + 4);
    }

    /** Mean difference between a column and the next one, in levels. */
    private static double step(Pixels picture, int column) {
        double sum = 0;
        for (int y = 0; y < picture.height(); y++) {
            int at = y * picture.stride() + 3 * column;
            sum += Math.abs((picture.bytes()[at] & 0xff) - (picture.bytes()[at + 3] & 0xff));
        }
        return sum / picture.height();
    }

    @ParameterizedTest
    @ValueSource(longs = {FAR, -FAR - 77})
    void farAwayItIsTheSame(long at) {
        Pixels whole = Pixels.of(fresh(0), region(at, at, 200, 200));
        assertThat(Pixels.of(fresh(0), region(at + 50, at + 70, 60, 40)).bytes())
                .isEqualTo(whole.cut(50, 70, 60, 40).bytes());
        assertThat(ofExemplar(whole, 0)).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 200, 640})
    void aPeriodRepeatsBitForBit(int period) {
        Boundary boundary = new Boundary.Wrapping(period / 8, period / 8);
        PixelSource plane = plane(red(), boundary, 0);
        byte[] first = plane.render(region(0, 0, period, period));
        assertThat(plane.render(region(period, -3L * period, period, period))).isEqualTo(first);
        byte[] half = plane(red(), boundary, 1).render(region(0, 0, period / 2, period / 2));
        assertThat(plane(red(), boundary, 1).render(region(period, 0, period / 2, period / 2)))
                .isEqualTo(half);
    }

    @Test
    void onlyPixelsOfTheExemplarAreShown() {
        Pixels picture = Pixels.of(fresh(0), region(0, 0, 512, 512));
        assertThat(ofExemplar(picture, 0)).isGreaterThan(0.6);
    }

    /** The share of pixels whose colour the exemplar has, too; the rest lies where pieces meet. */
    private static double ofExemplar(Pixels picture, int exemplar) {
        Set<Integer> known = colours(EXEMPLARS.get(exemplar).toPixels());
        int shown = 0;
        for (int i = 0; i < picture.bytes().length; i += 3) {
            shown += known.contains(colour(picture.bytes(), i)) ? 1 : 0;
        }
        return 3.0 * shown / picture.bytes().length;
    }

    private static Set<Integer> colours(Pixels picture) {
        Set<Integer> colours = new HashSet<>();
        for (int i = 0; i < picture.bytes().length; i += 3) {
            colours.add(colour(picture.bytes(), i));
        }
        return colours;
    }

    private static int colour(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
    }

    @Test
    void texturesMeetAtASharpBorder() {
        Textures known = Textures.of(MODEL);
        Tiles tiles =
                new Tiles(
                        region(0, 0, 512, 512),
                        2,
                        1,
                        List.of(known.named("red"), known.named("blue")),
                        0.5);
        Pixels picture = Pixels.of(plane(tiles, Boundary.ENDLESS, 0), region(0, 0, 512, 512));

        assertThat(ofExemplar(picture.cut(16, 0, 160, 512), 0)).isGreaterThan(0.6);
        assertThat(ofExemplar(picture.cut(16, 0, 160, 512), 1)).isLessThan(0.01);
        assertThat(ofExemplar(picture.cut(340, 0, 160, 512), 1)).isGreaterThan(0.6);
        assertThat(ofExemplar(picture, 0) + ofExemplar(picture, 1)).isGreaterThan(0.6);
    }

    @Test
    void levelsShowTheSamePlane() {
        Pixels full = Pixels.of(fresh(0), region(0, 0, 512, 512)).halved(1, Averaging.LIGHT);
        Pixels half = Pixels.of(fresh(1), region(0, 0, 256, 256));
        double same = 0;
        double other = 0;
        for (int i = 0; i < half.bytes().length; i += 3) {
            same += Math.abs((full.bytes()[i] & 0xff) - (half.bytes()[i] & 0xff));
            int elsewhere = (i + half.bytes().length / 2) % half.bytes().length / 3 * 3;
            other += Math.abs((full.bytes()[elsewhere] & 0xff) - (half.bytes()[i] & 0xff));
        }
        assertThat(same).isLessThan(0.5 * other);
        assertThat(plane(red(), Boundary.ENDLESS, 5).render(region(0, 0, 16, 16))).isNotEmpty();
    }

    @Test
    void aPixelSeesNoFartherThanSaid() {
        assertThat(Weaver.reach(2)).isEqualTo(114);
        assertThat(Weaver.reach(3)).isEqualTo(234);
    }

    @Test
    void aModelWithoutExemplarsSaysSo() {
        try (ZoomLevels levels = ZoomLevels.ofAll(MODEL.withWeave(null), WovenLawsTest::engine)) {
            NoiseField noise = new NoiseField(MODEL, SEED, red(), Boundary.ENDLESS);
            assertThatThrownBy(() -> ZoomablePlane.of(levels, noise, Detail.WOVEN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("holds no exemplar");
        }
    }

    @Test
    void unusualExemplarsEndInAClearAnswer() {
        TextureModel trained = Models.periodic();
        assertThat(weaving(trained, 48, 48).mostStart()).isZero();
        assertThat(weaving(trained, 48, 48).obstacle()).contains("side below");
        assertThat(weaving(trained, 4000, 90).mostStart()).isEqualTo(2);
        assertThat(rendered(trained, 1500, 90, true)).hasSize(3 * 100 * 100);
        byte[] flat = rendered(trained, 96, 96, false);
        for (int i = 0; i < flat.length; i++) {
            assertThat(flat[i]).isEqualTo((byte) 128);
        }
        assertThat(weaving(trained, 3000, 2000).partOf(large()))
                .hasValueSatisfying(
                        part -> assertThat(part).contains("detail is woven from 1024x1024"));
    }

    private static Exemplars large() {
        return one(3000, 2000, false);
    }

    private static Exemplars one(int width, int height, boolean coloured) {
        return Exemplars.of(
                coloured
                        ? blobs("wide.png", width, height, 1)
                        : Exemplar.made(
                                "flat.png", 3, width, height, new float[3 * width * height]));
    }

    private static Weaving weaving(TextureModel trained, int width, int height) {
        return new Weaving(trained, WovenLawsTest::engine, one(width, height, false));
    }

    private static byte[] rendered(TextureModel trained, int width, int height, boolean coloured) {
        Exemplars exemplars = one(width, height, coloured);
        TextureModel woven = woven(trained, exemplars, 1);
        NoiseField noise = NoiseField.endless(woven, 1);
        try (ZoomablePlane plane =
                new ZoomablePlane(woven, WovenLawsTest::engine, noise, Detail.WOVEN)) {
            return plane.level(0).render(region(0, 0, 100, 100));
        }
    }
}
