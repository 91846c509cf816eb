package ikat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ikat.image.Exemplar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextureStatisticsTest {

    private static final List<Exemplar> TEXTURES =
            List.of(
                    Painted.stripes(256, 12, 0),
                    Painted.stripes(256, 12, 45),
                    Painted.stripes(256, 24, 0),
                    Painted.hexagons(256, 20),
                    Painted.bricks(256, 40, 20),
                    Painted.noise(256, 1, 1),
                    Painted.noise(256, 1, 3),
                    Painted.discs(256, 18, 4));

    @Test
    void partsOfATextureAreNearerToEachOtherThanToAnyOther() {
        float[] scale =
                TextureStatistics.scale(
                        TEXTURES.stream().map(TextureStatistics::ofQuarters).toList());
        for (Exemplar texture : TEXTURES) {
            float[] part = TextureStatistics.of(texture, 7, 11, 120);
            float[] same = TextureStatistics.of(texture, 130, 120, 126);
            double own = TextureStatistics.distance(part, same, scale);
            for (Exemplar other : TEXTURES) {
                if (other != texture) {
                    float[] foreign = TextureStatistics.of(other, 130, 120, 126);
                    assertThat(own)
                            .isLessThan(0.7 * TextureStatistics.distance(part, foreign, scale));
                }
            }
        }
    }

    @Test
    void aGreyPictureIsLikeThreeEqualChannels() {
        Painted.Brush brush = (x, y) -> (x * 7 + y * 3) % 40 / 40.0;
        float[] grey = TextureStatistics.of(Painted.grey(100, 100, brush));
        float[] colour = TextureStatistics.of(Painted.colour(100, brush, brush, brush));
        for (int i = 0; i < grey.length; i++) {
            assertThat(colour[i]).isCloseTo(grey[i], offset(1e-3f));
        }
    }

    @Test
    void coloursOfEqualBrightnessDiffer() {
        Painted.Brush high = (x, y) -> 0.8;
        Painted.Brush low = (x, y) -> 0.2;
        float[] red = TextureStatistics.of(Painted.colour(64, high, low, low));
        float[] green = TextureStatistics.of(Painted.colour(64, low, high, low));

        assertThat(red[0]).isCloseTo(green[0], offset(1e-5f));
        assertThat(red[2]).isGreaterThan(green[2] + 0.5f);
    }

    @Test
    void directionAndScaleOfStripesShow() {
        float[] down = TextureStatistics.of(Painted.stripes(200, 8, 0));
        float[] across = TextureStatistics.of(Painted.stripes(200, 8, 90));
        float[] coarse = TextureStatistics.of(Painted.stripes(200, 32, 0));
        int second = 7 + TextureStatistics.Octaves.NUMBERS;
        int fourth = 7 + 3 * TextureStatistics.Octaves.NUMBERS;

        assertThat(down[second + 1]).isGreaterThan(3 * down[second + 2]);
        assertThat(across[second + 2]).isGreaterThan(3 * across[second + 1]);
        assertThat(coarse[fourth]).isGreaterThan(down[fourth] + 1);
    }

    @Test
    void whatIsTooSmallOrFlatStillHasFiniteNumbers() {
        List<Exemplar> odd = new ArrayList<>();
        odd.add(Painted.grey(1, 1, (x, y) -> 0.3));
        odd.add(Painted.grey(2, 9, (x, y) -> x));
        odd.add(Painted.grey(300, 3, (x, y) -> x % 2));
        odd.add(Painted.grey(64, 64, (x, y) -> 0.3));
        for (Exemplar exemplar : odd) {
            for (float number : TextureStatistics.of(exemplar)) {
                assertThat(number).isFinite();
            }
        }
        for (float unit : TextureStatistics.scale(List.of(List.of(new float[37])))) {
            assertThat(unit).isPositive();
        }
    }

    @Test
    void aPartMustLieInsideThePicture() {
        Exemplar picture = Painted.grey(50, 40, (x, y) -> 0.5);
        assertThatThrownBy(() -> TextureStatistics.of(picture, 11, 0, 40))
                .hasMessageContaining("40x40 pixels at 11,0 is not inside painted.png");
    }
}
