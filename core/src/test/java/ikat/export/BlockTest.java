package ikat.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockTest {

    @Test
    void aPixelOfHalfTheSizeIsTheMeanOfFour() {
        Block half = new Block(new byte[] {0, 10, (byte) 200, (byte) 255}, 2, 2, 1).half();
        assertThat(half.pixels()).containsExactly((byte) 116); // 465 / 4, rounded
    }

    @Test
    void oddEdgesAreMeansOfWhatIsThere() {
        Block half = new Block(new byte[] {1, 3, 9, 5, 7, 21}, 3, 2, 1).half();
        assertThat(half.width()).isEqualTo(2);
        assertThat(half.pixels()).containsExactly(4, 15);
    }

    @Test
    void channelsStayApart() {
        byte[] pixels = {0, 100, 2, 50, 0, 100, 2, 50};
        assertThat(new Block(pixels, 2, 2, 2).half().pixels()).containsExactly(1, 75);
    }

    @Test
    void aPartThatIsPutBackIsWhatItWas() {
        byte[] pixels = new byte[4 * 3 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        Block block = new Block(pixels, 4, 3, 3);
        Block copy = Block.empty(4, 3, 3);
        for (int x = 0; x < 4; x++) {
            block.cut(x, 0, 1, 3).copyInto(copy, x, 0);
        }
        assertThat(copy.pixels()).isEqualTo(pixels);
    }
}
