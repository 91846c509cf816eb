package ikat.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.image.Exemplar;
import ikat.image.Wraps;
import ikat.io.Workers;
import ikat.material.EstimatedMaps.Settings;
import ikat.signal.Plane;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatedMapsTest {

    private static final int SIDE = 96;
    private static final int PERIOD = 32;
    private static final Wraps BOTH = new Wraps(true, true);
    private static final Workers WORKERS = new Workers("ikat-maps", 2);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    /** Bright domes on a dark ground, three by three. */
    private static double domes(double x, double y) {
        double dx = (x % PERIOD + PERIOD) % PERIOD - PERIOD / 2.0;
        double dy = (y % PERIOD + PERIOD) % PERIOD - PERIOD / 2.0;
        return Math.max(-0.8, 0.8 - (dx * dx + dy * dy) / 90);
    }

    private static Exemplar picture(int left, int top, DoubleBinaryOperator brightness) {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) brightness.applyAsDouble(left + i % SIDE, top + i / SIDE);
        }
        return Exemplar.made("p.png", 1, SIDE, SIDE, pixels);
    }

    private static EstimatedMaps maps(Exemplar picture, @Nullable Wraps wraps, Settings settings) {
        return EstimatedMaps.of(picture, wraps, settings, WORKERS);
    }

    @Test
    void whatIsBrighterIsHigherAndShadesWhatIsLower() {
        EstimatedMaps maps = maps(picture(0, 0, EstimatedMapsTest::domes), BOTH, Settings.USUAL);
        int top = PERIOD / 2;
        assertThat(maps.height().at(top, top)).isGreaterThan(0.9f);
        assertThat(maps.height().at(0, 0)).isLessThan(0.45f);
        assertThat(maps.occlusion().at(top, top)).isGreaterThan(0.97f);
        assertThat(maps.occlusion().at(0, top)).isLessThan(0.9f);
    }

    @Test
    void darkMayBeHigh() {
        Settings dark = new Settings(10, 0.5, true, 32, 1, 0.7, 1);
        Exemplar picture = picture(0, 0, EstimatedMapsTest::domes);
        float[] usual = maps(picture, BOTH, Settings.USUAL).height().values();
        float[] other = maps(picture, BOTH, dark).height().values();
        for (int i = 0; i < usual.length; i++) {
            assertThat(other[i]).isCloseTo(1 - usual[i], within(1e-5f));
        }
    }

    @Test
    void normalsFaceAwayFromTheSlopeAndHaveLengthOne() {
        EstimatedMaps maps = maps(picture(0, 0, EstimatedMapsTest::domes), BOTH, Settings.USUAL);
        int top = PERIOD / 2;
        NormalMap normals = maps.normals();
        assertThat(normals.x().at(top - 6, top)).isLessThan(-0.2f);
        assertThat(normals.x().at(top + 6, top)).isGreaterThan(0.2f);
        assertThat(normals.y().at(top, top - 6)).isGreaterThan(0.2f);
        assertThat(normals.y().at(top, top + 6)).isLessThan(-0.2f);
        double sum = 0;
        byte[] colours = normals.colours(false).bytes();
        byte[] directX = normals.colours(true).bytes();
        for (int i = 0; i < colours.length; i += 3) {
            double square = 0;
            for (int c = 0; c < 3; c++) {
                square += Math.pow((colours[i + c] & 0xff) / 127.5 - 1, 2);
            }
            sum += Math.sqrt(square) / (SIDE * SIDE);
            assertThat((colours[i + 1] & 0xff) + (directX[i + 1] & 0xff)).isBetween(254, 256);
        }
        assertThat(sum).isCloseTo(1, within(0.005));
    }

    /** So there can be no seam: a picture that joins itself is the same wherever it begins. */
    @ParameterizedTest
    @CsvSource({"17, 0", "0, 29", "40, 75"})
    void mapsOfATileMoveWithIt(int left, int top) {
        EstimatedMaps here = maps(picture(0, 0, EstimatedMapsTest::domes), null, Settings.USUAL);
        EstimatedMaps there =
                maps(picture(left, top, EstimatedMapsTest::domes), null, Settings.USUAL);
        assertThat(here.wraps()).isEqualTo(BOTH);
        assertThat(there.wraps()).isEqualTo(BOTH);
        assertMoved(here.height(), there.height(), left, top);
        assertMoved(here.normals().x(), there.normals().x(), left, top);
        assertMoved(here.normals().y(), there.normals().y(), left, top);
        assertMoved(here.occlusion(), there.occlusion(), left, top);
        assertMoved(here.roughness(), there.roughness(), left, top);
    }

    private static void assertMoved(Plane here, Plane there, int left, int top) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertThat(there.at(x, y))
                        .isCloseTo(here.at((x + left) % SIDE, (y + top) % SIDE), within(1e-4f));
            }
        }
    }

    @Test
    void aPictureThatDoesNotJoinItselfIsSeenAsSuch() {
        Exemplar cut = picture(5, 0, (x, y) -> domes(x * 0.9, y));
        assertThat(maps(cut, null, Settings.USUAL).wraps()).isEqualTo(new Wraps(false, true));
    }

    @Test
    void aPictureOfOneColourIsFlat() {
        EstimatedMaps maps = maps(picture(0, 0, (x, y) -> 0.2), null, Settings.USUAL);
        assertThat(maps.height().values()).containsOnly(0.5f);
        assertThat(maps.normals().z().values()).containsOnly(1f);
        assertThat(maps.occlusion().values()).containsOnly(1f);
        assertThat(maps.roughness().values()).containsOnly(0.7f);
    }

    @Test
    void aTinyPictureHasMapsToo() {
        Exemplar tiny = Exemplar.made("t.png", 1, 2, 1, new float[] {-1, 1});
        for (float height : maps(tiny, null, Settings.USUAL).height().values()) {
            assertThat(height).isBetween(0f, 1f);
        }
    }
}
