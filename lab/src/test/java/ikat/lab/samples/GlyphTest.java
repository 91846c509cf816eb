package ikat.lab.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlyphTest {

    @Test
    void straightStrokeKeepsItsPoints() {
        Glyph glyph = Glyph.of("5;0,1 2,3;4,5 6,7");

        assertThat(glyph.advance()).isEqualTo(5);
        assertThat(glyph.strokes())
                .containsExactly(new float[] {0, 1, 2, 3}, new float[] {4, 5, 6, 7});
    }

    @Test
    void bentStrokeKeepsItsEndsAndRoundsItsCorners() {
        float[] bent = Glyph.of("5;~0,0 4,0 4,4").strokes().get(0);

        assertThat(bent).hasSizeGreaterThan(12).startsWith(0, 0).endsWith(4, 4);
        for (int n = 0; n < bent.length; n += 2) {
            assertThat(bent[n] - bent[n + 1]).isLessThan(3.5f);
        }
    }

    @Test
    void everySmallLetterHasItsOwnGlyph() {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            assertThat(Glyph.letter(letter)).isNotEqualTo(Glyph.letter('.'));
        }
    }
}
