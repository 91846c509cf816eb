package ikat.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ikat.image.Averaging;
import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.image.PixelSource;
import ikat.image.Pixels;
import ikat.model.MapKind;
import ikat.model.MaterialMaps;
import ikat.model.NamedTexture;
import ikat.model.TextureModel;
import ikat.model.Weave;
import ikat.noise.Boundary;
import ikat.noise.NoiseField;
import ikat.render.Engines;
import ikat.render.Models;
import ikat.render.Weaves;
import ikat.texture.GlobalField;
import ikat.texture.Textures;
import ikat.weave.Detail;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps of a material lie on the colours pixel by pixel, whatever is rendered. */
class MaterialLawsTest {

    private static final long SEED = 5;
    private static final List<MapKind> KINDS =
            List.of(MapKind.NORMAL, MapKind.HEIGHT, MapKind.ROUGHNESS);
    private static final TextureModel MODEL = model();
    private static final ZoomLevels LEVELS =
            ZoomLevels.ofAll(MODEL, model -> Engines.named("java", model, 2));
    private static final ZoomablePlane PLANE = plane(Boundary.ENDLESS);

    private static TextureModel model() {
        return Weaves.material(
                Models.named(
                        List.of(
                                new NamedTexture("red", 1, 1, 128, 96),
                                new NamedTexture("blue", 1, 1, 80, 112)),
                        0.7f,
                        0.7f,
                        -0.7f,
                        -0.7f),
                true);
    }

    @AfterAll
    static void close() {
        LEVELS.close();
    }

    private static ZoomablePlane plane(Boundary boundary) {
        Textures known = Textures.of(MODEL);
        GlobalField half =
                new GlobalField.Mixture(
                        List.of(
                                new GlobalField.Constant(known.named("red")),
                                new GlobalField.Constant(known.named("blue"))),
                        List.of(0.5, 0.5));
        NoiseField noise = new NoiseField(MODEL, SEED, half, boundary);
        return ZoomablePlane.of(LEVELS, noise, Detail.WOVEN);
    }

    private static Pixels map(MapKind kind, int level, PixelRegion region) {
        return Pixels.of(PLANE.map(kind, level), region);
    }

    @Test
    void eachPixelOfAMapIsThatOfThePlaceThatIsShown() {
        PixelRegion region = new PixelRegion(40, 60, 400, 350);
        Pixels heights = map(MapKind.HEIGHT, 0, region);
        Pixels normals = map(MapKind.NORMAL, 0, region);
        Pixels rough = map(MapKind.ROUGHNESS, 0, region);
        Pixels colours = Pixels.of(PLANE.level(0), region);
        int coloured = 0;
        Set<Integer> sources = new HashSet<>();
        for (int i = 0; i < 400 * 350; i++) {
            int height = (int) Depth.SIXTEEN.get(heights.bytes(), 2 * i) - 7;
            int source = height % 11;
            int place = height / 11;
            Weave weave = Objects.requireNonNull(MODEL.weave());
            MaterialMaps maps = weave.maps();
            sources.add(source);
            assertThat(
                            same(rough, i, maps.of(source, MapKind.ROUGHNESS), place)
                                    && same(normals, i, maps.of(source, MapKind.NORMAL), place))
                    .as("pixel %s, source %s, place %s", i, source, place)
                    .isTrue();
            coloured += same(colours, i, weave.sources().get(source).picture(), place) ? 1 : 0;
        }
        assertThat(sources).containsExactlyInAnyOrder(0, 1);
        assertThat(coloured).isGreaterThan(10_000); // colours fade where pieces meet, maps do not
    }

    private static boolean same(Pixels shown, int pixel, Pixels exemplar, int place) {
        int bytes = shown.pixelBytes();
        return Arrays.equals(
                shown.bytes(),
                pixel * bytes,
                (pixel + 1) * bytes,
                exemplar.bytes(),
                place * bytes,
                (place + 1) * bytes);
    }

