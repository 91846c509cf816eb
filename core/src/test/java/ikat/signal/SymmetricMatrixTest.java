package ikat.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SymmetricMatrixTest {

    private static final double[][] MATRIX = {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 2}};

    @Test
    void theSquareRootTimesItselfIsTheMatrix() {
        double[][] root = SymmetricMatrix.power(MATRIX, 0.5, 0);

        assertIsProduct(root, root, MATRIX);
    }

    @Test
    void theInverseTimesTheMatrixIsTheIdentity() {
        double[][] inverse = SymmetricMatrix.power(MATRIX, -1, 0);

        assertIsProduct(inverse, MATRIX, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    @Test
    void directionsWithoutWeightStayWithout() {
        double[][] flat = {{2, 2}, {2, 2}};

        double[][] inverse = SymmetricMatrix.power(flat, -1, 1e-9);

        // the only eigenvalue is 4, along (1, 1)
        assertThat(inverse[0][0]).isCloseTo(0.125, within(1e-12));
        assertThat(inverse[0][1]).isCloseTo(0.125, within(1e-12));
    }

    private static void assertIsProduct(double[][] a, double[][] b, double[][] expected) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
                assertThat(sum).isCloseTo(expected[i][j], within(1e-10));
            }
        }
    }
}
