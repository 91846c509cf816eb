package ikat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InitialCodesTest {

    private static List<float[]> statistics(int pictures, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> all = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            float[] one = new float[37];
            for (int k = 0; k < one.length; k++) {
                one[k] = (float) random.nextGaussian();
            }
            all.add(one);
        }
        return all;
    }

    private static double nearest(float[][] codes) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < codes.length; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int c = 0; c < codes[i].length; c++) {
                    sum += Math.pow(codes[i][c] - codes[j][c], 2);
                }
                least = Math.min(least, Math.sqrt(sum));
            }
        }
        return least;
    }

    @Test
    void theFirstAxisIsWherePicturesDifferMost() {
        List<float[]> along = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            along.add(new float[] {i, 100 - 2 * i, 3 * i, i % 2});
        }

        float[][] codes = InitialCodes.of(along, 2, 1);

        for (int i = 0; i < 9; i++) {
            assertThat(Math.abs(codes[i][0])).isCloseTo(0.9f * Math.abs(i - 4) / 4, offset(0.12f));
        }
        assertThat(codes[0][0] * codes[8][0]).isNegative();
    }

    @Test
    void everyAxisSpansItsRange() {
        float[][] codes = InitialCodes.of(statistics(40, 3), 6, 1);
        for (int channel = 0; channel < 6; channel++) {
            float largest = 0;
            for (float[] code : codes) {
                largest = Math.max(largest, Math.abs(code[channel]));
            }
            assertThat(largest).isCloseTo(0.9f, offset(1e-6f));
        }
    }

    @Test
    void fewPicturesAreWellApart() {
        for (int pictures = 2; pictures <= 7; pictures++) {
            float[][] codes = InitialCodes.of(statistics(pictures, pictures), 6, 1);

            assertThat(nearest(codes)).as("%s pictures", pictures).isGreaterThan(0.5);
        }
        float[][] axes = InitialCodes.of(statistics(2, 5), 6, 1);
        assertThat(Math.abs(axes[0][0])).isCloseTo(0.9f, offset(1e-6f));
        assertThat(Math.abs(axes[0][3])).isLessThan(0.5f);
    }

    @Test
    void equalPicturesAreNudgedApart() {
        List<float[]> equal = new ArrayList<>(statistics(3, 7));
        equal.addAll(statistics(3, 7));
        float[][] codes = InitialCodes.of(equal, 4, 9);

        assertThat(nearest(codes)).isBetween(0.05, 0.5);
        assertThat(nearest(InitialCodes.of(List.of(new float[37], new float[37]), 4, 9)))
                .isGreaterThan(0.05);
        for (float[] code : codes) {
            for (float value : code) {
                assertThat(Math.abs(value)).isLessThanOrEqualTo(0.9f);
            }
        }
    }

    @Test
    void theSeedDecidesWhatThePicturesLeaveFree() {
        List<float[]> two = statistics(2, 5);

        assertThat(InitialCodes.of(two, 6, 1)).isDeepEqualTo(InitialCodes.of(two, 6, 1));
        assertThat(InitialCodes.of(two, 6, 2)[0][4]).isNotEqualTo(InitialCodes.of(two, 6, 1)[0][4]);
        assertThat(InitialCodes.of(List.of(new float[37]), 3, 1)[0]).hasSize(3);
        assertThat(InitialCodes.of(List.of(), 3, 1)).isEmpty();
    }

    @Test
    void oneOddPictureDoesNotPressThousandsTogether() {
        List<float[]> many = new ArrayList<>(statistics(3000, 4));
        float[] odd = new float[37];
        java.util.Arrays.fill(odd, 500);
        many.add(odd);

        float[][] codes = InitialCodes.of(many, 6, 1);

        double sum = 0;
        for (float[] code : codes) {
            sum += Math.abs(code[1]);
        }
        assertThat(sum / codes.length).isGreaterThan(0.2);
    }
}
