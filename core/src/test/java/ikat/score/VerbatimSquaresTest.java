package ikat.score;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.Exemplar;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerbatimSquaresTest {

    private static final Exemplar PICTURE = noise(90, 70, 1);

    private static Exemplar noise(int width, int height, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[3 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(256) / 127.5f - 1;
        }
        return Exemplar.made("noise", 3, width, height, pixels);
    }

    private static Exemplar with(Exemplar picture, Exemplar piece, int left, int top, int side) {
        float[] pixels = picture.pixels().clone();
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    pixels[(c * picture.height() + top + y) * picture.width() + left + x] =
                            piece.at(c, 20 + x, 10 + y);
                }
            }
        }
        return Exemplar.made("pieced", 3, picture.width(), picture.height(), pixels);
    }

    @Test
    void thePieceThatWasCopiedIsMeasured() {
        VerbatimSquares squares = new VerbatimSquares(PICTURE);
        Exemplar other = noise(200, 150, 2);
        assertThat(squares.largest(other)).isZero();
        for (int side : new int[] {8, 21, 40}) {
            assertThat(squares.largest(with(other, PICTURE, 33, 57, side)))
                    .isBetween(side - 2, side);
        }
        assertThat(squares.largest(PICTURE)).isEqualTo(70);
    }

    @Test
    void aFlatPictureIsACopyOfItselfAndTakesNoTime() {
        Exemplar flat = Exemplar.made("flat", 3, 400, 300, new float[3 * 400 * 300]);
        assertThat(new VerbatimSquares(flat).largest(flat)).isEqualTo(300);
        assertThat(new VerbatimSquares(flat).largest(PICTURE)).isZero();
    }
}
