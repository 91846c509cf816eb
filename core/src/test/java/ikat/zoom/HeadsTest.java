package ikat.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Averaging;
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
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.texture.Tiles;
import ikat.weave.Detail;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels of a model with several textures, each with a head of its own. */
class HeadsTest {

    private static final TextureModel MODEL =
            Models.named(
                    List.of(
                            new NamedTexture("bark", 1, 1, 64, 64),
                            new NamedTexture("moss", 1, 1, 64, 64)),
                    0.9f,
                    0.9f,
                    -0.9f,
                    -0.9f);
    private static final List<GlobalVector> BOTH = Textures.of(MODEL).all();
    private static final int SIDE = 8 * MODEL.spec().cellPixels();
    private static final GlobalField TILES =
            new Tiles(new PixelRegion(0, 0, SIDE, SIDE), 2, 1, BOTH, 0.5);
    private static final ZoomLevels LEVELS = ZoomLevels.ofAll(MODEL, HeadsTest::engine);

    private static Generator engine(TextureModel model) {
        return Engines.named("java", model, 2);
    }

    @AfterAll
    static void close() {
        LEVELS.close();
    }

    private static PixelSource level(
            ZoomLevels levels, int number, GlobalField field, Boundary boundary) {
        NoiseField plane = new NoiseField(MODEL, 3, field, boundary);
        return ZoomablePlane.of(levels, plane, Detail.NETWORK).level(number);
    }

    @Test
    void whereOneTextureStandsItsHeadIsTheOnlyOne() {
        GlobalVector moss = BOTH.get(1);
        GlobalField everywhere = new GlobalField.Constant(moss);
        PixelRegion region = new PixelRegion(-9, 4, 30, 20);
        try (ZoomLevels alone = new ZoomLevels(MODEL, HeadsTest::engine, List.of(moss))) {
            byte[] own = level(alone, 1, everywhere, Boundary.ENDLESS).render(region);
            assertThat(level(LEVELS, 1, everywhere, Boundary.ENDLESS).render(region))
                    .isEqualTo(own);
        }
    }

    private static double difference(byte[] first, byte[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs((first[i] & 0xff) - (second[i] & 0xff));
        }
        return sum / first.length;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void tilesJoinToTheLevelWhereTexturesMeet(int number) {
        PixelSource level = level(LEVELS, number, TILES, Boundary.ENDLESS);
        Pixels joined = Pixels.empty(32, 32, 3);
        for (int i = 0; i < 4; i++) {
            PixelRegion part = new PixelRegion((i % 2 - 1) * 16L, (i / 2 + 7) * 16L, 16, 16);
            Pixels.of(level.onOneThread(), part).copyInto(joined, i % 2 * 16, i / 2 * 16);
        }
        assertThat(level.render(new PixelRegion(-16, 7 * 16, 32, 32))).isEqualTo(joined.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aPlaneThatRepeatsDoesSoAtEveryLevel(int number) {
        PixelSource level = level(LEVELS, number, TILES, new Boundary.Wrapping(8, 8));
        int period = SIDE >> number;
        byte[] first = level.render(new PixelRegion(-5, -3, period, 12));
        assertThat(level.render(new PixelRegion(period - 5, -3, period, 12))).isEqualTo(first);
        assertThat(level.render(new PixelRegion(-5, period - 3, period, 12))).isEqualTo(first);
    }

    @Test
    void aMixtureOfBothTakesTheHeadOfMixtures() {
        GlobalVector middle = GlobalVector.blend(BOTH, new double[] {1, 1});
        assertThat(middle.sharesOf(BOTH)).containsExactly(0.5, 0.5);
        GlobalField everywhere = new GlobalField.Constant(middle);
        byte[] mixed =
                level(LEVELS, 1, everywhere, Boundary.ENDLESS)
                        .render(new PixelRegion(0, 0, 64, 64));
        byte[] wanted =
                Pixels.of(
                                level(LEVELS, 0, everywhere, Boundary.ENDLESS),
                                new PixelRegion(0, 0, 128, 128))
                        .halved(1, Averaging.LIGHT)
                        .bytes();
        assertThat(difference(mixed, wanted)).isLessThan(12);
    }
}
