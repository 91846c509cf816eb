package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchSamplerTest {

    private static Exemplar counting(String name, int channels, int width, int height) {
        float[] pixels = new float[channels * width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i / (float) pixels.length;
        }
        return new Exemplar(name, "00", channels, width, height, pixels, List.of());
    }

    @Test
    void patchesAreCutFromTheirCorner() {
        Exemplar exemplar = counting("a.png", 3, 9, 7);
        PatchSampler sampler = new PatchSampler(Exemplars.of(exemplar), 4, 1);
        float[] out = new float[2 * sampler.patchLength()];

        sampler.fill(5, 2, out);

        for (int i = 0; i < out.length; i++) {
            int n = i / 48;
            int channel = i / 16 % 3;
            PatchSampler.Corner corner = sampler.corner(5, n);
            assertThat(out[i])
                    .isEqualTo(exemplar.at(channel, corner.x() + i % 4, corner.y() + i / 4 % 4));
        }
    }

    @Test
    void aStepDependsOnNothingThatWasDrawnBefore() {
        Exemplars pictures =
                Exemplars.of(List.of(counting("a.png", 1, 40, 30), counting("b.png", 1, 20, 50)));
        PatchSampler first = new PatchSampler(pictures, 8, 7);
        PatchSampler second = new PatchSampler(pictures, 8, 7);
        float[] early = new float[4 * first.patchLength()];
        float[] late = early.clone();

        first.fill(17, 4, early);
        for (int step = 20; step >= 17; step--) {
            second.fill(step, 4, late);
        }

        assertThat(late).containsExactly(early);
    }

    @Test
    void seedsAndStepsGiveDifferentPatches() {
        Exemplars picture = Exemplars.of(counting("a.png", 1, 500, 500));

        assertThat(new PatchSampler(picture, 8, 1).corner(0, 0))
                .isNotEqualTo(new PatchSampler(picture, 8, 2).corner(0, 0))
                .isNotEqualTo(new PatchSampler(picture, 8, 1).corner(1, 0))
                .isNotEqualTo(new PatchSampler(picture, 8, 1).corner(0, 1));
    }

    @Test
    void patchesThatBelongTogetherAreOfOnePictureButOfDifferentPlaces() {
        Exemplars pictures =
                Exemplars.of(List.of(counting("a.png", 1, 90, 80), counting("b.png", 1, 70, 99)));
        PatchSampler pairs = new PatchSampler(pictures, 8, 3, Mirroring.NONE, 2);
        int ofSecond = 0;
        int same = 0;
        for (int step = 0; step < 1000; step++) {
            PatchSampler.Corner first = pairs.corner(step, 2);
            PatchSampler.Corner second = pairs.corner(step, 3);
            assertThat(second.picture()).isEqualTo(first.picture());
            same += second.equals(first) ? 1 : 0;
            ofSecond += first.picture();
        }
        assertThat(ofSecond).isBetween(430, 570);
        assertThat(same).as("by chance").isLessThan(5);
    }

    @Test
    void everyPositionAndPictureIsEquallyLikely() {
        Exemplars pictures =
                Exemplars.of(List.of(counting("a.png", 1, 12, 11), counting("b.png", 1, 8, 8)));
        PatchSampler sampler = new PatchSampler(pictures, 8, 3);
        int[] counts = new int[20];
        int ofSecond = 0;
        int draws = 40_000;
        for (int i = 0; i < draws; i++) {
            PatchSampler.Corner corner = sampler.corner(i / 16, i % 16);
            if (corner.picture() == 0) {
                counts[corner.y() * 5 + corner.x()]++;
            } else {
                ofSecond++;
            }
        }

        assertThat(ofSecond).isBetween(draws / 2 - 500, draws / 2 + 500);
        // 1000 expected in each of the 20 cells: chi squared with 19 degrees of freedom, 0.999
        // quantile
        double chiSquared = 0;
        for (int count : counts) {
            chiSquared += (count - 1000.0) * (count - 1000.0) / 1000;
        }
        assertThat(chiSquared).isLessThan(43.8);
    }

    @Test
    void aPictureAsLargeAsThePatchIsTakenWhole() {
        Exemplar exemplar = counting("a.png", 3, 8, 8);
        PatchSampler sampler = new PatchSampler(Exemplars.of(exemplar), 8, 0);
        float[] out = new float[sampler.patchLength()];

        sampler.fill(123_456_789_012L, 1, out);

        assertThat(out).containsExactly(exemplar.pixels());
    }

    @Test
    void whatCannotWorkIsRefused() {
        Exemplar grey = counting("grey.png", 1, 20, 9);
        Exemplar colour = counting("colour.png", 3, 20, 20);

        assertThatThrownBy(() -> new PatchSampler(Exemplars.of(grey), 10, 0))
                .hasMessage(
                        "grey.png is 20x9 pixels, but a patch needs 10x10;"
                                + " take smaller patches or a larger picture");
        assertThatThrownBy(() -> new PatchSampler(Exemplars.of(colour), 0, 0))
                .hasMessageContaining("patchPixels is 0");
        assertThatThrownBy(
                        () -> new PatchSampler(Exemplars.of(grey), 4, 0).fill(0, 2, new float[31]))
                .hasMessageContaining("31 entries");
    }

    @Test
    void aGreyPictureAmongColouredOnesComesInThreeEqualChannels() {
        Exemplar grey = counting("grey.png", 1, 8, 8);
        Exemplars both = Exemplars.of(List.of(grey, counting("colour.png", 3, 8, 8)));
        PatchSampler sampler = new PatchSampler(both, 8, 0);
        float[] out = new float[sampler.patchLength()];
        long step = 0;
        while (sampler.corner(step, 0).picture() != 0) {
            step++;
        }

        sampler.fill(step, 1, out);

        for (int i = 0; i < out.length; i++) {
            assertThat(out[i]).isEqualTo(grey.pixels()[i % 64]);
        }
        assertThat(both.get(0).pixels()).containsExactly(out);
    }

    @Test
    void mirroredPatchesAreThePatchesTurnedEachWayAboutAsOften() {
        float[] ramp = new float[20 * 20];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i / 400f;
        }
        Exemplar exemplar =
                new Exemplar("ramp.png", "0".repeat(64), 1, 20, 20, ramp, java.util.List.of());
        PatchSampler plain = new PatchSampler(Exemplars.of(exemplar), 4, 7);
        PatchSampler mirrored = new PatchSampler(Exemplars.of(exemplar), 4, 7, Mirroring.RANDOM, 1);
        int[] turned = new int[4];
        float[] one = new float[16];
        float[] other = new float[16];
        for (int step = 0; step < 400; step++) {
            plain.fill(step, 1, one);
            mirrored.fill(step, 1, other);
            int way = (other[1] > other[0] ? 0 : 1) + (other[4] > other[0] ? 0 : 2);
            turned[way]++;
            int x = way % 2 == 0 ? 0 : 3;
            int y = way / 2 == 0 ? 0 : 3;
            assertThat(other[0]).isEqualTo(one[y * 4 + x]);
            assertThat(other[15]).isEqualTo(one[(3 - y) * 4 + 3 - x]);
        }
        for (int count : turned) {
            assertThat(count).isBetween(60, 140);
        }
    }

    @Test
    void patchesOfATorusGoOnAtTheOppositeEdge() {
        float[] ramp = new float[12 * 9];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i / 128f - 0.5f;
        }
        Exemplar torus = Exemplar.made("t.png", 1, 12, 9, ramp).within(Domain.torus(12, 9));
        PatchSampler sampler = new PatchSampler(Exemplars.of(torus), 5, 2);
        float[] patch = new float[sampler.patchLength()];
        boolean crossed = false;
        for (int step = 0; step < 50; step++) {
            sampler.fill(step, 1, patch);
            PatchSampler.Corner corner = sampler.corner(step, 0);
            crossed |= corner.x() > 7 && corner.y() > 4;
            for (int i = 0; i < 25; i++) {
                int x = (corner.x() + i % 5) % 12;
                int y = (corner.y() + i / 5) % 9;
                assertThat(patch[i]).isEqualTo(torus.at(0, x, y));
            }
        }
        assertThat(crossed).isTrue();
    }

    @Test
    void aPictureOfWhichTooMuchIsHiddenIsRefused() {
        BitSet hidden = new BitSet();
        for (int i = 0; i < 20 * 20; i++) {
            hidden.set(i, i % 20 % 5 == 0);
        }
        Exemplar bars =
                Exemplar.made("bars.png", 1, 20, 20, new float[400])
                        .within(Domain.without(hidden, 20, 20));
        assertThatThrownBy(() -> new PatchSampler(Exemplars.of(bars), 8, 0))
                .hasMessageContaining("bars.png is 20x20 pixels, of which some are hidden");
    }
}
