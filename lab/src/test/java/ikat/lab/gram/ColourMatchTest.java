package ikat.lab.gram;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Exemplar;
import org.junit.jupiter.api.Test;

class ColourMatchTest {

    @Test
    void aPictureGetsTheExemplarsValuesByRank() {
        Exemplar exemplar = Exemplar.made("a.png", 1, 2, 2, new float[] {0.5f, -1, 0.25f, 1});
        float[] picture = {-0.1f, 0.3f, 0.2f, -0.9f};
        ColourMatch.apply(exemplar, picture);
        assertThat(picture).containsExactly(0.25f, 1, 0.5f, -1);
    }

    @Test
    void eachChannelIsMatchedAloneAndALargerPictureRepeatsValues() {
        float[] pixels = {-1, 1, 0.2f, 0.4f, 0, 0.1f};
        Exemplar exemplar = Exemplar.made("a.png", 3, 2, 1, pixels);
        float[] picture = {4, 3, 2, 1, 1, 2, 3, 4, 2, 1, 4, 3};
        ColourMatch.apply(exemplar, picture);
        assertThat(picture).containsExactly(1, 1, -1, -1, 0.2f, 0.2f, 0.4f, 0.4f, 0, 0, 0.1f, 0.1f);
    }
}
