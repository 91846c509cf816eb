package ikat.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ikat.image.Exemplar;
import ikat.image.ImageFiles;
import ikat.image.Wraps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The score says of spoiled pictures what an eye would; half of a sample judges the other half. */
class ScorerTest {

    private static final Map<String, Halves> HALVES = new ConcurrentHashMap<>();

    private record Halves(Exemplar left, Exemplar right, Scorer scorer) {

        static Halves of(String sample) {
            try {
                Exemplar picture = ImageFiles.read(Path.of("..", "samples", sample + ".png"));
                int half = picture.width() / 2;
                Exemplar left = picture.crop(0, 0, half, picture.height());
                Exemplar right = picture.crop(half, 0, half, picture.height());
                return new Halves(left, right, new Scorer(left));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        double overall(Exemplar candidate) {
            return scorer.overall(candidate);
        }

        Score score(Exemplar candidate) {
            return scorer.score(List.of(candidate), Wraps.NONE);
        }
    }

    private static Halves halves(String sample) {
        return HALVES.computeIfAbsent(sample, Halves::of);
    }

    @ParameterizedTest
    @ValueSource(strings = {"honeycomb", "pebbles"})
    void otherHalfIsAsAlikeAsTheExemplarIsToItself(String sample) {
        Halves halves = halves(sample);
        Score score = halves.score(halves.right());
        assertThat(score.overall()).isBetween(1.0, 1.1);
        assertThat(score.caught()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"honeycomb", "pebbles"})
    void spoiledHalvesAreWorse(String sample) {
        Halves halves = halves(sample);
        double good = halves.overall(halves.right());
        double shuffled = halves.overall(Spoiled.blockShuffled(halves.right()));
        double phases = halves.overall(Spoiled.phaseRandomised(halves.right()));
        assertThat(phases).isGreaterThan(2 * good);
        assertThat(shuffled).isBetween(1.5 * good, phases);
        assertThat(halves.overall(Spoiled.blurred(halves.right()))).isGreaterThan(1.5 * good);
        assertThat(halves.overall(Spoiled.recoloured(halves.right()))).isGreaterThan(1.15 * good);
        assertThat(halves.overall(Spoiled.noisy(halves.right(), 6))).isGreaterThan(1.1 * good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"honeycomb", "pebbles"})
    void moreNoiseIsWorse(String sample) {
        Halves halves = halves(sample);
        double little = halves.overall(Spoiled.noisy(halves.right(), 4));
        double much = halves.overall(Spoiled.noisy(halves.right(), 16));
        assertThat(much).isGreaterThan(1.2 * little);
    }

    @ParameterizedTest
    @ValueSource(strings = {"honeycomb", "pebbles"})
    void detectorsCatchWhatTheyAreFor(String sample) {
        Halves halves = halves(sample);
        assertThat(raised(halves.score(Spoiled.checkerboarded(halves.right(), 3))))
                .contains("checkerboard");
        assertThat(raised(halves.score(Spoiled.tiled(halves.right())))).contains("repetition");
        assertThat(raised(halves.score(halves.left()))).contains("copying");
        Score same = halves.scorer().score(List.of(halves.right(), halves.right()), Wraps.NONE);
        assertThat(raised(same)).containsExactly("diversity");
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"knit", "text", "brick", "scales"})
    void theSameHoldsForTheOtherSamples(String sample) {
        otherHalfIsAsAlikeAsTheExemplarIsToItself(sample);
        spoiledHalvesAreWorse(sample);
        moreNoiseIsWorse(sample);
        detectorsCatchWhatTheyAreFor(sample);
    }

    /** A lattice may hang on the grid as the exemplar's does, but not with twice the contrast. */
    @Test
    void aLatticeIsNoCheckerboardUnlessItIsStronger() {
        Scorer scorer = new Scorer(lattice(0.2f, 1));
        assertThat(raised(scorer.score(List.of(lattice(0.24f, 2)), Wraps.NONE)))
                .doesNotContain("checkerboard");
        assertThat(raised(scorer.score(List.of(lattice(0.4f, 3)), Wraps.NONE)))
                .contains("checkerboard");
    }

    /** Waves of 32 and 16 pixels under a little noise. */
    private static Exemplar lattice(float height, long seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        float[] pixels = new float[256 * 256];
        for (int i = 0; i < pixels.length; i++) {
            double wave =
                    Math.sin(2 * Math.PI * (i % 256) / 32) + Math.cos(Math.PI * (i / 256) / 8);
            pixels[i] = (float) (height * wave + 0.1 * random.nextDouble(-1, 1));
        }
        return Exemplar.made("lattice", 1, 256, 256, pixels).withChannels(3);
    }

    @Test
    void aSeamIsCaughtWhereAPictureIsSaidToWrap() {
        Halves halves = halves("honeycomb");
        List<Exemplar> cut = List.of(halves.right().crop(3, 5, 200, 301));
        assertThat(raised(halves.scorer().score(cut, new Wraps(true, true)))).contains("seam");
        assertThat(raised(halves.scorer().score(cut, Wraps.NONE))).doesNotContain("seam");
    }

    @Test
    void colourInACandidateOfAGreyExemplarIsSeen() {
        Exemplar colour = halves("pebbles").left();
        Exemplar grey = colour.crop(0, 0, colour.width(), colour.height());
        float[] first = new float[grey.width() * grey.height()];
        System.arraycopy(grey.pixels(), 0, first, 0, first.length);
        grey = Exemplar.made("grey", 1, grey.width(), grey.height(), first);
        Scorer scorer = new Scorer(grey);
        assertThat(scorer.overall(grey)).isEqualTo(1);
        assertThat(scorer.overall(Spoiled.noisy(grey.withChannels(3), 6))).isGreaterThan(1.5);
    }

    @Test
    void picturesThatAreTooSmallAreRefused() {
        Exemplar small = halves("knit").left().crop(0, 0, 120, 256);
        assertThatThrownBy(() -> new Scorer(small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("120 x 256")
                .hasMessageContaining("128");
        assertThatThrownBy(() -> halves("knit").overall(small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("120 x 256");
    }

    private static List<String> raised(Score score) {
        return score.findings().stream().filter(Finding::raised).map(Finding::name).toList();
    }
}
