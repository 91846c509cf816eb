package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DomainTest {

    /** 64x48 pixels of which a disc in the middle is hidden. */
    private static Domain disc(int radius) {
        BitSet hidden = new BitSet();
        for (int i = 0; i < 64 * 48; i++) {
            hidden.set(i, Math.hypot(i % 64 - 31.5, i / 64 - 23.5) < radius);
        }
        return Domain.without(hidden, 64, 48);
    }

    private static Map<PatchSampler.Corner, Integer> drawn(Domain domain, int side) {
        SquareCorners corners = domain.squares(side);
        Map<PatchSampler.Corner, Integer> counts = new HashMap<>();
        for (long i = 0; i < 40_000; i++) {
            counts.merge(
                    corners.corner(0, RandomWords.mix(i), RandomWords.mix(-i - 1)),
                    1,
                    Integer::sum);
        }
        return counts;
    }

    @Test
    void noSquareTouchesWhatIsHiddenAndAllOthersAreDrawnAlike() {
        Domain domain = disc(8);
        Map<PatchSampler.Corner, Integer> counts = drawn(domain, 10);
        int whole = 0;
        for (int y = 0; y <= 38; y++) {
            for (int x = 0; x <= 54; x++) {
                boolean touches = false;
                for (int i = 0; i < 100; i++) {
                    touches |= domain.isHidden(x + i % 10, y + i / 10);
                }
                whole += touches ? 0 : 1;
                assertThat(counts.containsKey(new PatchSampler.Corner(0, x, y)))
                        .isNotEqualTo(touches);
            }
        }
        double mean = 40_000.0 / whole;
        assertThat(counts).hasSize(whole);
        assertThat(counts.values()).allMatch(count -> Math.abs(count - mean) < 6 * Math.sqrt(mean));
    }

    @Test
    void onATorusSquaresBeginAnywhereInTheTile() {
        assertThat(drawn(Domain.torus(20, 12), 16)).hasSize(240);
        assertThat(drawn(Domain.torus(20, 12, 3, 4), 16)).hasSize(240);
        assertThat(drawn(Domain.rectangle(20, 17), 16)).hasSize(10);
    }

    @Test
    void theSideIsThatOfSquaresThatReachMostOfWhatIsVisible() {
        assertThat(Domain.rectangle(64, 48).side()).isEqualTo(48);
        assertThat(disc(8).side()).isBetween(15, 30);
        assertThat(disc(20).side()).isBetween(8, disc(8).side() - 1);
        BitSet all = new BitSet();
        all.set(0, 64 * 48);
        assertThat(Domain.without(all, 64, 48).side()).isZero();
    }

    @Test
    void aPartHidesTheSamePixels() {
        Domain part = disc(8).cut(24, 10, 30, 20);
        for (int i = 0; i < 600; i++) {
            assertThat(part.isHidden(i % 30, i / 30))
                    .isEqualTo(disc(8).isHidden(24 + i % 30, 10 + i / 30));
        }
        assertThat(Domain.torus(20, 12).cut(0, 0, 20, 12).isTorus()).isFalse();
    }

    @Test
    void itComesBackFromAPicture() {
        assertThat(Domain.without(disc(8).hiddenPicture())).isEqualTo(disc(8));
        assertThat(disc(8).hiddenShare()).isCloseTo(Math.PI * 64 / (64 * 48), within(0.01));
        assertThat(disc(8)).isNotEqualTo(disc(9));
    }
}
