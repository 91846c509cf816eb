package ikat.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PixelsTest {

    @Test
    void aPixelOfHalfTheSizeHasTheMeanLightOfFour() {
        Pixels picture = new Pixels(new byte[] {0, 10, (byte) 200, (byte) 255}, 2, 2, 1);
        // IEC 61966-2-1: 0, 0.0030, 0.5776 and 1 of light have a mean of 0.3952
        assertThat(picture.halved(1, Averaging.LIGHT).bytes()).containsExactly((byte) 169);
    }

    @Test
    void dataAreAveragedAsData() {
        Pixels picture = new Pixels(new byte[] {0, 10, (byte) 200, (byte) 255}, 2, 2, 1);
        assertThat(picture.halved(1, Averaging.VALUES).bytes())
                .containsExactly((byte) 116); // 465 / 4, rounded
    }

    @Test
    void oddEdgesAreMeansOfWhatIsThere() {
        Pixels half =
                new Pixels(new byte[] {1, 3, 9, 5, 7, 21}, 3, 2, 1).halved(1, Averaging.LIGHT);
        assertThat(half.width()).isEqualTo(2);
        assertThat(half.bytes()).containsExactly(4, 16);
    }

    @Test
    void channelsStayApart() {
        byte[] pixels = {0, 100, 2, 50, 0, 100, 2, 50};
        assertThat(new Pixels(pixels, 2, 2, 2).halved(1, Averaging.LIGHT).bytes())
                .containsExactly(1, 80);
    }

    @Test
    void aPartThatIsPutBackIsWhatItWas() {
        byte[] pixels = new byte[4 * 3 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        Pixels block = new Pixels(pixels, 4, 3, 3);
        Pixels copy = Pixels.empty(4, 3, 3);
        for (int x = 0; x < 4; x++) {
            block.cut(x, 0, 1, 3).copyInto(copy, x, 0);
        }
        assertThat(copy.bytes()).isEqualTo(pixels);
    }

    @Test
    void aPixelOfAQuarterOfTheSizeIsTheMeanOfSixteenRoundedOnce() {
        Pixels picture = new Pixels(new byte[] {1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1}, 4, 3, 1);
        assertThat(picture.halved(2, Averaging.LIGHT).bytes())
                .containsExactly(1); // 13 of 16, the last row twice
    }

    @Test
    void whiteStaysWhiteHoweverOftenItIsHalved() {
        byte[] white = new byte[4096 * 4096];
        Arrays.fill(white, (byte) 255);
        assertThat(new Pixels(white, 4096, 4096, 1).halved(12, Averaging.LIGHT).bytes())
                .containsExactly(-1);
    }

    @Test
    void anArrayOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new Pixels(new byte[11], 2, 2, 3))
                .hasMessage("2x2 pixels of 3 channels have 11 bytes, but must have 12");
        assertThatThrownBy(() -> new Pixels(new byte[0], 0, 2, 3))
                .hasMessage("width is 0, but must be at least 1");
    }

    @Test
    void anImageHasTheSameColours() {
        Pixels pixels = new Pixels(new byte[] {1, 2, 3, (byte) 200, 100, 0}, 2, 1, 3);
        assertThat(pixels.toImage().getRGB(0, 0)).isEqualTo(0xff010203);
        assertThat(pixels.toImage().getRGB(1, 0)).isEqualTo(0xffc86400);
    }
}
