package ikat.lab.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.lab.method.Pictures;
import org.junit.jupiter.api.Test;

class ResizingTest {

    @Test
    void aRampStaysARampAtEachSize() {
        Raster ramp = Raster.of(Pictures.painted(3, 60, 40, (c, x, y) -> x / 60.0 - y / 80.0));
        for (int width : new int[] {45, 23, 90}) {
            int height = width * 2 / 3;
            Raster made = Resizing.of(ramp, width, height);
            double step = 60.0 / width;
            for (int y = height / 4; y < height * 3 / 4; y++) {
                for (int x = width / 4; x < width * 3 / 4; x++) {
                    double column = (x + 0.5) * step - 0.5;
                    double row = (y + 0.5) * 40 / height - 0.5;
                    assertThat((double) made.values()[(y * width + x) * 3 + 1])
                            .isCloseTo(column / 60 - row / 80, within(0.005));
                }
            }
        }
    }

    @Test
    void whatIsTooFineForTheSizeBecomesItsMean() {
        Raster board = Raster.of(Pictures.painted(1, 64, 64, (c, x, y) -> (x + y) % 2));
        for (float value : Resizing.of(board, 24, 24).values()) {
            assertThat((double) value).isCloseTo(0.5, within(0.06));
        }
    }

    @Test
    void theSameSizeIsTheSamePicture() {
        Raster discs = Raster.of(Pictures.discs(3, 40, 30));
        assertThat(Resizing.of(discs, 40, 30).values()).isEqualTo(discs.values());
    }
}
