package ikat.quilt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Depth;
import ikat.image.PixelRegion;
import ikat.image.Pixels;
import ikat.texture.CounterRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuiltedPlaneTest {

    private static final long FAR = 1L << 40;

    /** Stripes with a period of 12 pixels, and noise of different strength. */
    private static Pixels exemplar(int width, int height, double noise) {
        Pixels picture = Pixels.empty(width, height, 3);
        for (int i = 0; i < picture.bytes().length; i++) {
            int x = i / 3 % width;
            double wave = Math.sin(2 * Math.PI * x / 12);
            double random = CounterRandom.unit(5, i) - 0.5;
            picture.bytes()[i] = (byte) Math.round(128 + 60 * wave + noise * random);
        }
        return picture;
    }

    @Test
    void regionsJoinWithoutSeamWhereverTheyAre() {
        QuiltedPlane plane = new QuiltedPlane(exemplar(120, 90, 100), 7);
        for (long origin : new long[] {-130, FAR, -FAR}) {
            Pixels whole = Pixels.of(plane, new PixelRegion(origin, origin, 200, 170));
            Pixels parts = Pixels.empty(200, 170, 3);
            for (int y = 0; y < 170; y += 85) {
                for (int x = 0; x < 200; x += 40) {
                    PixelRegion part = new PixelRegion(origin + x, origin + y, 40, 85);
                    Pixels.of(plane, part).copyInto(parts, x, y);
                }
            }
            assertThat(parts.bytes()).isEqualTo(whole.bytes());
        }
    }

    @Test
    void aNewPlaneOfTheSameSeedIsTheSameAndAnotherSeedIsAnother() {
        Pixels picture = exemplar(96, 96, 100);
        PixelRegion region = new PixelRegion(1000, -500, 130, 70);
        byte[] once = new QuiltedPlane(picture, 7).render(region);
        assertThat(new QuiltedPlane(picture, 7).render(region)).isEqualTo(once);
        assertThat(new QuiltedPlane(picture, 8).render(region)).isNotEqualTo(once);
    }

    @Test
    void manyThreadsGiveTheSamePixels() {
        QuiltedPlane plane = new QuiltedPlane(exemplar(96, 96, 100), 7);
        PixelRegion region = new PixelRegion(0, 0, 128, 128);
        byte[] once = new QuiltedPlane(exemplar(96, 96, 100), 7).render(region);
        assertThat(IntStream.range(0, 8).parallel().mapToObj(n -> plane.render(region)))
                .allSatisfy(bytes -> assertThat(bytes).isEqualTo(once));
    }

    @Test
    void whatRepeatsStaysInStep() {
        QuiltedPlane plane = new QuiltedPlane(exemplar(144, 144, 30), 7);
        Pixels picture = Pixels.of(plane, new PixelRegion(0, 0, 600, 100));
        double error = 0;
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 588; x++) {
                int one = picture.bytes()[picture.at(x, y)] & 0xff;
                int next = picture.bytes()[picture.at(x + 12, y)] & 0xff;
                error += Math.abs(one - next);
            }
        }
        assertThat(error / 58_800).isLessThan(16); // half a period out of step it would be 76
    }

    @Test
    void patchesComeFromManyPlacesAndStayInside() {
        Pixels picture = exemplar(100, 70, 100);
        Patches patches = Patches.of(70);
        PatchChoice choice = new PatchChoice(picture, patches, 7);
        Set<PatchChoice.Place> places = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            PatchChoice.Place place = choice.of(i % 10, i / 10 - 5);
            assertThat(place.left()).isBetween(0, 100 - patches.side());
            assertThat(place.top()).isBetween(0, 70 - patches.side());
            places.add(place);
        }
        assertThat(places).hasSizeGreaterThan(50);
    }

    @Test
    void aGreyExemplarGivesAGreyPlane() {
        Pixels grey = Pixels.empty(16, 16, 1);
        assertThat(new QuiltedPlane(grey, 0).render(new PixelRegion(3, 4, 20, 10))).hasSize(200);
    }

    @Test
    void exemplarsThatCannotBeSewnAreRefused() {
        assertThatThrownBy(() -> new QuiltedPlane(Pixels.empty(15, 40, 3), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15x40")
                .hasMessageContaining("16");
        assertThatThrownBy(() -> new QuiltedPlane(Pixels.empty(40, 40, 3, Depth.SIXTEEN), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