    @Test
    void windowsThreadsAndPeriodsMakeNoDifference() {
        ZoomablePlane other = plane(Boundary.ENDLESS);
        ZoomablePlane wrapping = plane(new Boundary.Wrapping(6, 4));
        int cell = MODEL.spec().cellPixels();
        for (MapKind kind : KINDS) {
            PixelRegion all = new PixelRegion(10, 30, 200, 90);
            Pixels whole = map(kind, 0, all);
            assertThat(map(kind, 0, new PixelRegion(60, 50, 50, 40)).bytes())
                    .isEqualTo(whole.cut(50, 20, 50, 40).bytes());
            assertThat(other.map(kind, 0).onOneThread().render(all)).isEqualTo(whole.bytes());
            PixelRegion later = new PixelRegion(10 + 6 * cell, 30 + 4 * cell, 50, 40);
            PixelRegion first = new PixelRegion(10, 30, 50, 40);
            assertThat(wrapping.map(kind, 0).render(later))
                    .isEqualTo(wrapping.map(kind, 0).render(first));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 12})
    void normalsKeepTheirLength(int level) {
        PixelSource plane = PLANE.map(MapKind.NORMAL, level);
        assertThat(plane.averaging()).isEqualTo(Averaging.NORMALS);
        Pixels picture = Pixels.of(plane, new PixelRegion(3, 4, 20, 10));
        for (int i = 0; i < 200; i++) {
            double squares = 0;
            for (int c = 0; c < 3; c++) {
                double value = (picture.bytes()[3 * i + c] & 0xff) / 127.5 - 1;
                squares += value * value;
            }
            assertThat(Math.sqrt(squares)).isCloseTo(1, within(0.012)); // of 8 bits
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1", "2, 0.1", "3, 0.1", "8, 0.25", "12, 0.25"})
    void lowerZoomsShowMeans(int level, double tolerance) {
        Pixels small = map(MapKind.HEIGHT, level, new PixelRegion(0, 0, 64, 64));
        double mean = map(MapKind.HEIGHT, 0, new PixelRegion(0, 0, 512, 512)).means()[0];
        assertThat(small.means()[0]).isCloseTo(mean, withinPercentage(100 * tolerance));
    }

    @Test
    void theModelsFileKeepsAllMapsToTheBit(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("material.safetensors");
        MODEL.write(file);
        TextureModel read = TextureModel.read(file);
        assertThat(read.weave()).isEqualTo(MODEL.weave());
        assertThat(Objects.requireNonNull(read.weave()).maps().greenDown()).isTrue();
        for (MapKind kind : KINDS) {
            assertThat(read.weave().maps().of(1, kind).bytes())
                    .isEqualTo(Objects.requireNonNull(MODEL.weave()).maps().of(1, kind).bytes());
        }
    }

    @Test
    void whatIsMissingIsTold() {
        assertThatThrownBy(() -> PLANE.map(MapKind.METALLIC, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this model has no map of metallic; it has normal, height, roughness");
        NoiseField noise = NoiseField.endless(MODEL, SEED);
        assertThatThrownBy(
                        () ->
                                ZoomablePlane.of(LEVELS, noise, Detail.NETWORK)
                                        .map(MapKind.HEIGHT, 0))
                .hasMessage("a map of height belongs to woven detail, not to the network's");
    }

    @Test
    void mapsThatDoNotFitAreRefused() {
        Weave weave = Objects.requireNonNull(MODEL.weave());
        Map<MapKind, Pixels> two = weave.maps().bySource().get(0);
        Map<MapKind, Pixels> one = Map.of(MapKind.HEIGHT, two.get(MapKind.HEIGHT));
        assertThatThrownBy(() -> new MaterialMaps(List.of(two, one), false))
                .hasMessage(
                        "one exemplar has the maps normal, height, roughness and another height,"
                                + " but all must have the same");
        Map<MapKind, Pixels> small = Map.of(MapKind.HEIGHT, Pixels.empty(9, 9, 1));
        assertThatThrownBy(() -> weave.withMaps(new MaterialMaps(List.of(small, small), false)))
                .hasMessage("a map has 9x9 pixels, but its exemplar has 64x48");
    }
}
