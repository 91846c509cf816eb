package ikat.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Averaging;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.NoiseSpec;
import ikat.model.Overtone;
import ikat.model.TextureModel;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Models;
import ikat.render.TextureRenderer;
import ikat.texture.GlobalField;
import ikat.texture.GlobalVector;
import ikat.texture.Textures;
import ikat.weave.Detail;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds of the levels of a plane, exactly, with the plain engine: level 1 has a model of its
 * own, level 2 is box-filtered, and levels from 3 on are far ones where the plane is endless.
 */
class ZoomLawsTest {

    private static final long SEED = 5;
    private static final int CELL = 4;

    private static final TextureModel MODEL =
            Models.random(new NoiseSpec(2, 2, 2, List.of(new Overtone(2, -1))), 3, 2, 3);
    private static final GlobalVector TEXTURE = Textures.of(MODEL).random(3);
    private static final GlobalField FIELD = new GlobalField.Constant(TEXTURE);
    private static final ZoomLevels LEVELS =
            new ZoomLevels(MODEL, any -> Engines.named("java", any, 1), List.of(TEXTURE));

    private final ZoomablePlane plane = plane(Boundary.ENDLESS);

    @AfterAll
    static void close() {
        LEVELS.close();
    }

    @Test
    void levelZeroIsThePlane() {
        PixelRegion region = new PixelRegion(-50, 1L << 40, 60, 40);
        NoiseField noise = new NoiseField(MODEL, SEED, FIELD, Boundary.ENDLESS);
        try (TextureRenderer renderer =
                new TextureRenderer(Engines.named("java", MODEL, 1), noise)) {
            assertThat(plane.level(0).render(region)).isEqualTo(renderer.render(region));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void aRegionAloneIsTheCropOfTheWholeLevel(int number) {
        PixelSource level = plane.level(number);
        Pixels whole = Pixels.of(level, new PixelRegion(-30, 1_000_007, 40, 36));
        Pixels alone = Pixels.of(level, new PixelRegion(-19, 1_000_012, 17, 23));
        assertThat(alone.bytes()).isEqualTo(whole.cut(11, 5, 17, 23).bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void tilesJoinToTheLevel(int number) {
        Pixels joined = Pixels.empty(32, 32, 3);
        for (int i = 0; i < 4; i++) {
            byte[] tile =
                    plane.level(number)
                            .render(new PixelRegion((i % 2 - 1) * 16L, (i / 2 + 7) * 16L, 16, 16));
            new Pixels(tile, 16, 16, 3).copyInto(joined, i % 2 * 16, i / 2 * 16);
        }
        byte[] whole = plane.level(number).render(new PixelRegion(-16, 7 * 16, 32, 32));
        assertThat(joined.bytes()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aWrappingPlaneWrapsAtEveryLevel(int number) {
        PixelSource level = wrapping().level(number);
        int period = 16 * CELL >> number;
        byte[] first = level.render(new PixelRegion(0, -3, period, 20));
        assertThat(level.render(new PixelRegion(period, -3, period, 20))).isEqualTo(first);
        assertThat(level.render(new PixelRegion(0, period - 3, period, 20))).isEqualTo(first);
    }

    @Test
    void theLevelBeyondTheModelsStagesIsBoxFiltered() {
        assertThat(plane.level(2).render(new PixelRegion(-32, 16, 24, 24)))
                .isEqualTo(halved(plane, 1, new PixelRegion(-64, 32, 48, 48)));
    }

    @Test
    void onAWrappingPlaneAllLevelsBeyondAreBoxFiltered() {
        assertThat(wrapping().level(2).render(new PixelRegion(-32, 16, 24, 24)))
                .isEqualTo(halved(wrapping(), 1, new PixelRegion(-64, 32, 48, 48)));
        Pixels first = Pixels.of(wrapping().level(1), new PixelRegion(-64, 32, 48, 48));
        assertThat(wrapping().level(3).render(new PixelRegion(-16, 8, 12, 12)))
                .isEqualTo(first.halved(2, Averaging.LIGHT).bytes());
    }

    private static byte[] halved(ZoomablePlane plane, int level, PixelRegion region) {
        return Pixels.of(plane.level(level), region).halved(1, Averaging.LIGHT).bytes();
    }

    @Test
    void thereAreLevelsUpToTwelve() {
        assertThatThrownBy(() -> plane.level(13)).hasMessageContaining("from 0 to 12");
        assertThatThrownBy(() -> plane.level(-1)).hasMessageContaining("from 0 to 12");
        assertThat(plane.level(12).channels()).isEqualTo(3);
    }

    private static ZoomablePlane wrapping() {
        Boundary boundary = new Boundary.Wrapping(16, 16);
        return plane(boundary);
    }

    private static ZoomablePlane plane(Boundary boundary) {
        return ZoomablePlane.of(
                LEVELS, new NoiseField(LEVELS.model(), SEED, FIELD, boundary), Detail.NETWORK);
    }
}
